"""The words of which time expressions are made, as patterns and as what they mean."""

import re
from typing import Final

from onrecord.resolving.timex.points import Unit

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY: Final = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
DAY_NAME: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
DATE: Final = rf"(?:{MONTH}\.? \d\d?(?:st|nd|rd|th)?|\d\d?(?:st|nd|rd|th)? {MONTH})\b\.?(?:,? (?:1[0-9]\d\d|20\d\d)\b)?"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)(?:time)?"
YEAR: Final = r"(?:1[0-9]\d\d|20\d\d|21\d\d)"
NUMBER: Final = r"(?:\d+(?:\.\d+)?|x)"
UNIT: Final = (
    r"(?:second|minute|hour|day|night|week|fortnight|weekend|month|quarter|season|year|decade|century|centurie"
    r"|millennium|min|hr|yr)s?"
)
HALF: Final = r"(?:1th|2th|first|second)"

_SEASON_MONTH: Final = {"sp": 3, "su": 6, "au": 9, "fa": 9, "wi": 12}
_CALENDAR: Final[dict[str, tuple[Unit, int]]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "weekend": ("weekend", 1),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
    "yr": ("year", 1),
    "decade": ("decade", 1),
    "century": ("century", 1),
    "centurie": ("century", 1),
}
CALENDAR_UNIT: Final = r"(?:day|week|fortnight|weekend|month|quarter|year|yr|decade|century|centurie)s?"


def month_of(word: str) -> int:
    """Return the number of a month, from 1."""
    return _MONTHS.index(word[:3]) + 1


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday is 0."""
    return _WEEKDAYS.index(word[:3])


def season_of(word: str) -> int:
    """Return the month with which a season begins."""
    return _SEASON_MONTH[word[:2]]


def unit_of(word: str) -> tuple[Unit, int]:
    """Return a calendar unit and how many of it the word means ("fortnights": 2 weeks). Raises KeyError for others."""
    return _CALENDAR[re.sub(r"s$", "", word)]
