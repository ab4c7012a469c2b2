"""Moments as other forms write them: a calendar date as far as it is known, and a stamp of fourteen digits."""

import re
from datetime import UTC, date, datetime
from typing import Final

from onrecord.days import days_of

_MONTH_OR_YEAR: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")


def calendar_date(value: str | None) -> str | None:
    """Return an ISO 8601 or TIMEX3 value as YYYY-MM-DD, YYYY-MM or YYYY, whatever of these it says.

    `None` for what is none of the three: a week, a season, "in the future", a stretch of time.
    """
    days = days_of(value)
    if days is None or value is None:
        return None
    first, last = days
    if first == last:
        return first
    return value if _MONTH_OR_YEAR.fullmatch(value) else None


def single_day(value: str | None) -> date | None:
    """Return the one day that an ISO 8601 or TIMEX3 value lies in, or None."""
    days = days_of(value)
    return date.fromisoformat(days[0]) if days is not None and days[0] == days[1] else None


def event_days(value: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day that a TIMEX3 value may mean; the last is None where it is the first.

    Both are None for what is no stretch of the calendar.
    """
    first, last = days_of(value) or (None, None)
    return first, None if last == first else last


def published(value: str | None) -> str | None:
    """Return when a document was published as ISO 8601 has it: with its time of day where that is known, or None."""
    moment = _moment(value)
    return calendar_date(value) if moment is None else moment.isoformat()


def stamp(value: str | None) -> str | None:
    """Return a day or a moment as YYYYMMDDHHMMSS in UTC, the time of day zeros where it is unknown, or None.

    A time of day that names no time zone is taken for UTC.
    """
    moment, day = _moment(value), single_day(value)
    if moment is not None:
        try:
            moment = moment.astimezone(UTC) if moment.tzinfo is not None else moment
        except OverflowError:  # the first or the last day that there is
            return None
        return f"{moment.year:04}{moment:%m%d%H%M%S}"
    return None if day is None else f"{day.year:04}{day:%m%d}000000"


def has_clock(value: str | None) -> bool:
    """Whether a moment says a time of day."""
    return _moment(value) is not None


def _moment(value: str | None) -> datetime | None:
    """The moment that an ISO 8601 date-time says; None for a date alone."""
    if value is None or len(value) <= len("YYYY-MM-DD"):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None
