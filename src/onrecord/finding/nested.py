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


def apart_from(held: Sequence[Draft], others: Iterable[Draft]) -> list[Draft]:
    """Those of the others whose content none of the held ones tells too."""
    taken = [extent for draft in held for extent in draft.content]
    return [draft for draft in others if not any(a < d and c < b for a, b in draft.content for c, d in taken)]
