"""Whether one story is a near copy of another, and what of it was cut, added or filled in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from onrecord.comparing.origins.stories import Story
from onrecord.comparing.origins.tiling import Tile, tiles_of

How = Literal["same", "edited", "cut", "extended", "form"]

# Of the words of the shorter text, the share that stands in passages of the other too.
_COPIED: Final = 0.5
# Fewer words in common may be one quotation, or a footer.
_FEWEST: Final = 20
# A text that is nothing but a part of the other.
_PART: Final = 0.9
# In a routine report most numbers are replaced where they stand, and so many of them at least.
_REPLACED: Final = 0.5
_FEW_NUMBERS: Final = 4
# A number is replaced in its place where no more words than this stand between two common passages.
_GAP: Final = 12

# What an outlet puts under each of its stories is no longer than this; a story above it has so many words at least.
_FOOTER: Final = 80
_ABOVE: Final = 12

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two stories have in common: `tiles`, passages of words of the first, of `a` words, and the second, of `b`.

    `containment` is the share of the shorter story's own words that stand in the other, from 0 to 1 (Broder 1997), and
    `own` how many these are: quotations count only where a story is hardly anything else, since reporters who heard the
    same words have not copied one another. `refilled` says that most numbers were replaced where they stand, `footer`
    that nothing is common but what stands under both.
    """

    tiles: tuple[Tile, ...]
    a: int
    b: int
    containment: float
    own: int
    refilled: bool = False
    footer: bool = False

    @property
    def words(self) -> int:
        """How many words they have in common, in passages."""
        return sum(tile.size for tile in self.tiles)

    @property
    def similarity(self) -> float:
        """The share of both texts' words that are common, from 0 to 1 (Dice 1945): 1 is the same text."""
        return 2 * self.words / (self.a + self.b) if self.a + self.b else 0.0

    @property
    def is_copy(self) -> bool:
        """Whether one is a near copy of the other, or both are of a third: half of the shorter is common."""
        enough = self.containment >= _COPIED and self.own >= min(_FEWEST, self.a, self.b) > 0
        return enough and not self.footer

    @property
    def how(self) -> How:
        """What became of the first text in the second.

        `form`: the sentences of a routine report with other numbers, which is another story; `cut` and `extended`:
        hardly anything but a part of the other.
        """
        if self.refilled:
            return "form"
        if self.words == self.a == self.b:
            return "same"
        if self.words >= _PART * self.b and self.b < _PART * self.a:
            return "cut"
        return "extended" if self.words >= _PART * self.a and self.a < _PART * self.b else "edited"


def kinship_of(a: Story, b: Story) -> Kinship:
    """Return what two stories have in common."""
    tiles = tuple(tiles_of(a.words, b.words))
    ours = _own(a, [(tile.a, tile.a + tile.size) for tile in tiles])
    theirs = _own(b, [(tile.b, tile.b + tile.size) for tile in tiles])
    if min(ours[1], theirs[1]) < _FEWEST:
        common = sum(tile.size for tile in tiles)
        ours, theirs = (common, len(a.words)), (common, len(b.words))
    own, of = min(ours, theirs, key=lambda counted: counted[1])
    return Kinship(
        tiles,
        len(a.words),
        len(b.words),
        containment=own / of if of else 0.0,
        own=own,
        refilled=_is_refilled(a, b, tiles),
        footer=_is_footer(len(a.words), len(b.words), tiles),
    )


def left_out(kinship: Kinship) -> list[Run]:
    """Return the runs of words of the first text, as [first, last), that the second does not have."""
    return _gaps([(tile.a, tile.a + tile.size) for tile in kinship.tiles], kinship.a)


def added(kinship: Kinship) -> list[Run]:
    """Return the runs of words of the second text, as [first, last), that the first does not have."""
    return _gaps([(tile.b, tile.b + tile.size) for tile in kinship.tiles], kinship.b)


def _own(story: Story, runs: Sequence[Run]) -> tuple[int, int]:
    """Return how many of a story's own words stand in these runs of words, and how many it has."""
    return sum(sum(story.told[first:last]) for first, last in runs), sum(story.told)


def _is_footer(a: int, b: int, tiles: Sequence[Tile]) -> bool:
    """Tell whether all that is common stands at the end of both texts, under a story of its own in each."""
    if not tiles:
        return False
    ours, theirs = min(tile.a for tile in tiles), min(tile.b for tile in tiles)
    return min(ours, theirs) >= _ABOVE and max(a - ours, b - theirs) <= _FOOTER


def _is_refilled(a: Story, b: Story, tiles: Sequence[Tile]) -> bool:
    kept = sum(map(_is_number, (word for tile in tiles for word in a.words[tile.a : tile.a + tile.size])))
    replaced = sum(_replaced(a.words[i:j], b.words[k:m]) for (i, j), (k, m) in _between(tiles))
    return replaced >= _FEW_NUMBERS and replaced > _REPLACED * (kept + replaced)


def _between(tiles: Sequence[Tile]) -> Iterator[tuple[Run, Run]]:
    """Yield what stands between common passages that follow one another in both texts."""
    for one, next_one in pairwise(tiles):
        ours, theirs = (one.a + one.size, next_one.a), (one.b + one.size, next_one.b)
        if 0 <= theirs[1] - theirs[0] <= _GAP and ours[1] - ours[0] <= _GAP:
            yield ours, theirs


def _replaced(ours: Sequence[str], theirs: Sequence[str]) -> int:
    before, after = Counter(filter(_is_number, ours)), Counter(filter(_is_number, theirs))
    return min((before - after).total(), (after - before).total())


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _gaps(covered: Sequence[Run], size: int) -> list[Run]:
    gaps: list[Run] = []
    at = 0
    for start, end in sorted(covered):
        if start > at:
            gaps.append((at, start))
        at = max(at, end)
    if at < size:
        gaps.append((at, size))
    return gaps
