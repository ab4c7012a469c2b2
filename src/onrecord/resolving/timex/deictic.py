"""Days and stretches named from where one stands: "yesterday", "last month", "this Friday", "that year"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.resolving.timex import absolute
from onrecord.resolving.timex.context import Context, Reading, at
from onrecord.resolving.timex.lexicon import (
    CALENDAR_UNIT,
    DATE,
    MONTH,
    SEASON,
    WEEKDAY,
    month_of,
    season_of,
    unit_of,
    weekday_of,
)
from onrecord.resolving.timex.nearest import of_weekday
from onrecord.resolving.timex.points import Point, Unit, holding, moved, nth_weekday
from onrecord.resolving.timex.wording import plain

_DAYS: Final = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_DAY: Final = re.compile(rf"(?:the )?(?P<word>{'|'.join(_DAYS)})")
_THIS: Final = r"this(?: current| same| very| past| coming)?|the (?:current|present|ongoing)|current|the"
_LAST: Final = r"(?:the |this )?(?:last|past|previous|preceding|prior)"
_NEXT: Final = r"(?:the |this )?(?:next|coming|following|upcoming|ensuing)"
_THAT: Final = r"that(?: same| very)?|(?:the )?same|the (?:very )?same"
_WHICH: Final = rf"(?:(?P<last>{_LAST})|(?P<next>{_NEXT})|(?P<that>{_THAT})|(?P<this>{_THIS}))"
_STRETCH: Final = re.compile(rf"{_WHICH} (?:fiscal |calendar |whole |full |entire )?(?P<unit>{CALENDAR_UNIT})")
_NAMED: Final = re.compile(rf"{_WHICH} (?P<name>{MONTH}|{SEASON}|{WEEKDAY})")
_BACK: Final = re.compile(
    rf"(?P<name>{MONTH}|{SEASON}|{WEEKDAY}) (?:of )?(?P<which>this|last|next|that|the following|the previous) "
    r"(?P<unit>week|month|year)"
)
_FORTH: Final = re.compile(rf"(?P<which>this|last|next) (?P<unit>week) (?:on )?(?P<name>{WEEKDAY})")
_WHICH_MONTH: Final = r"(?:of |in )?(?P<which>this|last|next|that|the following|the previous) month"
_DAY_OF: Final = re.compile(rf"(?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)(?: day)? {_WHICH_MONTH}")
_NTH_OF: Final = re.compile(rf"(?:the )?(?:(?P<n>[1-5])th|last) (?P<weekday>{WEEKDAY}) {_WHICH_MONTH}")
_AFTER_NEXT: Final = re.compile(r"(?:the )?(?P<unit>day|week|weekend|month|year) after (?:the )?next")
_WEEK_OF: Final = re.compile(
    r"(?:the )?week (?:of|(?:ending|starting|beginning|commencing)(?: on)?|ended|that) (?P<rest>.+)"
)
_MONTH_END: Final = re.compile(r"(?:the )?(?:month end|end of month)")
_YEAR_END: Final = re.compile(r"(?:the )?(?:year end|end of year|years end|new year)")
_OF_SOMETHING: Final = re.compile(r" (?:before|after|when|that|on which)\b(?! \w+ing\b)")
"""Behind "the day": it is that of something else."""
_ENDED: Final = re.compile(rf" (?:that )?(?:ended|ending)(?: on)? (?P<date>{DATE}|{MONTH}\b\.?)")
_CHAINED: Final = re.compile(r"\b(?:previous|preceding|prior|following|ensuing)\b")


def read(words: str, here: Context) -> Reading | None:
    """Read a stretch named from the day of publication, or from the time told last ("the following day")."""
    for pattern, reader in _READERS:
        found = pattern.fullmatch(words)
        if found is not None:
            return reader(found, here)
    if _MONTH_END.fullmatch(words):
        return Reading(None) if here.base is None else at(holding(here.base, "month"))
    return _year_end(here) if _YEAR_END.fullmatch(words) else None


def week_of(words: str) -> str | None:
    """Return the date that names a week: "week of march 2" is about "march 2"."""
    found = _WEEK_OF.fullmatch(words)
    return None if found is None else found["rest"]


def _day(found: re.Match[str], here: Context) -> Reading:
    if here.today is None:
        return Reading(None)
    return at(Point("day", here.today + timedelta(_DAYS[found["word"]])))


def _stretch(found: re.Match[str], here: Context) -> Reading | None:
    unit, several = unit_of(found["unit"])
    if several > 1 or (found["unit"].endswith("s") and found["unit"] != "s"):
        return None
    steps = -1 if found["last"] else 1 if found["next"] else 0
    if found["this"] == "the" and not _looks_back(found, unit, here) and _OF_SOMETHING.match(here.after):
        return Reading(None)
    ended = _ENDED.match(here.after) if unit == "quarter" else None
    if ended is not None and (reading := absolute.read(plain(ended["date"]), replace(here, after=""))):
        return reading if reading.point is None else replace(at(holding(reading.point.first, unit)), aside=True)
    if _looks_back(found, unit, here):
        if here.last is None or (unit == "day" and not steps and here.last.unit != "day"):
            return Reading(None)
        return at(moved(holding(_edge(here.last, steps), unit), steps))
    base = here.base
    if base is None:
        return Reading(None)
    if unit == "weekend":
        if found["this"] == "this" and here.lean is None:
            here = replace(here, lean="future")
        return at(_weekend(base, steps, here))
    if unit == "quarter" and (found["that"] or found["this"] == "the"):
        # What a report calls the quarter is the one that it has named, else the last one that is over.
        return at(here.quarter or moved(holding(base, unit), -1))
    return at(moved(holding(base, unit), steps))


def _looks_back(found: re.Match[str], unit: Unit, here: Context) -> bool:
    """Whether a stretch is counted from the time told last: "that year", "the next day", "the following month"."""
    if (found["that"] and unit != "quarter") or _CHAINED.search(found["last"] or found["next"] or ""):
        return here.last is not None or here.base is None
    if found["next"] == "the next" and unit == "day":
        return here.last is not None
    if found["this"] != "the" or here.last is None:
        return False
    return unit == "day" and here.near and here.last.unit == "day"


def _edge(point: Point, steps: int) -> date:
    return point.last if steps > 0 else point.first


def _weekend(base: date, steps: int, here: Context) -> Point:
    ahead = holding(base, "weekend")
    if steps > 0 or (steps == 0 and here.lean == "future"):
        return ahead if steps == 0 or base.weekday() < 5 else moved(ahead, 1)
    return ahead if base.weekday() >= 5 and steps == 0 else moved(ahead, -1)


def _named(found: re.Match[str], here: Context) -> Reading | None:
    if found["this"] == "the":
        return None
    name, base = found["name"], here.base
    if base is None:
        return Reading(None)
    if re.fullmatch(MONTH, name):
        first, unit = date(2000, month_of(name), 1), "month"
    elif re.fullmatch(SEASON, name):
        first, unit = date(2000, season_of(name), 1), "season"
    else:
        return _named_day(found, here, base)
    return at(_turn(found, [holding(date(y, first.month, 1), _unit(unit)) for y in _years(base)], base))


def _unit(name: str) -> Unit:
    return "month" if name == "month" else "season"


def _years(base: date) -> range:
    return range(base.year - 2, base.year + 3)


def _turn(found: re.Match[str], points: list[Point], base: date) -> Point:
    """Of the same stretch in different years: the last that is over, the next to come, or the one of this year."""
    if found["last"] and "past" not in found["last"]:
        return [point for point in points if point.last < base][-1]
    if found["last"]:
        return [point for point in points if point.first <= base][-1]
    if found["next"]:
        return next(point for point in points if point.first > base)
    return next((p for p in points if p.first <= base <= p.last), points[2])


def _named_day(found: re.Match[str], here: Context, base: date) -> Reading | None:
    weekday = weekday_of(found["name"])
    if _CHAINED.search(found["last"] or found["next"] or "") and here.day is not None:
        base = here.day.first
    if found["last"]:
        return at(Point("day", base - timedelta((base.weekday() - weekday - 1) % 7 + 1)))
    if found["next"] or found["this"] == "this coming":
        return at(Point("day", base + timedelta((weekday - base.weekday() - 1) % 7 + 1)))
    if found["that"] and here.last is not None:
        return at(Point("day", holding(here.last.first, "week").first + timedelta(weekday)))
    if found["this"] == "this" and here.lean is None:
        here = replace(here, lean="future")
    point = of_weekday(weekday, here)
    return None if point is None else at(point)


def _of_stretch(found: re.Match[str], here: Context) -> Reading | None:
    """A month, season or weekday of a stretch: "june last year", "monday next week"."""
    stretch = read(f"{found['which']} {found['unit']}", here)
    if stretch is None or stretch.point is None:
        return stretch
    first, name = stretch.point.first, found["name"]
    if re.fullmatch(WEEKDAY, name) and found["unit"] == "week":
        return at(Point("day", first + timedelta(weekday_of(name))))
    if found["unit"] != "year" or (re.fullmatch(WEEKDAY, name) and not re.fullmatch(MONTH, name)):
        return None
    if re.fullmatch(MONTH, name):
        return at(Point("month", date(first.year, month_of(name), 1)))
    return at(Point("season", date(first.year, season_of(name), 1)))


def _of_month(found: re.Match[str], here: Context) -> Reading | None:
    """A day of a month: "the 20th of next month", "the first Friday of next month"."""
    month = read(f"{found['which']} month", here)
    if month is None or month.point is None:
        return month
    first, parts = month.point.first, found.groupdict()
    if "day" in parts:
        return at(Point("day", first.replace(day=int(parts["day"]))))
    which = int(parts["n"] or -1)
    return at(Point("day", nth_weekday(first.year, first.month, weekday_of(parts["weekday"]), which)))


def _after_next(found: re.Match[str], here: Context) -> Reading | None:
    coming = read(f"next {found['unit']}", here)
    return coming if coming is None or coming.point is None else at(moved(coming.point, 1))


def _year_end(here: Context) -> Reading:
    return Reading(None) if here.base is None else at(holding(here.base, "year"))


_READERS: Final = (
    (_DAY, _day),
    (_STRETCH, _stretch),
    (_NAMED, _named),
    (_BACK, _of_stretch),
    (_FORTH, _of_stretch),
    (_DAY_OF, _of_month),
    (_NTH_OF, _of_month),
    (_AFTER_NEXT, _after_next),
)
