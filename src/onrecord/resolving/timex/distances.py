"""So long before or after a time: "two years ago", "three days later", "a week from now", "a year earlier"."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from onrecord.resolving.timex.context import Context, Reading, at
from onrecord.resolving.timex.lexicon import CALENDAR_UNIT, NUMBER, unit_of
from onrecord.resolving.timex.points import Point, Unit, holding, moved, years_moved

_AGO: Final = re.compile(rf"(?P<n>{NUMBER}) (?P<unit>{CALENDAR_UNIT}) (?:and a half )?ago(?: (?P<day>today))?")
_SEVERAL_AGO: Final = re.compile(rf"(?P<parts>(?:\d+ {CALENDAR_UNIT} (?:and )?)+\d+ {CALENDAR_UNIT}) ago")
_LATER: Final = re.compile(
    rf"(?P<n>{NUMBER}) (?P<unit>{CALENDAR_UNIT}) (?P<way>earlier|before|previously|prior|later|after|afterwards?)"
)
_HENCE: Final = re.compile(rf"(?P<n>{NUMBER}) (?P<unit>{CALENDAR_UNIT}) (?:from (?:now|today)|hence)")
_SAME: Final = r"(?:the )?(?:same|comparable|corresponding)"
_FROM: Final = re.compile(rf"(?P<n>{NUMBER}) (?P<unit>{CALENDAR_UNIT}) (?P<way>before|after|from) (?P<date>.+)")
_YEAR_AGO: Final = re.compile(
    r"(?:the )?(?:comparable |same |corresponding )?year (?:ago|earlier)(?: .+)?"
    rf"|{_SAME} (?:time|period|point|quarter) (?:last year|1 year (?:ago|earlier|before))"
)
_LONG_AGO: Final = re.compile(
    rf"(?:x|many|long|some) ?(?:{CALENDAR_UNIT}|time|)?s? ?ago|(?:day|week|month|year|decade|centurie)s ago|ago"
)
_FINEST: Final[tuple[Unit, ...]] = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_HOURS: Final = re.compile(rf"(?P<n>{NUMBER}|half) (?:hour|minute|second|min)s? (?P<way>ago|earlier|later|from now)")
_RESIDUE: Final = re.compile(rf"(?P<n>{NUMBER}) (?P<unit>{CALENDAR_UNIT})")


def read(words: str, here: Context) -> Reading | None:
    """Read a distance from the day of publication ("ago") or from the time told last ("later")."""
    found = _AGO.fullmatch(words) or _HENCE.fullmatch(words)
    if found is not None and found["n"] != "x":
        return _counted(found, here, 1 if _HENCE.fullmatch(words) else -1)
    found = _SEVERAL_AGO.fullmatch(words)
    if found is not None:
        return _several(found["parts"], here)
    if _LONG_AGO.fullmatch(words):
        return Reading("PAST_REF")
    if _YEAR_AGO.fullmatch(words):
        return _year_before(here, quarter="quarter" in words or "period" in words)
    found = _LATER.fullmatch(words)
    if found is not None:
        return _from_last(found, here)
    return Reading(None, "TIME") if _HOURS.fullmatch(words) else None


def read_from(words: str, here: Context, date_of: Callable[[str, Context], Reading | None]) -> Reading | None:
    """Read a distance from a date that stands in the same expression: "two weeks before Christmas"."""
    found = _FROM.fullmatch(words)
    if found is None or found["n"] == "x":
        return None
    base = date_of(found["date"], here)
    if base is None or base.point is None or base.point.unit != "day":
        return None
    unit, _ = unit_of(found["unit"])
    return at(_coarse(_moved(base.point, found["n"], found["unit"], -1 if found["way"] == "before" else 1), unit))


def _counted(found: re.Match[str], here: Context, way: int) -> Reading:
    if here.today is None:
        return Reading(None)
    if (found["n"], found["unit"]) == ("1", "year") and _is_quarter(here):
        return _year_before(here)
    day = holding(here.today, "day")
    point = _moved(day, found["n"], found["unit"], way)
    unit, _ = unit_of(found["unit"])
    return at(point if found.groupdict().get("day") else _coarse(point, unit))


def _several(parts: str, here: Context) -> Reading:
    """So many of one unit and so many of another before the day of publication, as coarse as the smaller one."""
    if here.today is None:
        return Reading(None)
    point, units = holding(here.today, "day"), list[Unit]()
    for found in _RESIDUE.finditer(parts):
        point = _moved(point, found["n"], found["unit"], -1)
        units.append(unit_of(found["unit"])[0])
    return at(_coarse(point, min(units, key=_FINEST.index)))


def _from_last(found: re.Match[str], here: Context) -> Reading:
    way = 1 if found["way"] in ("later", "after", "afterward", "afterwards") else -1
    unit, _ = unit_of(found["unit"])
    if found["n"] == "x":
        return Reading("FUTURE_REF" if way > 0 else "PAST_REF")
    base = here.last or (None if here.today is None or here.narrative else holding(here.today, "day"))
    if base is None:
        return Reading(None)
    if unit == "year" and base.unit in ("quarter", "half", "season"):
        return replace(at(years_moved(base, way * int(float(found["n"])))), aside=way < 0)
    if unit == "day" and base.unit != "day":
        return Reading(None)
    return at(_coarse(_moved(base, found["n"], found["unit"], way), unit))


def _year_before(here: Context, *, quarter: bool = False) -> Reading:
    """The same stretch a year before: of a quarter that was told of the quarter, else the year."""
    if here.quarter is not None and (quarter or _is_quarter(here)):
        return replace(at(years_moved(here.quarter, -1)), aside=True)
    if here.base is None:
        return Reading(None)
    return replace(at(moved(holding(here.base, "year"), -1)), aside=True)


def _is_quarter(here: Context) -> bool:
    return here.last is not None and here.last.unit == "quarter"


def _moved(base: Point, number: str, word: str, way: int) -> Point:
    unit, several = unit_of(word)
    steps = way * float(number) * several
    if unit in ("day", "week", "weekend"):
        return Point("day", base.first + timedelta(round(steps * (1 if unit == "day" else 7))))
    if unit in ("decade", "century"):
        steps, unit = steps * (10 if unit == "decade" else 100), "year"
    months = round(steps * {"month": 1, "quarter": 3}.get(unit, 12))
    month = moved(holding(base.first, "month"), months)
    day = min(base.first.day, (month.last).day)
    return Point("day", month.first.replace(day=day))


def _coarse(point: Point, unit: Unit) -> Point:
    """As coarse as the distance is told: years give a year, weeks a week."""
    if unit in ("decade", "century"):
        return holding(point.first, "year")
    return holding(point.first, "week" if unit == "weekend" else unit)
