"""Quarters, halves, seasons, decades and centuries: "the third quarter of 1999", "the 1990s", "the 19th century"."""

import re
from datetime import date
from typing import Final

from onrecord.resolving.timex.context import Context, Reading, at
from onrecord.resolving.timex.lexicon import SEASON, YEAR, season_of
from onrecord.resolving.timex.nearest import in_year
from onrecord.resolving.timex.points import Point, Unit, holding, moved

_WHOSE: Final = rf"(?:(?P<year>{YEAR})|(?P<which>this|last|next|that|the (?:previous|following|same)) (?:fiscal )?year)"
_NUMBER: Final = r"(?:(?P<n>[1-4])(?:st|nd|rd|th)|(?P<final>final|last)(?= (?:quarter|half) (?:of|in))|q(?P<q>[1-4]))"
_PART: Final = rf"(?:the )?(?:fiscal )?{_NUMBER} ?(?:fiscal )?(?P<unit>quarters?|half|)"
_PARTS: Final = (
    re.compile(rf"{_PART}(?:[ -](?:of |in )?(?:the )?(?:fiscal )?(?:year )?{_WHOSE})?(?: quarter| of the year)?"),
    re.compile(rf"(?:the )?(?:fiscal )?{_WHOSE} {_PART}"),
)
_SEASON: Final = re.compile(rf"(?:the )?(?P<season>{SEASON})(?: (?:of |in )?{_WHOSE})?")
_SEASON_LATE: Final = re.compile(rf"(?:the )?{_WHOSE} (?P<season>{SEASON})")
_LATEST: Final = re.compile(
    r"(?:the )?(?:latest|most recent|recent) (?:fiscal )?(?P<unit>quarter|period|month|year|week)"
)
_OF_YEAR: Final = re.compile(rf"(?:the )?{_WHOSE} (?:quarter|period)")
_DECADE: Final = re.compile(r"(?:the )?(?P<century>1\d|20)(?P<digit>\d)0 ?'?s")
_NAMED: Final = re.compile(r"(?:the )?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)")
_SPELLED: Final = re.compile(
    r"(?:the )?(?P<century>1[5-9]|20) "
    r"(?P<word>tens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
)
_NOUGHTIES: Final = re.compile(r"(?:the )?(?:noughties|aughts)")
_SHORT: Final = re.compile(r"(?:the )?'?(?P<digit>[2-9])0'?s")
_CENTURY: Final = re.compile(r"(?:the )?(?P<n>\d\d?)(?:st|nd|rd|th) centur(?:y|ies)(?P<bc> b ?c(?: ?e)?)?")
_WEEK: Final = re.compile(rf"(?:the )?(?P<n>\d\d?)(?:st|nd|rd|th) week (?:of |in )?{_WHOSE}")
_KINDS: Final[tuple[Unit, ...]] = ("week", "month", "quarter", "year")
_TENS: Final = ["tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


def read(words: str, here: Context) -> Reading | None:
    """Read a quarter, half, season, decade or century."""
    for pattern in _PARTS:
        found = pattern.fullmatch(words)
        if found is not None and (found["unit"] or found["q"]):
            return _part(found, here)
    found = _SEASON.fullmatch(words) or _SEASON_LATE.fullmatch(words)
    if found is not None:
        return _season(found, here)
    found = _LATEST.fullmatch(words)
    if found is not None:
        return _latest(found["unit"], here)
    found = _WEEK.fullmatch(words)
    if found is not None:
        return _week(found, here)
    found = _OF_YEAR.fullmatch(words)
    return _long(words) if found is None else _of_year(found, here)


def _part(found: re.Match[str], here: Context) -> Reading | None:
    half = found["unit"] == "half"
    number = int(found["n"] or found["q"] or (2 if half else 4))
    if half and number > 2:
        return None
    month = (number - 1) * (6 if half else 3) + 1
    if found["year"] or found["which"]:
        year = _year(found, here)
        return Reading(None) if year is None else at(Point("half" if half else "quarter", date(year, month, 1)))
    point = in_year(here, "half" if half else "quarter", lambda year: date(year, month, 1))
    return Reading(None) if point is None else at(point)


def _week(found: re.Match[str], here: Context) -> Reading:
    """A week of a year, as ISO 8601 counts them."""
    year = _year(found, here)
    return Reading(None) if year is None else at(Point("week", date.fromisocalendar(year, int(found["n"]), 1)))


def _of_year(found: re.Match[str], here: Context) -> Reading:
    """The quarter that was told, of another year; where none was, the year."""
    year = _year(found, here)
    if year is None:
        return Reading(None)
    month = 1 if here.quarter is None else here.quarter.first.month
    return at(Point("year" if here.quarter is None else "quarter", date(year, month, 1)))


def _year(found: re.Match[str], here: Context) -> int | None:
    if found["year"]:
        return int(found["year"])
    words = found["which"]
    base = here.last.first if here.last is not None and words not in ("this", "last", "next") else here.base
    if base is None:
        return None
    return base.year + {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(words, 0)


def _season(found: re.Match[str], here: Context) -> Reading:
    month = season_of(found["season"])
    if found["year"] or found["which"]:
        year = _year(found, here)
        return Reading(None) if year is None else at(Point("season", date(year, month, 1)))
    point = in_year(here, "season", lambda year: date(year, month, 1))
    return Reading(None) if point is None else at(point)


def _latest(unit: str, here: Context) -> Reading:
    """The last stretch that is over; reports on a quarter call it "the latest period" too."""
    if here.quarter is not None and unit in ("quarter", "period"):
        return at(here.quarter)
    if here.base is None:
        return Reading(None)
    for kind in _KINDS:
        if kind == unit:
            return at(moved(holding(here.base, kind), -1))
    return Reading(None)


def _long(words: str) -> Reading | None:
    """A decade or a century, by its first digits as TIMEX2 and TimeML write it."""
    found = _DECADE.fullmatch(words)
    if found is not None:
        return at(Point("decade", date(int(found["century"]) * 100 + int(found["digit"]) * 10, 1, 1)))
    found = _SHORT.fullmatch(words)
    if found is not None:
        return at(Point("decade", date(1900 + int(found["digit"]) * 10, 1, 1)))
    found = _NAMED.fullmatch(words)
    if found is not None:
        return at(Point("decade", date(1910 + 10 * _TENS.index(found["word"]), 1, 1)))
    found = _SPELLED.fullmatch(words)
    if found is not None:
        return at(Point("decade", date(100 * int(found["century"]) + 10 + 10 * _TENS.index(found["word"]), 1, 1)))
    if _NOUGHTIES.fullmatch(words):
        return at(Point("decade", date(2000, 1, 1)))
    found = _CENTURY.fullmatch(words)
    if found is None or int(found["n"]) == 0:
        return None
    if found["bc"]:
        return Reading(f"BC{int(found['n']) - 1:02}")
    return Reading(f"{int(found['n']) - 1:02}")
