"""Conditions: clauses that what is said depends on, and which statement each belongs to."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.finding.layers import span_of
from onrecord.finding.spans import Extent, Tagged
from onrecord.records import Span


def conditions_in(window: Tagged, text: str) -> Iterator[Span]:
    """Yield the conditions of a window, in order."""
    for run in window.runs["conditions"]:
        yield span_of(window.scores, run, text)


def condition_of(content: Sequence[Extent], conditions: Sequence[Span]) -> Span | None:
    """The first condition that stands within a content: later ones belong to its later clauses.

    `conditions` are in order.
    """
    for start, end in content:
        first = bisect_left(conditions, start, key=lambda span: span.start)
        if first < len(conditions) and conditions[first].end <= end:
            return conditions[first]
    return None
