"""What one text has and the other has not: edits, each a range of words in both, and whole sentences.

The words that both have hold the texts together (`matching`); an edit is what stands between them. A word or two that
only happen to be alike between larger edits hold nothing together (Fraser's semantic clean-up, diff-match-patch), and
neither do stray words of a sentence that is otherwise another one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.comparing.revisions.matching import Block, blocks_of
from onrecord.comparing.revisions.moves import Edit, resettled
from onrecord.comparing.revisions.wording import Wording

_ISLAND: Final = 3  # words between two edits that may be alike by chance
_STRAY: Final = 0.35  # of a sentence's words: fewer in common, and no run of them, and it is another sentence
_RUN: Final = 4
_PASSES: Final = 3  # each finds again what keeps one order among all that moved
_MOVED: Final = 4  # words that a sentence must have to be known again elsewhere


@dataclass(frozen=True, slots=True)
class Edits:
    """All that differs between two texts, in ranges of words.

    `within` are edits inside of sentences that both have, `removed` and `added` whole sentences, `moved` sentences that
    stand elsewhere in the other text (the range in each). `to_b` and `to_a` have each word's match in the other text,
    -1 for a word that has none.
    """

    within: tuple[Edit, ...]
    removed: tuple[tuple[int, int], ...]
    added: tuple[tuple[int, int], ...]
    moved: tuple[Edit, ...]
    to_b: Sequence[int]
    to_a: Sequence[int]


def edits_between(a: Wording, b: Wording) -> Edits:
    """Return what differs between the words of two texts."""
    blocks = _settled(a, b, _without_islands(a, b, blocks_of(a.keys, b.keys)))
    blocks = _without_strays(a, b, blocks)
    gaps = [_slid(a, b, gap) for gap in _gaps(a, b, blocks)]
    moved = _moved(a, b, gaps)
    removed, added, within = [], [], []
    for gap in _around(gaps, moved):
        gone, new, rest = _parts(a, b, gap)
        removed += gone
        added += new
        within += rest
    to_b, to_a = _matches(a, b, gaps, moved)
    for _ in range(_PASSES):
        again = resettled(a, b, removed, added)
        if not again.blocks:
            break
        removed = [one for one in removed if one not in again.ours]
        added = [one for one in added if one not in again.theirs]
        moved += [Edit(block.a, block.a + block.size, block.b, block.b + block.size) for block in again.blocks]
        within += again.within
        for block in again.blocks:
            for word in range(block.size):
                to_b[block.a + word], to_a[block.b + word] = block.b + word, block.a + word
    return Edits(tuple(within), tuple(removed), tuple(added), tuple(moved), to_b, to_a)


def _gaps(a: Wording, b: Wording, blocks: Sequence[Block]) -> Iterator[Edit]:
    edges = [Block(0, 0, 0), *blocks, Block(len(a.words), len(b.words), 0)]
    for before, after in pairwise(edges):
        gap = Edit(before.a + before.size, after.a, before.b + before.size, after.b)
        if gap.a < gap.a_end or gap.b < gap.b_end:
            yield gap


def _without_islands(a: Wording, b: Wording, blocks: Sequence[Block]) -> list[Block]:
    """Drop blocks of a word or two between edits that are both as large, inside of one sentence."""
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        before = kept[-1] if kept else Block(0, 0, 0)
        after = blocks[number + 1] if number + 1 < len(blocks) else Block(len(a.words), len(b.words), 0)
        sizes = (
            max(block.a - before.a - before.size, block.b - before.b - before.size),
            max(after.a - block.a - block.size, after.b - block.b - block.size),
        )
        small = block.size <= min(_ISLAND, *sizes)
        if not (small and _inside(a, block.a, block.size) and _inside(b, block.b, block.size)):
            kept.append(block)
    return kept


def _inside(side: Wording, start: int, size: int) -> bool:
    """Whether a block neither opens nor closes its sentence, and says no number."""
    first, last = side.sentence(start)
    return first < start and start + size < last and not any(word.numeric for word in side.words[start : start + size])


def _settled(a: Wording, b: Wording, blocks: Sequence[Block]) -> list[Block]:
    """Cut blocks at the ends of sentences, so that each piece lies in one sentence of either text."""
    pieces: list[Block] = []
    for block in blocks:
        cuts = {first - block.a for first, _ in a.sentences if block.a < first < block.a + block.size}
        cuts |= {first - block.b for first, _ in b.sentences if block.b < first < block.b + block.size}
        edges = [0, *sorted(cuts), block.size]
        pieces += [Block(block.a + start, block.b + start, end - start) for start, end in pairwise(edges)]
    return pieces


def _without_strays(a: Wording, b: Wording, pieces: Sequence[Block]) -> list[Block]:
    """Drop the pieces of sentences that have next to nothing in common with what they were matched with."""
    kept = []
    ours, theirs = _shares(a, [(p.a, p.size) for p in pieces]), _shares(b, [(p.b, p.size) for p in pieces])
    for piece in pieces:
        if piece.size >= _RUN or max(ours[a.sentence(piece.a)], theirs[b.sentence(piece.b)]) >= _STRAY:
            kept.append(piece)
    return kept


def _shares(side: Wording, pieces: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
    counts: defaultdict[tuple[int, int], int] = defaultdict(int)
    runs: defaultdict[tuple[int, int], int] = defaultdict(int)
    for start, size in pieces:
        sentence = side.sentence(start)
        counts[sentence] += size
        runs[sentence] = max(runs[sentence], size)
    return {s: 1.0 if runs[s] >= _RUN else count / (s[1] - s[0]) for s, count in counts.items()}


def _slid(a: Wording, b: Wording, gap: Edit) -> Edit:
    """Move an edit that only adds or only removes to where a sentence begins and ends, if its words allow it."""
    if gap.a < gap.a_end and gap.b < gap.b_end:
        return gap
    side, start, end = (a, gap.a, gap.a_end) if gap.a < gap.a_end else (b, gap.b, gap.b_end)
    best = max(_slides(side, start, end), key=lambda by: (_fits(side, start + by, end + by), -abs(by)))
    return Edit(*(place + best for place in gap))


def _slides(side: Wording, start: int, end: int) -> Iterator[int]:
    yield 0
    by = 0
    while start + by > 0 and side.keys[start + by - 1] == side.keys[end + by - 1]:
        by -= 1
        yield by
    by = 0
    while end + by < len(side.keys) and side.keys[start + by] == side.keys[end + by]:
        by += 1
        yield by


def _fits(side: Wording, start: int, end: int) -> int:
    return side.opens(start) + side.opens(end)


def _moved(a: Wording, b: Wording, gaps: Sequence[Edit]) -> list[Edit]:
    """Find the sentences that one gap lacks and another has, word for word."""
    theirs: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for gap in gaps:
        for first, last in _whole(b, gap.b, gap.b_end):
            theirs[tuple(b.keys[first:last])].append((first, last))
    moved = []
    for gap in gaps:
        for first, last in _whole(a, gap.a, gap.a_end):
            twins = theirs.get(tuple(a.keys[first:last]))
            if twins and last - first >= _MOVED:
                moved.append(Edit(first, last, *twins.pop(0)))
    return moved


def _whole(side: Wording, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences that lie in [start, end) with all their words."""
    found, at = [], start
    while at < end:
        first, last = side.sentence(at)
        if first == at and last <= end:
            found.append((first, last))
        at = last
    return found


def _around(gaps: Sequence[Edit], moved: Sequence[Edit]) -> Iterator[Edit]:
    """Yield what is left of the gaps without what only moved; where it comes in parts, each by itself."""
    ours, theirs = [(m.a, m.a_end) for m in moved], [(m.b, m.b_end) for m in moved]
    for gap in gaps:
        left, right = _left(gap.a, gap.a_end, ours), _left(gap.b, gap.b_end, theirs)
        if len(left) <= 1 and len(right) <= 1:
            (a, a_end), (b, b_end) = (*left, (gap.a, gap.a))[0], (*right, (gap.b, gap.b))[0]
            if a < a_end or b < b_end:
                yield Edit(a, a_end, b, b_end)
        else:
            yield from (Edit(a, a_end, gap.b, gap.b) for a, a_end in left)
            yield from (Edit(gap.a_end, gap.a_end, b, b_end) for b, b_end in right)


def _left(start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found = []
    for first, last in sorted(one for one in taken if start <= one[0] < end):
        found.append((start, first))
        start = last
    return [(first, last) for first, last in (*found, (start, end)) if first < last]


_Ranges = list[tuple[int, int]]


def _parts(a: Wording, b: Wording, gap: Edit) -> tuple[_Ranges, _Ranges, list[Edit]]:
    """Part a gap into sentences that are gone, sentences that are new, and an edit of what is left."""
    gone, new = _whole(a, gap.a, gap.a_end), _whole(b, gap.b, gap.b_end)
    if _rewritten(gap, gone, new):
        return [], [], [gap]
    left, right = _left(gap.a, gap.a_end, gone), _left(gap.b, gap.b_end, new)
    if not left and not right:
        return gone, new, []
    pairs = max(len(left), len(right))
    left += [(gap.a_end, gap.a_end)] * (pairs - len(left))
    right += [(gap.b_end, gap.b_end)] * (pairs - len(right))
    return gone, new, [Edit(*ours, *theirs) for ours, theirs in zip(left, right, strict=True)]


def _rewritten(gap: Edit, gone: _Ranges, new: _Ranges) -> bool:
    """Whether one short line took the place of another: a row of a table, a headline."""
    whole = gone == [(gap.a, gap.a_end)] and new == [(gap.b, gap.b_end)]
    return whole and max(gap.a_end - gap.a, gap.b_end - gap.b) <= _SHORT


_SHORT: Final = 8


def _matches(a: Wording, b: Wording, gaps: Sequence[Edit], moved: Sequence[Edit]) -> tuple[list[int], list[int]]:
    to_b, to_a = [-1] * len(a.words), [-1] * len(b.words)
    edges = [Edit(0, 0, 0, 0), *gaps, Edit(len(a.words), len(a.words), len(b.words), len(b.words))]
    runs = [(before.a_end, after.a, before.b_end) for before, after in pairwise(edges)]
    for start, end, other in [*runs, *((m.a, m.a_end, m.b) for m in moved)]:
        for word in range(start, end):
            to_b[word], to_a[other + word - start] = other + word - start, word
    return to_b, to_a
