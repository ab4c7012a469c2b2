"""A statement in its sentence: the words around it, what was said, and in it what was looked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.ledger import Shown
from onrecord.telling.clean import flat
from onrecord.telling.cutting import window

# Letters of a paragraph that are shown around a statement, about so many.
_LONGEST: Final = 420
# What a line that was wrapped measures at most.
_WIDEST: Final = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: whether it belongs to what was `said`, and whether it was `found` by its words."""

    text: str
    said: bool
    found: bool


def in_place(shown: Shown, longest: int = _LONGEST) -> tuple[Piece, ...]:
    """Return a statement with what stands around it in its paragraph, about `longest` letters, cut between words."""
    passage, text = shown.passage, shown.passage.text
    said = [(span.start - passage.start, span.end - passage.start) for span in shown.hit.statement.content]
    found = [(start - passage.start, end - passage.start) for start, end in shown.marks]
    start, end = _focus(shown, longest)
    first, last = window(text, start, end, longest)
    first = max(first, _own_line(text, start))
    ends = {place for extent in (*said, *found) for place in extent if first < place < last}
    cuts = [first, *sorted(ends), last]
    pieces = [
        Piece(flat(text[start:end]), _within(said, start), _within(found, start)) for start, end in pairwise(cuts)
    ]
    return tuple(_open_ended(pieces, first > _own_line(text, start), last < len(text)))


def _own_line(text: str, start: int) -> int:
    """Where the line of a place begins, if it is one that no width broke: a headline before it is none of its words."""
    begun = text.rfind("\n", 0, start) + 1
    ended = text.find("\n", start)
    return begun if (len(text) if ended < 0 else ended) - begun > _WIDEST else 0


def _focus(shown: Shown, longest: int) -> tuple[int, int]:
    """What has to be seen: the statement, or of a long one where it was found, or its beginning."""
    start, end = (place - shown.passage.start for place in (shown.hit.ref.span.start, shown.hit.ref.span.end))
    if end - start <= longest:
        return start, end
    at = shown.marks[0][0] - shown.passage.start if shown.marks else start
    return (at, at) if shown.marks else (at, min(end, at + longest))


def _within(extents: list[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in extents)


def _open_ended(pieces: list[Piece], before: bool, behind: bool) -> Iterator[Piece]:
    if before:
        yield Piece("… ", False, False)
    yield from pieces
    if behind:
        yield Piece(" …", False, False)
