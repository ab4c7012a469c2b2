"""Which of the many Fridays or Octobers is meant: the one that the tense points at, the nearest where it does not."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from onrecord.resolving.timex.context import Context
from onrecord.resolving.timex.points import Point, Unit, holding, moved

# How much farther off a stretch seems on the side to which the tense does not point, and where the verb stands right
# beside the expression; and how much the future where none points.
_AGAINST = 5.0
_FIRMLY = 400.0
_UNSAID = 1.5
# And how much nearer, in a history, what lies before the time told last.
_BACK = 0.4
# A weekday with its day of the month is looked for in so many months on either side.
_MONTHS = 6


def in_year(here: Context, unit: Unit, of: Callable[[int], date]) -> Point | None:
    """Return the stretch of a unit that begins at `of(year)`, in the year that the context calls for.

    A year for which `of` raises ValueError has no such stretch: 29 February, a Friday the 13th.
    """
    if here.narrative:
        return None if here.last is None else _onward(here.last, unit, of)
    if here.today is None:
        return None
    today = here.today
    found = list(_stretches(unit, of, range(today.year - 1, today.year + 2)))
    return min(found, key=lambda point: _far(point, here, today), default=None)


def of_day(weekday: int, day: int, here: Context) -> Point | None:
    """Return the day of a month that is this weekday, in the month that the context calls for: "Friday the 13th"."""
    if here.today is None or here.narrative:
        return None
    month = holding(here.today, "month")
    found = [first for steps in range(-_MONTHS, _MONTHS + 1) if (first := _day_of(moved(month, steps).first, day))]
    points = [holding(one, "day") for one in found if one.weekday() == weekday]
    today = here.today
    return min(points, key=lambda point: _far(point, here, today), default=None)


def _day_of(first: date, day: int) -> date | None:
    with suppress(ValueError):
        return first.replace(day=day)
    return None


def of_weekday(weekday: int, here: Context) -> Point | None:
    """Return a weekday: today where it is one, else the last one, or the next one under the future.

    The convention of news agencies, whose reports name the days of the week before and after their own.
    """
    if here.today is None:
        return None
    ahead = (weekday - here.today.weekday()) % 7
    return holding(here.today + timedelta(ahead if here.lean == "future" or not ahead else ahead - 7), "day")


def _onward(last: Point, unit: Unit, of: Callable[[int], date]) -> Point | None:
    """A history goes on, or back a little: of the year told last and the one after it, the nearer."""
    found = _stretches(unit, of, range(last.first.year, last.first.year + 2))
    return min(found, key=lambda point: _step((point.first - last.first).days), default=None)


def _stretches(unit: Unit, of: Callable[[int], date], years: range) -> Iterator[Point]:
    for year in years:
        with suppress(ValueError):
            yield holding(of(year), unit)


def _step(days: int) -> float:
    return days if days >= 0 else -days * _BACK


def _far(point: Point, here: Context, today: date) -> float:
    if point.first <= today <= point.last:
        return 0.0
    days = (point.first - today).days if point.first > today else (point.last - today).days
    if here.lean is None:
        return days * _UNSAID if days > 0 else -days
    return abs(days) * (1.0 if (days > 0) == (here.lean == "future") else _against(point, here))


def _against(point: Point, here: Context) -> float:
    """Reports expect and announce what a quarter brought that is over: of quarters no verb tells surely."""
    return _FIRMLY if here.firm and point.unit != "quarter" else _AGAINST
