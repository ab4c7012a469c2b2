"""Sentences that were moved and changed: what the order of the whole texts hid, found among what is left of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from onrecord.comparing.revisions.matching import Block, blocks_of
from onrecord.comparing.revisions.wording import Wording

Ranges = Sequence[tuple[int, int]]

_RUN: Final = 3  # words in a row that two sentences must share to be laid side by side at all
_HALF: Final = 0.5  # of a sentence's words: with as many in common it is the same sentence, elsewhere


class Edit(NamedTuple):
    """Words [a, a_end) of the one text stand where the other has [b, b_end); one of the two may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Resettled:
    """Sentences of two texts that are the same after all: theirs and ours, their common words, and what differs."""

    ours: frozenset[tuple[int, int]]
    theirs: frozenset[tuple[int, int]]
    blocks: tuple[Block, ...]
    within: tuple[Edit, ...]


def resettled(a: Wording, b: Wording, removed: Ranges, added: Ranges) -> Resettled:
    """Lay the sentences that one text lacks beside those that the other has more, as if nothing stood between them."""
    ours = [word for first, last in removed for word in range(first, last)]
    theirs = [word for first, last in added for word in range(first, last)]
    common = blocks_of([a.keys[word] for word in ours], [b.keys[word] for word in theirs])
    blocks = [piece for block in common for piece in _pieces(a, b, ours, theirs, block)]
    shares = _shares(a, b, [block for block in blocks if block.size >= _RUN])
    kept = [block for block in blocks if (a.sentence(block.a), b.sentence(block.b)) in shares]
    left, right = ({side.sentence(place) for place in places} for side, places in _places(a, b, kept))
    within = tuple(_gaps(a, b, kept, left, right))
    return Resettled(frozenset(left), frozenset(right), tuple(kept), within)


def _places(a: Wording, b: Wording, blocks: Sequence[Block]) -> tuple[tuple[Wording, list[int]], ...]:
    return (a, [block.a for block in blocks]), (b, [block.b for block in blocks])


def _pieces(a: Wording, b: Wording, ours: Sequence[int], theirs: Sequence[int], block: Block) -> Iterator[Block]:
    """Cut a block of what is left at the ends of sentences, and give it its places in the texts."""
    start = 0
    for word in range(1, block.size + 1):
        if word == block.size or a.opens(ours[block.a + word]) or b.opens(theirs[block.b + word]):
            yield Block(ours[block.a + start], theirs[block.b + start], word - start)
            start = word


def _shares(a: Wording, b: Wording, blocks: Sequence[Block]) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    """The pairs of sentences of which one has half of its words, in runs, in the other."""
    shared: defaultdict[tuple[tuple[int, int], tuple[int, int]], int] = defaultdict(int)
    for block in blocks:
        shared[a.sentence(block.a), b.sentence(block.b)] += block.size
    return {
        (one, other)
        for (one, other), size in shared.items()
        if size >= _HALF * min(one[1] - one[0], other[1] - other[0])
    }


def _gaps(
    a: Wording, b: Wording, blocks: Sequence[Block], left: set[tuple[int, int]], right: set[tuple[int, int]]
) -> Iterator[Edit]:
    """Yield what differs in sentences that were found again: between their common words, and beside them."""
    ours, theirs = sorted(left), sorted(right)
    edges = [None, *blocks, None]
    for before, after in pairwise(edges):
        start = (None, None) if before is None else (before.a + before.size, before.b + before.size)
        end = (None, None) if after is None else (after.a, after.b)
        one, other = _rest(ours, start[0], end[0]), _rest(theirs, start[1], end[1])
        at = start if before is not None else end
        yield from _between(one, other, at[0] or 0, at[1] or 0)


def _rest(sentences: Ranges, start: int | None, end: int | None) -> list[tuple[int, int]]:
    """The words of sentences from `start` to `end`, sentence by sentence; an open end is that of them all."""
    found = []
    for first, last in sentences:
        low = first if start is None else max(first, start)
        high = last if end is None else min(last, end)
        if low < high:
            found.append((low, high))
    return found


def _between(ours: Ranges, theirs: Ranges, a: int, b: int) -> Iterator[Edit]:
    """Pair ranges of words in order; what has no partner stands beside the words at `a` or `b`."""
    for one, other in zip_longest(ours, theirs):
        yield Edit(*(one or (a, a)), *(other or (b, b)))
