"""Moments as the ledger writes them: UTC, ISO 8601, microseconds, so that text order is time order."""

from datetime import UTC, datetime

from onrecord.errors import UsageError


def moment(when: datetime) -> str:
    """Write an aware moment, such as `2024-10-31T09:30:00.000000Z`. Raises UsageError for a naive one."""
    if when.tzinfo is None or when.utcoffset() is None:
        raise UsageError("seen", f"{when.isoformat()} has no time zone", "give a moment with one, such as UTC")
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def moment_given(option: str, written: str) -> datetime:
    """Read a moment that a user gave in ISO 8601: of a day alone its first second, without a zone UTC.

    Raises UsageError, naming the option, for what is no moment, and for one that is yet to come.
    """
    try:
        read = datetime.fromisoformat(written.strip())
        when = (read if read.tzinfo is not None else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        advice = "give an ISO 8601 date such as 2024-10-31 or 2024-10-31T09:30+01:00"
        raise UsageError(option, f"{written!r} is no moment", advice) from None
    if when > datetime.now(UTC):
        raise UsageError(option, f"{written} is yet to come", "give a moment that has passed")
    return when


def now() -> str:
    """Write the present moment."""
    return moment(datetime.now(UTC))


def parse_moment(written: str) -> datetime:
    """Read what `moment` wrote. Raises ValueError for anything else."""
    return datetime.fromisoformat(written)
