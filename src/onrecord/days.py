"""The days that a moment may be: what lets `2024-10` and `2024-10-31` be compared."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from onrecord.errors import UsageError

# First and last day, each YYYY-MM-DD: in that form the order of the strings is the order of the days.
Days = tuple[str, str]

_CLOCK: Final = r"(?:[01][0-9]|2[0-4])(?::?[0-5][0-9](?::?[0-6][0-9](?:[.,][0-9]+)?)?)?"
_ZONE: Final = r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)"
# ISO 8601 dates and date-times, and what TIMEX3 adds: weeks, week-ends, quarters, halves, seasons, parts of day.
_MOMENT: Final = re.compile(
    rf"""(?P<year>[0-9]{{4}})
    (?: -(?P<month>[0-9]{{2}}) (?: -(?P<day>[0-9]{{2}}) (?:[T ](?:NI|MO|MI|AF|EV|DT|{_CLOCK}{_ZONE}?))? )?
      | -W(?P<week>[0-9]{{2}}) (?: -(?P<weekday>[1-7]|WE) )?
      | -Q(?P<quarter>[1-4])
      | -H(?P<half>[12])
      | -(?:SP|SU|FA|WI)
    )?""",
    re.VERBOSE,
)


def days_of(value: str | None) -> Days | None:
    """Return the first and last day that an ISO 8601 or TIMEX3 value may mean, each YYYY-MM-DD.

    A season is its whole year, since its months differ between the hemispheres. `None` for what is no
    stretch of the calendar (`FUTURE_REF`, `P1D`, `None`).
    """
    match = _MOMENT.fullmatch(value) if value is not None else None
    if match is None:
        return None
    try:
        first, last = _bounds(match)
    except (ValueError, OverflowError):  # a year 0, a month 13, a week 54, a 30 February
        return None
    return first.isoformat(), last.isoformat()


def first_day(option: str, value: str) -> str:
    """Return the first day of a bound that a user gave. Raises UsageError, naming the option."""
    return _days_given(option, value)[0]


def last_day(option: str, value: str) -> str:
    """Return the last day of a bound that a user gave. Raises UsageError, naming the option."""
    return _days_given(option, value)[1]


def _days_given(option: str, value: str) -> Days:
    days = days_of(value)
    if days is None:
        raise UsageError(option, f"{value!r} is no date", "write it as 2024, 2024-10 or 2024-10-31")
    return days


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"])
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def _week(year: int, week: int, weekday: str | None) -> tuple[date, date]:
    first, last = (1, 7) if weekday is None else (6, 7) if weekday == "WE" else (int(weekday), int(weekday))
    return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
