"""Dates that are written out: "October 31, 2024", "31 Oct", "2024-10-31", "October", "1997", "the 30th"."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.resolving.timex.context import Context, Reading, at
from onrecord.resolving.timex.lexicon import DATE, MONTH, WEEKDAY, YEAR, month_of, weekday_of
from onrecord.resolving.timex.nearest import in_year, of_day, of_weekday
from onrecord.resolving.timex.points import Point, holding, nth_weekday
from onrecord.resolving.timex.wording import plain

_DAY: Final = r"(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d)"
_ON: Final = rf"(?:(?P<weekday>{WEEKDAY}) )?(?:the )?"
_IN: Final = rf"(?:(?:of |in )?(?P<year>{YEAR}|'?\d\d(?= ?$)))?"
_AMERICAN: Final = re.compile(rf"{_ON}(?P<month>{MONTH}) (?:the )?{_DAY} ?{_IN}")
_EUROPEAN: Final = re.compile(rf"{_ON}{_DAY} (?:day )?(?:of )?(?P<month>{MONTH}) ?{_IN}")
# A number that no month has days for is a year: "August 99".
_MONTH_YEAR: Final = re.compile(rf"(?:month of )?(?P<month>{MONTH}) (?:of |in )?(?P<year>{YEAR}|'\d\d|3[2-9]|[4-9]\d)")
_YEAR_MONTH: Final = re.compile(rf"(?P<year>{YEAR}) (?P<month>{MONTH})")
_YEAR_FIRST: Final = re.compile(rf"(?P<weekday>(?!))?(?P<year>{YEAR}) (?P<month>{MONTH}) {_DAY}")
_MONTH: Final = re.compile(rf"(?:the )?(?:month of |end )?(?P<month>{MONTH})")
_YEAR: Final = re.compile(rf"(?:the )?(?:year |(?:fiscal|calendar) (?:year )?|fy ?)?(?P<year>{YEAR})(?: fiscal year)?")
_SHORT_YEAR: Final = re.compile(r"'(?P<year>\d\d)")
_ISO: Final = re.compile(r"(?P<year>\d{4})([-/]?)(?P<month>\d\d)\2(?P<day>\d\d)")
_SLASHED: Final = re.compile(r"(?P<first>\d\d?)([-/])(?P<second>\d\d?)\2(?P<year>\d{4}|\d\d)")
_DOTS: Final = re.compile(r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})")
_DOTS_LATE: Final = re.compile(r"(?P<year>\d{4})\.(?P<month>\d\d?)\.(?P<day>\d\d?)")
_NTH: Final = re.compile(
    rf"(?:the )?(?:(?P<n>[1-5])th|last) (?P<weekday>{WEEKDAY}) (?:of |in )?"
    rf"(?P<month>{MONTH})(?: (?P<year>{YEAR}))?"
)
_ORDINAL: Final = re.compile(r"the (?P<day>\d\d?)(?:st|nd|rd|th)")
_WEEKDAY_AND_DAY: Final = re.compile(rf"(?P<weekday>{WEEKDAY}) (?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?")
_WEEKDAY: Final = re.compile(rf"(?:a |the )?(?P<weekday>{WEEKDAY})")
_DATE_AFTER: Final = re.compile(rf",? (?P<date>{DATE})")
_RANGE: Final = re.compile(rf"(?P<year>{YEAR}) ?(?:-|to|and|until|through|till) ?(?P<end>{YEAR}|\d\d)")
_ISO_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_AND: Final = re.compile(r"(?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?")
_YEAR_BEFORE: Final = re.compile(r"\b(?P<year>(?:1\d|20)\d\d) ?[-\u2013/]$")
_NUMBERED: Final = re.compile(rf"(?P<year>{YEAR}) ?[-/] ?(?P<month>\d\d?)")
_NUMBERED_LATE: Final = re.compile(rf"(?P<month>\d\d?) ?[-/] ?(?P<year>{YEAR})")
_OF_THAT_YEAR: Final = re.compile(rf"(?P<rest>(?:.* )?{MONTH}(?: .*)?) (?:of |in )?(?:that|the same|that same) year")
_BEFORE_CHRIST: Final = re.compile(r"(?P<year>\d{1,4}) ?b ?c(?: ?e)?")
# "August and September 1914", "May 4 to May 9, 1911": the year stands with the second.
_AND_THEN: Final = r"\s*(?:and|or|to|through|until|[-\u2013\u2014])\s*"
_SHARED: Final = re.compile(rf"{_AND_THEN}(?:{MONTH}\.?\s*)?(?:\d\d?,?\s+)?(?:{MONTH}\.?,?\s+)?(?P<year>{YEAR})\b")
_SHARED_MONTH: Final = re.compile(
    rf"{_AND_THEN}\d\d?(?:st|nd|rd|th)?\s+(?P<month>{MONTH})\b\.?,?(?:\s+(?P<year>{YEAR})\b)?"
)
# A year of two digits from here on belongs to the last century.
_PIVOT: Final = 50


def read(words: str, here: Context) -> Reading | None:
    """Read a written-out date; a form that could mean two days (01/02/2024) has no value."""
    for pattern, reader in _READERS:
        found = pattern.fullmatch(words)
        if found is not None:
            reading = reader(found, here)
            if reading is not None or reader is not _numbered:
                return reading
    return None


def _dated(found: re.Match[str], here: Context) -> Reading:
    month, day, shared = month_of(found["month"]), int(found["day"]), _SHARED.match(here.after)
    year = found["year"] or (shared and shared["year"])
    if year:
        return at(Point("day", date(_year(year), month, day)))
    weekday = weekday_of(found["weekday"]) if found["weekday"] else None
    point = in_year(here, "day", lambda year: _on_weekday(date(year, month, day), weekday))
    return Reading(None) if point is None else at(point)


def _on_weekday(day: date, weekday: int | None) -> date:
    """Return the day. Raises ValueError where it is not the weekday that is said of it."""
    if weekday is not None and day.weekday() != weekday:
        raise ValueError(f"{day} is no weekday {weekday}")
    return day


def _month_and_year(found: re.Match[str], here: Context) -> Reading:
    return at(Point("month", date(_year(found["year"]), month_of(found["month"]), 1)))


def _month(found: re.Match[str], here: Context) -> Reading:
    month = month_of(found["month"])
    shared = _SHARED.match(here.after)
    if shared is not None:
        return at(Point("month", date(int(shared["year"]), month, 1)))
    point = in_year(here, "month", lambda year: date(year, month, 1))
    return Reading(None) if point is None else at(point)


def _of_year(found: re.Match[str], here: Context) -> Reading | None:
    if here.type == "TIME":
        return None  # "ten forty-five"
    return at(Point("year", date(_year(found["year"]), 1, 1)))


def _iso(found: re.Match[str], here: Context) -> Reading:
    return at(Point("day", date(int(found["year"]), int(found["month"]), int(found["day"]))))


def _slashed(found: re.Match[str], here: Context) -> Reading:
    first, second, year = int(found["first"]), int(found["second"]), _year(found["year"])
    if first > 12 or first == second:
        return at(Point("day", date(year, second, first)))
    return at(Point("day", date(year, first, second))) if second > 12 else Reading(None)


def _ordinal(found: re.Match[str], here: Context) -> Reading | None:
    """A bare day of the month: of the month told last in this paragraph, else of the month at hand."""
    base = here.last.first if here.last is not None and here.near else here.base
    if base is None:
        return Reading(None)
    return at(Point("day", holding(base, "month").first.replace(day=int(found["day"]))))


def _weekday_and_day(found: re.Match[str], here: Context) -> Reading:
    point = of_day(weekday_of(found["weekday"]), int(found["day"]), here)
    return Reading(None) if point is None else at(point)


def _nth(found: re.Match[str], here: Context) -> Reading:
    """One of the weekdays of a month: "the first Friday of July"."""
    month, weekday, which = month_of(found["month"]), weekday_of(found["weekday"]), int(found["n"] or -1)

    def day_in(year: int) -> date:
        return nth_weekday(year, month, weekday, which)

    if found["year"]:
        return at(Point("day", day_in(int(found["year"]))))
    point = in_year(here, "day", day_in)
    return Reading(None) if point is None else at(point)


def _weekday(found: re.Match[str], here: Context) -> Reading:
    date_after = _DATE_AFTER.match(here.after)
    if date_after is not None:
        dated = read(f"{found['weekday']} {plain(date_after['date'])}", replace(here, after=""))
        if dated is not None:
            return dated
    weekday = weekday_of(found["weekday"])
    if not here.narrative:
        point = of_weekday(weekday, here)
        return Reading(None) if point is None else at(point)
    return Reading(None)


def _range(found: re.Match[str], here: Context) -> Reading:
    """From one year to another: how long that is, counted as TimeML counts the years between; or "2024-03", a month."""
    start, end = int(found["year"]), found["end"]
    if _ISO_MONTH.fullmatch(found.group()) and int(end) <= start % 100:
        return at(Point("month", date(start, int(end), 1)))
    years = int(end if len(end) == 4 else f"{found['year'][:2]}{end}") - start
    return Reading(f"P{years}Y" if years > 0 else None, "DURATION")


def _and(found: re.Match[str], here: Context) -> Reading | None:
    """A bare number beside a day: "April 24 and 25", "10 to 12 June"."""
    since = _YEAR_BEFORE.search(here.before)
    if since is not None and since["year"][2:] < found["day"]:
        return at(Point("year", date(int(since["year"][:2] + found["day"]), 1, 1)))
    shared = _SHARED_MONTH.match(here.after)
    if shared is not None:
        month, year = shared["month"], shared["year"]
        return read(f"{month} {found['day']}" + (f" {year}" if year else ""), replace(here, after=""))
    if here.day is None or here.last is not here.day or not here.before.endswith((" and ", " or ", " to ", "-")):
        return None
    day = here.day.first.replace(day=int(found["day"]))
    return at(Point("day", day)) if day > here.day.first else None


def _numbered(found: re.Match[str], here: Context) -> Reading | None:
    """A month in figures: "11/2016", "2016/3"; what could be the later of two years ("2011-12") is none."""
    month, year = int(found["month"]), int(found["year"])
    if not 0 < month < 13 or (found.re is _NUMBERED and len(found["month"]) == 2 and month > year % 100):
        return None
    return at(Point("month", date(year, month, 1)))


def _of_that_year(found: re.Match[str], here: Context) -> Reading | None:
    if here.last is None:
        return Reading(None)
    return read(f"{found['rest']} {here.last.first.year:04}", replace(here, after=""))


def _before_christ(found: re.Match[str], here: Context) -> Reading:
    return Reading(f"BC{int(found['year']):04}")


def _year(digits: str) -> int:
    year = int(digits.lstrip("'"))
    return year if len(digits.lstrip("'")) > 2 else year + (2000 if year < _PIVOT else 1900)


_READERS: Final = (
    (_MONTH_YEAR, _month_and_year),
    (_AMERICAN, _dated),
    (_EUROPEAN, _dated),
    (_YEAR_FIRST, _dated),
    (_YEAR_MONTH, _month_and_year),
    (_MONTH, _month),
    (_YEAR, _of_year),
    (_SHORT_YEAR, _of_year),
    (_ISO, _iso),
    (_SLASHED, _slashed),
    (_DOTS, _iso),
    (_DOTS_LATE, _iso),
    (_NTH, _nth),
    (_ORDINAL, _ordinal),
    (_WEEKDAY_AND_DAY, _weekday_and_day),
    (_WEEKDAY, _weekday),
    (_NUMBERED, _numbered),
    (_NUMBERED_LATE, _numbered),
    (_RANGE, _range),
    (_BEFORE_CHRIST, _before_christ),
    (_OF_THAT_YEAR, _of_that_year),
    (_AND, _and),
)
