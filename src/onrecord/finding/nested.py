"""Attributions within the content of others: kept where they stand wholly within one that is told by somebody else."""

from collections.abc import Iterable, Sequence

from onrecord.finding.assembly import Draft
from onrecord.finding.quoting import words
from onrecord.finding.spans import Extent

_LEAST = 4  # words of a content: the layer cuts contents short, and "to hold the" tells nothing


def within(outer: Sequence[Draft], inner: Iterable[Draft], text: str) -> list[Draft]:
    """The inner attributions that lie wholly in one extent of an outer one's content, and tell something."""
    held = [draft for draft in inner if sum(words(text[start:end]) for start, end in draft.content) >= _LEAST]
    return [draft for draft in held if any(_lies_within(draft, extent) for o in outer for extent in o.content)]


def _lies_within(draft: Draft, extent: Extent) -> bool:
    parts = [*draft.content, *filter(None, (draft.source, draft.cue))]
    return draft.cue is not None and all(extent[0] <= start and end <= extent[1] for start, end in parts)
