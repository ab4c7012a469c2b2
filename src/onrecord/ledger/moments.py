"""Moments as the ledger writes them: UTC, ISO 8601, microseconds, so that text order is time order."""

from datetime import UTC, datetime

from onrecord.errors import UsageError


def moment(when: datetime) -> str:
    """Write an aware moment, such as `2024-10-31T09:30:00.000000Z`. Raises UsageError for a naive one."""
    if when.tzinfo is None or when.utcoffset() is None:
        raise UsageError("seen", f"{when.isoformat()} has no time zone", "give a moment with one, such as UTC")
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def now() -> str:
    """Write the present moment."""
    return moment(datetime.now(UTC))


def parse_moment(written: str) -> datetime:
    """Read what `moment` wrote. Raises ValueError for anything else."""
    return datetime.fromisoformat(written)
