"""Which passage of one document became which of another: in order where it can be, moved where it must.

The passages in order are a chain of highest total log odds, found by dynamic programming over one to one, two to one
and one to two with gaps, as Gale and Church (A program for aligning sentences in bilingual corpora, 1993) and Thompson
and Koehn (Vecalign, 2019) align translations. What is left over is then paired out of order, the likeliest first, where
each is the other's best: those passages were moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.comparing.redline.likeness import Ground, Matrix, log_odds
from onrecord.comparing.redline.stretches import Passage, joined
from onrecord.errors import UsageError

# Log odds from which a pair is believed, chosen on the documents that the weights are fitted on: what stands out of
# order needs more.
IN_ORDER: Final = 0.3
MOVED: Final = 0.8
# How much likelier two sentences together must be than the better of them alone.
_JOINING: Final = 1.0
_MOST_CELLS: Final = 16_000_000


@dataclass(frozen=True, slots=True, order=True)
class Bead:
    """Passages [a, a_end) of one document and [b, b_end) of the other; one side is empty where there is no partner.

    `moved` says that they stand out of order.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    moved: bool = False


def align(
    a_text: str, ours: Sequence[Passage], b_text: str, theirs: Sequence[Passage], *, meanings: bool = True
) -> list[Bead]:
    """Pair the passages of two documents: those in order, then those that were moved; passages alone are not told.

    Without `meanings` words alone tell. Raises UsageError for two texts that are too long to be compared.
    """
    head, tail = _common(ours, theirs)
    inner = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    beads = [Bead(i, i + 1, i, i + 1) for i in range(head)]
    if inner[0] and inner[1]:
        beads += (_shifted(bead, head) for bead in _aligned(a_text, inner[0], b_text, inner[1], meanings=meanings))
    ends = range(tail, 0, -1)
    return beads + [Bead(len(ours) - i, len(ours) - i + 1, len(theirs) - i, len(theirs) - i + 1) for i in ends]


def _common(ours: Sequence[Passage], theirs: Sequence[Passage]) -> tuple[int, int]:
    """How many passages at the beginning, and at the end, are the same in both."""
    shorter = min(len(ours), len(theirs))
    same = [a.plain == b.plain for a, b in zip(ours, theirs, strict=False)]
    head = same.index(False) if False in same else shorter
    back = [a.plain == b.plain for a, b in zip(ours[::-1], theirs[::-1], strict=False)]
    tail = back.index(False) if False in back else shorter
    return head, min(tail, shorter - head)


def _shifted(bead: Bead, by: int) -> Bead:
    return Bead(bead.a + by, bead.a_end + by, bead.b + by, bead.b_end + by, bead.moved)


def _aligned(
    a_text: str, ours: Sequence[Passage], b_text: str, theirs: Sequence[Passage], *, meanings: bool
) -> list[Bead]:
    if len(ours) * len(theirs) > _MOST_CELLS:
        sizes = f"{len(ours):,} and {len(theirs):,} sentences"
        raise UsageError(
            "compare", f"the texts are too long to be aligned ({sizes} that differ)", "compare parts of them"
        )
    ground = Ground.of(ours, theirs, meanings=meanings)
    odds = log_odds(ours, theirs, ground)
    two_ours = _of_two(a_text, ours, theirs, ground, odds)
    two_theirs = _of_two(b_text, theirs, ours, ground, odds.T).T
    chain = list(_chain(odds - IN_ORDER, two_ours - IN_ORDER, two_theirs - IN_ORDER))
    return sorted([*chain, *_moved(odds, chain)])


def _of_two(text: str, sides: Sequence[Passage], others: Sequence[Passage], ground: Ground, odds: Matrix) -> Matrix:
    """The log odds of passages i and i + 1 together with each of the others, less what joining must win: [i, others].

    The row of the last passage, which nothing follows, is never.
    """
    pairs = [joined(text, a, b) for a, b in pairwise(sides)]
    found = np.full((len(sides), len(others)), -np.inf, dtype=np.float32)
    if pairs:
        best = np.maximum(odds[:-1], odds[1:])
        together = log_odds(pairs, others, ground)
        worth = (together > best + _JOINING) & (np.minimum(odds[:-1], odds[1:]) > _HALF_LIKELY) & (best < _SURE)
        found[:-1] = np.where(worth, together, -np.inf)
    return found


# Both of two that are joined must be like their partner by themselves, and neither the very same.
_HALF_LIKELY: Final = -2.5
_SURE: Final = 11.0


def _chain(one: Matrix, two_ours: Matrix, two_theirs: Matrix) -> Iterator[Bead]:
    """Yield the chain of pairs with the highest total gain, from the last to the first."""
    moves = _moves(one, two_ours, two_theirs)
    i, j = one.shape
    while i and j:
        back_i, back_j = _BACK[moves[i, j]]
        if back_i and back_j:
            yield Bead(i - back_i, i, j - back_j, j)
        i, j = i - back_i, j - back_j


# How far each move goes in both documents: leave out one of ours, one of theirs; pair 1-1, 2-1, 1-2.
_BACK: Final = ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2))


def _moves(one: Matrix, two_ours: Matrix, two_theirs: Matrix) -> NDArray[np.int8]:
    """The best last move of each prefix of both documents, found row by row: int8 [ours + 1, theirs + 1].

    All moves of a row but "leave out one of theirs" look at rows before it; that one is a running maximum.
    """
    rows, columns = one.shape
    best = np.zeros((rows + 1, columns + 1), dtype=np.float64)
    moves = np.ones((rows + 1, columns + 1), dtype=np.int8)
    moves[:, 0] = 0
    for i in range(1, rows + 1):
        options = np.full((5, columns + 1), -np.inf)
        options[0] = best[i - 1]
        options[2, 1:] = best[i - 1, :-1] + one[i - 1]
        if i > 1:
            options[3, 1:] = best[i - 2, :-1] + two_ours[i - 2]
        options[4, 2:] = best[i - 1, :-2] + two_theirs[i - 1, :-1]
        here = options.max(axis=0)
        best[i] = np.maximum.accumulate(here)
        moves[i] = np.where(here >= best[i], options.argmax(axis=0), 1)
    return moves


def _moved(odds: Matrix, chain: Sequence[Bead]) -> Iterator[Bead]:
    """Yield pairs of what the chain left over, the likeliest first, where each is the other's best of those."""
    free_a, free_b = (np.ones(size, dtype=bool) for size in odds.shape)
    for bead in chain:
        free_a[bead.a : bead.a_end], free_b[bead.b : bead.b_end] = False, False
    # Sorted once: to look for the best of what is left after each pair took minutes for long texts in another order.
    likely = np.argwhere((odds > MOVED) & free_a[:, None] & free_b[None, :])
    for place in np.argsort(-odds[likely[:, 0], likely[:, 1]], kind="stable"):
        i, j = map(int, likely[place])
        if free_a[i] and free_b[j]:
            yield Bead(i, i + 1, j, j + 1, moved=True)
            free_a[i], free_b[j] = False, False
