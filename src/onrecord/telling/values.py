"""A TIMEX3 value as people say it (TimeML 1.2.1; ISO 8601): days stay as they are, what is code becomes words."""

import re
from typing import Final

from onrecord.records import TimeType

_REFERENCES: Final = {"PAST_REF": "the past", "PRESENT_REF": "now", "FUTURE_REF": "to come"}
_PARTS: Final = {
    **{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"},
    **{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "WE": "weekend"},
}
_PERIODS: Final = {
    **{"CE": "century", "DE": "decade", "Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day"},
    **{"H": "hour", "S": "second", "WE": "weekend"},
}
_PIECE: Final = re.compile(r"(T)?([\dX.]+)(CE|DE|WE|[YQMWDHS])")
_PERIOD: Final = re.compile(rf"P(?:{_PIECE.pattern})+")
# "2024-10-29TNI" is a night, "2024-SU" a summer, "2024-W44-WE" a weekend.
_PART: Final = re.compile(r"(?P<day>\d[\dW-]*?)(?:T|-)(?P<part>[A-Z]{2})")
_CLOCK: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d.*)")
# A year without its last digits is a decade or a century.
_SHORT_YEAR: Final = re.compile(r"\d{2,3}")
# Words that say a reading's number as well as the numeral does.
_SMALL: Final = {
    **{"a": "1", "an": "1"},
    **{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"},
    **{"seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"},
}


def in_words(value: str, type: TimeType = "DATE") -> str:
    """Return a value as people say it: "P18Y" as "18 years", "FUTURE_REF" as "to come"; a day as it is.

    What there are no words for is returned as it is.
    """
    if _PERIOD.fullmatch(value):
        said = _period(value)
        return f"every {said.removeprefix('1 ')}" if type == "SET" else said
    part, clock = _PART.fullmatch(value), _CLOCK.fullmatch(value)
    if part is not None and part["part"] in _PARTS:
        return f"{part['day']} {_PARTS[part['part']]}"
    if clock is not None:
        return f"{clock[1]} {clock[2]}"
    if _SHORT_YEAR.fullmatch(value):
        return f"{value:0<4}s"
    return _REFERENCES.get(value, value)


def day_in_words(moment: str | None) -> str:
    """Return the day of a moment (ISO 8601, also with its time of day), as it is; "date unknown" where it is None."""
    return moment.partition("T")[0].partition(" ")[0] if moment else "date unknown"


def says_it(words: str, reading: str) -> bool:
    """Whether the words say already all that the reading says of them: "two years", or "early 2020" of 2020."""
    return set(_folded(words)).issuperset(_folded(reading))


def _period(value: str) -> str:
    clock, pieces = False, []
    for mark, number, letters in _PIECE.findall(value):
        clock = clock or bool(mark)
        name = "minute" if clock and letters == "M" else _PERIODS[letters]
        plural = f"{name[:-1]}ies" if name.endswith("y") and name[-2] not in "aeiou" else f"{name}s"
        pieces.append(plural if "X" in number else f"{number} {name if number == '1' else plural}")
    return " ".join(pieces)


def _folded(text: str) -> list[str]:
    words = text.casefold().replace("-", " ").replace(",", "").replace("%", " percent").split()
    return [_SMALL.get(word) or word.removesuffix("s") for word in words]
