"""Attributions within the content of others: kept where they stand wholly within one that is told by somebody else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.finding.assembly import Draft
from onrecord.finding.completing import completed
from onrecord.finding.quoting import words
from onrecord.finding.spans import Extent

_LEAST = 4  # words of a content: the layer cuts contents short, and "to hold the" tells nothing


def within(outer: Sequence[Draft], inner: Iterable[Draft], text: str) -> list[Draft]:
    """The inner attributions that lie wholly in one extent of an outer one's content, and tell something.

    One whose content breaks off has it carried on to the end of the clause, within that extent.
    """
    extents = [extent for draft in outer for extent in draft.content]
    held = []
    for draft in inner:
        around = next((extent for extent in extents if _lies_within(draft, extent)), None)
        if around is not None:
            held.append(_completed(draft, around, text))
    return [draft for draft in held if sum(words(text[start:end]) for start, end in draft.content) >= _LEAST]


def _completed(draft: Draft, around: Extent, text: str) -> Draft:
    parts = [*draft.content, *filter(None, (draft.source, draft.cue))]
    content = []
    for extent in draft.content:
        limit = min((start for start, _ in parts if start >= extent[1]), default=around[1])
        content.append(completed(extent, text, limit))
    return replace(draft, content=tuple(content))


def _lies_within(draft: Draft, extent: Extent) -> bool:
    parts = [*draft.content, *filter(None, (draft.source, draft.cue))]
    return draft.cue is not None and all(extent[0] <= start and end <= extent[1] for start, end in parts)


def apart_from(held: Sequence[Draft], others: Iterable[Draft]) -> list[Draft]:
    """Those of the others whose content none of the held ones tells too."""
    taken = [extent for draft in held for extent in draft.content]
    return [draft for draft in others if not any(a < d and c < b for a, b in draft.content for c, d in taken)]
