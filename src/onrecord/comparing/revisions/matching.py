"""Which words of one text are words of the other, in order: an alignment of two sequences.

Between what begins and ends alike, stretches that stand once in each text hold the two together (patience diff, Bram
Cohen); what is left between them is small enough for the longest common stretches (Ratcliff and Metzener 1988, as
difflib has it). So the cost grows with the texts and not with their product.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

# Words times words that the second method is still quick on (some ten milliseconds).
_SMALL: Final = 250_000
# How long the stretches are that hold texts together, and how often they stand in each, tried in this order.
_LENGTHS: Final = ((8, 1), (3, 1), (1, 1), (8, 8))


class Block(NamedTuple):
    """`size` words from `a` of the one text on that are those from `b` of the other."""

    a: int
    b: int
    size: int


class _Gap(NamedTuple):
    a: int
    a_end: int
    b: int
    b_end: int


def blocks_of(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return the blocks that two sequences of words have in common, in the order of both; none touches the next."""
    found: list[Block] = []
    gaps = [_Gap(0, len(a), 0, len(b))]
    while gaps:
        gap = gaps.pop()
        edges, core = _trimmed(a, b, gap)
        found += edges
        if core.a == core.a_end or core.b == core.b_end:
            continue
        if (core.a_end - core.a) * (core.b_end - core.b) <= _SMALL:
            found += _longest(a, b, core)
        else:
            gaps += _parted(core, _anchors(a, b, core))
    return _joined(sorted(found))


def _trimmed(a: Sequence[str], b: Sequence[str], gap: _Gap) -> tuple[list[Block], _Gap]:
    """Cut what begins alike and what ends alike off a gap."""
    start, most = 0, min(gap.a_end - gap.a, gap.b_end - gap.b)
    while start < most and a[gap.a + start] == b[gap.b + start]:
        start += 1
    end = 0
    while end < most - start and a[gap.a_end - 1 - end] == b[gap.b_end - 1 - end]:
        end += 1
    edges = [Block(gap.a, gap.b, start), Block(gap.a_end - end, gap.b_end - end, end)]
    core = _Gap(gap.a + start, gap.a_end - end, gap.b + start, gap.b_end - end)
    return [block for block in edges if block.size], core


def _longest(a: Sequence[str], b: Sequence[str], gap: _Gap) -> Iterator[Block]:
    matcher = SequenceMatcher(None, a[gap.a : gap.a_end], b[gap.b : gap.b_end], autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size:
            yield Block(gap.a + block.a, gap.b + block.b, block.size)


def _anchors(a: Sequence[str], b: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """Where stretches stand that are found once in each text, or a few times, as many as keep the order of both."""
    for length, most in _LENGTHS:
        ours, theirs = _rare(a, gap.a, gap.a_end, length, most), _rare(b, gap.b, gap.b_end, length, most)
        # Of one place at most one match rises, where the later match comes first.
        pairs = sorted(
            (
                (place, other)
                for stretch, places in ours.items()
                for place in places
                for other in theirs.get(stretch, ())
            ),
            key=lambda pair: (pair[0], -pair[1]),
        )
        if pairs:
            return _rising(pairs)
    return []


def _rare(words: Sequence[str], start: int, end: int, length: int, most: int) -> dict[tuple[str, ...], list[int]]:
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(start, end - length + 1):
        places[tuple(words[i : i + length])].append(i)
    return {stretch: found for stretch, found in places.items() if len(found) <= most}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs whose second members rise, too (Schensted 1961)."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(tails[at - 1] if at else -1)
        ends[at : at + 1], tails[at : at + 1] = [place], [number]
    chain, number = [], tails[-1]
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _parted(gap: _Gap, anchors: Sequence[tuple[int, int]]) -> Iterator[_Gap]:
    """Yield what lies between anchors: each gap begins with one, so that trimming takes it in. None: nothing."""
    edges = [(gap.a, gap.b), *anchors, (gap.a_end, gap.b_end)] if anchors else []
    for (a, b), (a_end, b_end) in pairwise(edges):
        if a < a_end and b < b_end:
            yield _Gap(a, a_end, b, b_end)


def _joined(blocks: Sequence[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and (last.a + last.size, last.b + last.size) == (block.a, block.b):
            joined[-1] = last._replace(size=last.size + block.size)
        else:
            joined.append(block)
    return joined
