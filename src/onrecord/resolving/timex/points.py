"""Stretches of the calendar that have a name: a day, a week, a quarter, a century; and how TIMEX3 writes each."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

SEASONS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
"""Seasons by their first month, as meteorologists count them; a winter bears the year of its December."""
_MONTHS: Final = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Point:
    """One stretch of the calendar: its unit, and its first day (a weekend's is the Saturday)."""

    unit: Unit
    first: date

    @property
    def value(self) -> str:
        """The TIMEX3 value, as TimeML 1.2.1 writes it."""
        day = self.first
        if self.unit in ("week", "weekend"):
            iso = day.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
        year = f"{day.year:04}"
        return {
            "day": day.isoformat(),
            "month": f"{year}-{day.month:02}",
            "quarter": f"{year}-Q{(day.month + 2) // 3}",
            "half": f"{year}-H{(day.month + 5) // 6}",
            "season": f"{year}-{SEASONS.get(day.month, 'XX')}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }[self.unit]

    @property
    def last(self) -> date:
        """Its last day. Raises ValueError or OverflowError at the end of the calendar."""
        return self.first + timedelta(1) if self.unit == "weekend" else moved(self, 1).first - timedelta(1)


def holding(day: date, unit: Unit) -> Point:
    """Return the stretch of this unit that holds a day; of weekends the one in its week."""
    if unit in _DAYS:
        first = {"day": 0, "week": day.weekday(), "weekend": day.weekday() - 5}[unit]
        return Point(unit, day - timedelta(first))
    months = day.year * 12 + day.month - 1
    # Seasons begin in December, a month before the quarters; centuries are counted by their first two digits.
    late = 1 if unit == "season" else 0
    return Point(unit, _first_of((months + late) // _MONTHS[unit] * _MONTHS[unit] - late))


def moved(point: Point, steps: int) -> Point:
    """Return the stretch so many of its own kind later. Raises ValueError or OverflowError beyond the calendar."""
    if point.unit in _DAYS:
        return Point(point.unit, point.first + timedelta(steps * _DAYS[point.unit]))
    months = point.first.year * 12 + point.first.month - 1
    return Point(point.unit, _first_of(months + steps * _MONTHS[point.unit]))


def years_moved(point: Point, years: int) -> Point:
    """Return the same stretch of another year; of weeks the one that holds the same date."""
    first = point.first
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return holding(date(first.year + years, first.month, day), point.unit)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """Return the `which`-th (from 1) of a weekday (Monday is 0) in a month, or the last one for -1.

    Raises ValueError where the month has fewer.
    """
    first = date(year, month, 1)
    if which < 0:
        end = moved(holding(first, "month"), 1).first - timedelta(1)
        return end - timedelta((end.weekday() - weekday) % 7)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    if day.month != month:
        raise ValueError(f"{year}-{month:02} has no {which} of weekday {weekday}")
    return day


def _first_of(months: int) -> date:
    # Century 0 and decade 0 would begin in a year that the calendar does not have.
    return date(months // 12 or 1, months % 12 + 1, 1)
