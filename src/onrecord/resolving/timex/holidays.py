"""Days with a name of their own: Christmas, Thanksgiving, Election Day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from onrecord.resolving.timex.context import Context, Reading, at
from onrecord.resolving.timex.lexicon import YEAR
from onrecord.resolving.timex.nearest import in_year
from onrecord.resolving.timex.points import Point, holding, nth_weekday

_DAY_OF: Final[dict[str, Callable[[int], date]]] = {
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas": lambda year: date(year, 12, 25),
    "boxing": lambda year: date(year, 12, 26),
    "new years eve": lambda year: date(year, 12, 31),
    "new year eve": lambda year: date(year, 12, 31),
    "new years": lambda year: date(year, 1, 1),
    "new year": lambda year: date(year, 1, 1),
    "valentines": lambda year: date(year, 2, 14),
    "valentine": lambda year: date(year, 2, 14),
    "may": lambda year: date(year, 5, 1),
    "international workers": lambda year: date(year, 5, 1),
    "womens": lambda year: date(year, 3, 8),
    "international womens": lambda year: date(year, 3, 8),
    "st patrick": lambda year: date(year, 3, 17),
    "st patricks": lambda year: date(year, 3, 17),
    "saint patrick": lambda year: date(year, 3, 17),
    "saint patricks": lambda year: date(year, 3, 17),
    "earth": lambda year: date(year, 4, 22),
    "anzac": lambda year: date(year, 4, 25),
    "juneteenth": lambda year: date(year, 6, 19),
    "canada": lambda year: date(year, 7, 1),
    "remembrance": lambda year: date(year, 11, 11),
    "father": lambda year: nth_weekday(year, 6, 6, 3),
    "fathers": lambda year: nth_weekday(year, 6, 6, 3),
    "mlk": lambda year: nth_weekday(year, 1, 0, 3),
    "independence": lambda year: date(year, 7, 4),
    "bastille": lambda year: date(year, 7, 14),
    "halloween": lambda year: date(year, 10, 31),
    "veterans": lambda year: date(year, 11, 11),
    "armistice": lambda year: date(year, 11, 11),
    "martin luther king": lambda year: nth_weekday(year, 1, 0, 3),
    "presidents": lambda year: nth_weekday(year, 2, 0, 3),
    "memorial": lambda year: nth_weekday(year, 5, 0, -1),
    "labor": lambda year: nth_weekday(year, 9, 0, 1),
    "columbus": lambda year: nth_weekday(year, 10, 0, 2),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(1),
    "cyber monday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(4),
    "election": lambda year: nth_weekday(year, 11, 0, 1) + timedelta(1),
    "ash wednesday": lambda year: _easter(year) - timedelta(46),
    "palm sunday": lambda year: _easter(year) - timedelta(7),
    "good friday": lambda year: _easter(year) - timedelta(2),
    "easter": lambda year: _easter(year),
    "easter sunday": lambda year: _easter(year),
    "easter monday": lambda year: _easter(year) + timedelta(1),
}
_BARE: Final = frozenset(
    name for name in _DAY_OF if re.search("eve$|^christmas|^hal|^thanks|^june|(?:fri|mon|sun|wednes)day$|^easter", name)
)
_NAMES: Final = "|".join(sorted(_DAY_OF, key=len, reverse=True))
_HOLIDAY: Final = re.compile(
    rf"(?:the |(?P<which>this|last|next|previous|following) )?(?P<of>weekend of )?"
    rf"(?P<name>{_NAMES})(?P<day> day)?(?P<weekend> weekend)?"
    rf"(?: (?:of |in )?(?P<year>{YEAR}|(?:this|last|next) year))?"
)
_SHIFTS: Final = {"last": -1, "next": 1, "this": 0}


def read(words: str, here: Context) -> Reading | None:
    """Read a holiday, of the year that is named or that the tense points at."""
    found = _HOLIDAY.fullmatch(words)
    if found is None or not (found["day"] or found["name"] in _BARE):
        return None
    reading = _day(found, here)
    if reading.point is not None and (found["of"] or found["weekend"]):
        return at(_weekend(reading.point.first))
    return reading


def _weekend(day: date) -> Point:
    """The weekend of a holiday: of a Monday the one before it."""
    return holding(day - timedelta(1) if day.weekday() == 0 else day, "weekend")


def _day(found: re.Match[str], here: Context) -> Reading:
    day_of, year = _DAY_OF[found["name"]], found["year"]
    if year and year[0].isdigit():
        return at(Point("day", day_of(int(year))))
    if here.today is None:
        return Reading(None)
    if year:
        return at(Point("day", day_of(here.today.year + _SHIFTS[year.split()[0]])))
    return _nearest(day_of, found["which"], here, here.today)


def _nearest(day_of: Callable[[int], date], which: str | None, here: Context, today: date) -> Reading:
    years = range(today.year - 1, today.year + 2)
    if which in ("last", "previous"):
        return at(Point("day", max(day for day in map(day_of, years) if day < today)))
    if which in ("next", "following"):
        return at(Point("day", min(day for day in map(day_of, years) if day > today)))
    point = in_year(here, "day", day_of)
    return Reading(None) if point is None else at(point)


def _easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
