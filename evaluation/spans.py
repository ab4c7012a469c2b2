"""Scores of marked spans, by exact extent or by overlap, with or without kinds; counted, so that documents add up.

Shares are in percent.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

Span = tuple[int, int, str]
"""A span: [start, end) and its kind."""
Pair = tuple[Sequence[Span], Sequence[Span]]
"""Of one document: the gold's spans and those found."""


def agreement(
    gold: Iterable[Span], found: Iterable[Span], *, relaxed: bool = False, typed: bool = True
) -> Counter[str]:
    """Count `gold` spans, `found` ones, and those of them that are `right`; spans given twice count once.

    A span found is right where the gold has one of the same extent, or, if `relaxed`, one that it overlaps, one to one
    (TempEval-3's relaxed match; UzZaman et al. 2013). If `typed`, the two must be of the same kind; which pairs there
    are does not depend on it, save between equal overlaps.
    """
    wanted, given = sorted(set(gold)), sorted(set(found))
    pairs = [(k, j) for k, one in enumerate(wanted) for j, other in enumerate(given) if _meet(one, other, relaxed)]
    pairs.sort(key=lambda pair: _rank(wanted[pair[0]], given[pair[1]]))
    left, open_ones = set(range(len(wanted))), set(range(len(given)))
    right = 0
    for k, j in pairs:
        if k in left and j in open_ones:
            left.remove(k)
            open_ones.remove(j)
            right += not typed or wanted[k][2] == given[j][2]
    return Counter(right=right, found=len(given), gold=len(wanted))


def f1(counts: Counter[str]) -> float:
    """Return the harmonic mean of precision and recall, 0 where nothing is right."""
    both = counts["found"] + counts["gold"]
    return 200 * counts["right"] / both if both else 0.0


def exact_f1(documents: Iterable[Pair]) -> float:
    """Return the F1 of exact extents and kinds over all documents together (CoNLL 2003)."""
    return f1(sum((agreement(gold, found) for gold, found in documents), Counter[str]()))


def relaxed_f1(documents: Iterable[Pair], *, typed: bool = False) -> float:
    """Return the F1 of overlaps over all documents together, of whatever kind unless `typed`."""
    counts = (agreement(gold, found, relaxed=True, typed=typed) for gold, found in documents)
    return f1(sum(counts, Counter[str]()))


def _meet(one: Span, other: Span, relaxed: bool) -> bool:
    return _shared(one, other) > 0 if relaxed else one[:2] == other[:2]


def _rank(one: Span, other: Span) -> tuple[int, bool, Span, Span]:
    """The order in which pairs are made: the most characters shared first, of equals those of the same kind."""
    return -_shared(one, other), one[2] != other[2], min(one, other), max(one, other)


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])
