"""Passages that two texts have in common, wherever they stand in each.

Greedy string tiling (Wise 1993), from left to right: a passage may have been moved, each word counts once. The time
grows with the length of the texts, as a run of words is compared with a few of its places only.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

# Words in a row that are no coincidence.
LEAST: Final = 5
# Places of one run that are looked at: a text that says the same words a thousand times must not cost a million steps.
_PLACES: Final = 16


class Tile(NamedTuple):
    """A common passage: `size` words from word `a` of the one text and from word `b` of the other."""

    a: int
    b: int
    size: int


def tiles_of(a: Sequence[str], b: Sequence[str], least: int = LEAST) -> list[Tile]:
    """Return the passages of `least` words or more that stand in both texts, in the order of the first."""
    if a == b:
        return [Tile(0, 0, len(a))] if a else []
    places = _places(b, least)
    taken = bytearray(len(b))
    tiles: list[Tile] = []
    at = 0
    while at + least <= len(a):
        best = _longest(a, b, at, places.get(tuple(a[at : at + least]), ()), taken)
        if best.size >= least:
            taken[best.b : best.b + best.size] = b"\1" * best.size
            tiles.append(best)
        at += best.size if best.size >= least else 1
    return tiles


def _places(words: Sequence[str], least: int) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - least + 1):
        of_run = places[tuple(words[at : at + least])]
        if len(of_run) < _PLACES:
            of_run.append(at)
    return places


def _longest(a: Sequence[str], b: Sequence[str], at: int, places: Sequence[int], taken: bytearray) -> Tile:
    best = Tile(at, 0, 0)
    for place in places:
        size = 0
        most = min(len(a) - at, len(b) - place)
        while size < most and a[at + size] == b[place + size] and not taken[place + size]:
            size += 1
        if size > best.size:
            best = Tile(at, place, size)
    return best
