"""Dates as documents print them, into ISO 8601. A form that could mean two days (01/02/2024) is none."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from onrecord.errors import UsageError

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# "Jan. 2", "January 2, 2024", "2 January 2024", with or without the weekday; the year may be left out.
DAY: Final = (
    rf"(?:{WEEKDAY},?\s+)?"
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{4}})?)"
)

_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?P<dash>[-/]?)(?P<month>\d{2})(?P=dash)(?P<day>\d{2})"
    r"(?:(?:T|\s+)(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?|Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE | re.ASCII,
)
_WORDS: Final = re.compile(
    rf"(?:{WEEKDAY},?\s+)?(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH})),?\s+(?P<year>\d{{4}})",
    re.IGNORECASE | re.ASCII,
)
# The day of the week may be left out where the time of day stands there.
_RFC_2822: Final = re.compile(
    r"(?:[A-Za-z]{3},\s+\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\b|\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d\d)"
)
# Content systems print these for "not set": year 1, and the first second of Unix time.
_EARLIEST: Final = 1600
_UNSET: Final = date(1970, 1, 1)


def iso(stated: str) -> str | None:
    """Return the date or date-time that `stated` gives, as ISO 8601, or None where it gives no certain one.

    Reads ISO 8601 (also with a space for the T, and `+0800`), RFC 2822, and English dates in words, whose
    time of day is not read. Fractions of a second are dropped.
    """
    stated = stated.strip()
    if len(stated) > 80:
        return None
    try:
        read = _from_numbers(stated) or _from_mail(stated) or _from_words(stated)
        return read if read is not None and _is_set(read) else None
    except (ValueError, OverflowError, TypeError):
        return None


def published_or_usage_error(stated: str) -> str:
    """Return a publication date that the user gave, as ISO 8601. Raises UsageError for anything else."""
    try:
        read = _from_numbers(stated.strip())
    except (ValueError, OverflowError):
        read = None
    if read is None:
        advice = "give an ISO 8601 date such as 2024-10-31 or 2024-10-31T09:30+01:00"
        raise UsageError("--published", f"{stated!r} is not a date", advice)
    return read


def day_in_words(stated: str) -> str | None:
    """Return the ISO 8601 date of an English date with its year ("October 31, 2024"), else None."""
    try:
        return _from_words(stated.strip()) if len(stated) <= 80 else None
    except ValueError:
        return None


def _from_numbers(stated: str) -> str | None:
    match = _ISO.fullmatch(stated)
    if match is None:
        return None
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    if match["hour"] is None:
        return day.isoformat()
    clock = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    moment = datetime(day.year, day.month, day.day, *clock, tzinfo=_zone(match["zone"]))
    return moment.isoformat()


def _zone(stated: str | None) -> timezone | None:
    if stated is None:
        return None
    if stated.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = stated[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if stated[0] == "-" else offset)


def _from_mail(stated: str) -> str | None:
    if _RFC_2822.match(stated) is None:
        return None
    moment = parsedate_to_datetime(stated)
    return moment.isoformat()


def _from_words(stated: str) -> str | None:
    match = _WORDS.fullmatch(stated)
    if match is None:
        return None
    month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
    day = date(int(match["year"]), month, int(match["d1"] or match["d2"]))
    return day.isoformat()


def _is_set(read: str) -> bool:
    """Whether metadata mean the date: content systems write the first day of their calendar where none was set."""
    day = date.fromisoformat(read[:10])
    return day.year >= _EARLIEST and day != _UNSET
