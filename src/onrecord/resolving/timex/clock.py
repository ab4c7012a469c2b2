"""Times of day: "5:20 a.m. local time", "noon Thursday", "Wednesday night", "0100 UTC"."""

import re
from collections.abc import Callable
from typing import Final

from onrecord.resolving.timex.context import Context, Reading
from onrecord.resolving.timex.lexicon import DATE, DAY_NAME
from onrecord.resolving.timex.points import Point, holding
from onrecord.resolving.timex.wording import plain

ReadDate = Callable[[str, Context], Reading | None]

_PARTS: Final = {
    "morning": "TMO",
    "mornings": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "nightfall": "TEV",
    "night": "TNI",
    "nighttime": "TNI",
    "overnight": "TNI",
    "predawn": "TNI",
    "pre dawn": "TNI",
    "midday": "T12:00",
    "mid day": "T12:00",
    "noon": "T12:00",
    "midnight": "T24:00",
    "tonight": "TNI",
    "daytime": "TDT",
    "lunchtime": "TMI",
}
_NAMES: Final = "|".join(sorted(_PARTS, key=len, reverse=True))
_PART: Final = re.compile(rf"\b(?:(?:early|late|mid) )?(?:the |of |in the )?(?P<part>{_NAMES})\b")
_LOCAL: Final = (
    r" (?:local time|local|eastern|pacific|central|mountain|(?:e|c|m|p|b|i|j|k|ak|h|me|ce|w)[sde]?t)(?: time)?\b"
)
_UTC: Final = re.compile(r"(?:utc|gmt|(?<=\d)z)(?P<offset> ?[+-] ?\d\d?(?::?\d\d)?)?\b")
_ZONE: Final = rf"(?: ?{_UTC.pattern.replace('?P<offset>', '?:')}|{_LOCAL})?"
_CLOCK: Final = re.compile(
    rf"\b(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?)? ?(?P<half>am|pm)\b{_ZONE}"
    rf"|\b(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>\d\d)(?::(?P<second24>\d\d))?(?: ?(?:hours|hrs|h)\b)?{_ZONE}"
    r"|\b(?P<plain>[01]\d[0-5]\d|2[0-3][0-5]\d)(?: ?(?:hours|hrs)\b(?: (?:gmt|utc)\b)?| ?(?:gmt|utc|z)\b)"
    r"|\b(?P<oclock>\d\d?) (?:o'?clock|o clock)"
    r"|\b(?P<of>\d\d?)(?::(?P<past>\d\d))?(?= (?:in the|at|this) (?:morning|afternoon|evening|night)\b)"
)
_TWELVE: Final = re.compile(r"\b12 (?=noon|midday|midnight)")
_SPOKEN: Final = re.compile(r"\b(\d\d?) (\d\d)(?= ?[ap]m\b)")
_AT_PART: Final = re.compile(
    r"\b(?P<part>tonight|morning|afternoon|evening|night) (?:at|around|about) (?P<hour>\d\d?)(?P<minute>:\d\d)?$"
)
# Without "minutes" a number before "to" begins a range.
_PAST: Final = re.compile(
    r"\b(?P<minutes>half|(?:1 )?quarter|\d\d?)(?: min(?:ute)?s?)? "
    r"(?P<way>past|(?<=quarter )to|(?<=minutes )to|(?<=mins )to) (?P<hour>\d\d?)\b(?!:)"
)
_LEFT: Final = re.compile(r"\b(?:hours of|at|on|in|the|of|by|that same|local time|late|early|mid|around|about)\b")


def read(words: str, here: Context, date_of: ReadDate) -> Reading | None:
    """Read a time of day and the date beside it; without one the day told last, else the day of publication."""
    words = _in_clock(words)
    clock = _CLOCK.search(words)
    rest = words if clock is None else f"{words[: clock.start()]} {words[clock.end() :]}"
    part = _PART.search(rest)
    if clock is None and part is None:
        return None
    if words in _VAGUE and not (here.near and here.day is not None):
        return Reading(None, "TIME")
    if part is not None:
        rest = f"{rest[: part.start()]} {rest[part.end() :]}"
        rest = rest.replace("tonight", "today")
        if part["part"] == "tonight":
            rest += " today"
    suffix = _suffix(clock, None if part is None else part["part"])
    if suffix is None:
        return None
    # "may 2" is bare without its "on"; "at" and "the" alone are no date.
    date_words = " ".join(_LEFT.sub(" ", rest).split())
    return _dated(date_words, suffix, here, date_of, None if part is None else part["part"])


def _dated(words: str, suffix: str, here: Context, date_of: ReadDate, part: str | None) -> Reading | None:
    beside = _BESIDE.match(here.after) if not words else None
    if beside is not None:
        words = plain(beside["date"])
    reading = None if words in _BARE else date_of(words, here)
    if reading is not None and reading.type == "SET":
        return _again(reading, suffix)
    day = _day_of(words, here, part) if words in _BARE else _told(reading)
    if day is None and words not in _BARE:
        return None
    return Reading(None, "TIME") if day is None else Reading(day.value + suffix, "TIME", day)


def _in_clock(words: str) -> str:
    """The words with the time in figures: "half past 8" is 8:30, "12 noon" noon, "tonight at 7" tonight 7:00."""
    words = _SPOKEN.sub(r"\1:\2", _TWELVE.sub("", words))
    words = _AT_PART.sub(lambda found: f"{found['part']} {found['hour']}{found['minute'] or ':00'}", words)
    return _PAST.sub(_figures, words)


def _figures(found: re.Match[str]) -> str:
    minutes = {"half": 30, "quarter": 15}.get(found["minutes"].split()[-1]) or int(found["minutes"])
    hour = int(found["hour"])
    if found["way"] == "to":
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return f"{hour}:{minutes:02}" if minutes < 60 and hour < 25 else found.group()


def _again(reading: Reading, suffix: str) -> Reading | None:
    """A time of day that comes again: "every Monday at 9 a.m.", "daily at noon"."""
    if reading.value == "P1D":
        return Reading(f"XXXX-XX-XX{suffix}", "SET")
    weekly = reading.value is not None and re.fullmatch(r"XXXX-WXX-\d", reading.value)
    return Reading(f"{reading.value}{suffix}", "SET") if weekly else None


_BESIDE: Final = re.compile(rf",? (?:on )?(?:the )?(?P<date>(?:{DAY_NAME},? )?{DATE}|{DAY_NAME}|yesterday|tomorrow)\b")
# "at night" is of no day.
_VAGUE: Final = frozenset(("morning", "mornings", "afternoon", "evening", "night", "nighttime", "daytime"))
_BARE: Final = frozenset(("", "this", "that", "same", "that same", "last", "next", "previous", "following", "1"))


def _told(reading: Reading | None) -> Point | None:
    return reading.point if reading is not None and reading.point is not None and reading.point.unit == "day" else None


def _day_of(words: str, here: Context, part: str | None) -> Point | None:
    today = None if here.today is None else holding(here.today, "day")
    if words == "this" and today is not None:
        return today
    if words == "last" and today is not None:
        return Point("day", today.first.fromordinal(today.first.toordinal() - 1))
    base = here.day or (None if here.narrative or words else today)
    if base is None:
        return None
    steps = {"next": 1, "following": 1, "previous": -1}.get(words, 0)
    return Point("day", base.first.fromordinal(base.first.toordinal() + steps))


def _suffix(clock: re.Match[str] | None, part: str | None) -> str | None:
    if clock is None:
        return None if part is None else _PARTS[part]
    hour, minute, second = _digits(clock)
    late = clock["half"] == "pm" or (clock["half"] is None and part in ("afternoon", "evening", "night", "tonight"))
    if late and hour < 12:
        hour += 12
    elif hour == 12 and (clock["half"] == "am" or part == "midnight"):
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "") + _zone(clock)


def _digits(clock: re.Match[str]) -> tuple[int, int, int | None]:
    if clock["plain"]:
        return int(clock["plain"][:2]), int(clock["plain"][2:]), None
    hour = clock["hour"] or clock["hour24"] or clock["oclock"] or clock["of"]
    second = clock["second"] or clock["second24"]
    minute = clock["minute"] or clock["minute24"] or clock["past"] or "0"
    return int(hour), int(minute), None if second is None else int(second)


def _zone(clock: re.Match[str]) -> str:
    """Z for Greenwich, an offset where one is told; of names such as EST or IST there are several: none is given."""
    found = _UTC.search(clock.group())
    if found is None:
        return ""
    offset = (found["offset"] or "").replace(" ", "").replace(":", "")
    if not offset:
        return "Z"
    digits = offset[1:].zfill(2) if len(offset) < 4 else offset[1:].zfill(4)
    return f"{offset[0]}{digits[:2]}:{digits[2:] or '00'}"
