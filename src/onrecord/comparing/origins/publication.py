"""When copies were published: which was the first, and whether two are so far apart that they tell of two days."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from onrecord.days import days_of
from onrecord.records import Page

# The first moment at which something may have happened, and the first one after.
_Stretch = tuple[datetime, datetime]
# Behind a T or a blank stands the time of day.
_CLOCK: Final = re.compile("[T ][0-9]")


def earliest_of(pages: Sequence[Page]) -> str | None:
    """Return the id of the document that was published first; None where the dates leave a doubt, or there are none.

    A day without a time may be any moment of that day in UTC. Pages without a date cannot be placed and are left out.
    """
    dated = [(page.document, stretch) for page in pages if (stretch := _stretch(page.published)) is not None]
    if not dated:
        return None
    first, (_, over) = min(dated, key=lambda one: (one[1][1], one[1][0]))
    doubtful = any(document != first and start < over for document, (start, _) in dated)
    return None if doubtful else first


def apart(a: Sequence[Page], b: Sequence[Page], least: timedelta) -> bool:
    """Tell whether one document was published so much later than the other; no, where a date is not known."""
    one, other = _first(a), _first(b)
    if one is None or other is None:
        return False
    return max(one[0], other[0]) - min(one[1], other[1]) >= least


def _first(pages: Sequence[Page]) -> _Stretch | None:
    return min((found for page in pages if (found := _stretch(page.published)) is not None), default=None)


def _stretch(published: str | None) -> _Stretch | None:
    if published is None:
        return None
    try:
        return _moment(published) if _CLOCK.search(published) else _whole_days(published)
    except (ValueError, OverflowError):
        return None


def _moment(published: str) -> _Stretch:
    moment = datetime.fromisoformat(published)
    utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return utc, utc + timedelta(microseconds=1)


def _whole_days(published: str) -> _Stretch:
    """The days that a date may mean, also one that leaves the day open: "2031-04", "2031"."""
    first, last = days_of(published) or (published, published)
    start, end = (datetime.fromisoformat(day).replace(tzinfo=UTC) for day in (first, last))
    return start, end + timedelta(days=1)
