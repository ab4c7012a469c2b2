"""Places for marks that would hide one another: what is of almost one moment and number stands side by side."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

Point = tuple[float, float]

# How many places to either side are tried before two marks are left one over the other.
_BESIDE: Final = 3


def spread(points: Iterable[Point], width: float, left: float, right: float) -> Iterator[float]:
    """Yield the x of each point, moved aside within `left` and `right` where one before it is nearer than `width`.

    A point is moved by `width` or a few times that, and not at all where all the places beside it are taken.
    """
    taken: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for x, y in points:
        places = (min(max(x + aside * width, left), right) for aside in _asides())
        free = next((place for place in places if not _near(taken, (place, y), width)), x)
        taken[_cell((free, y), width)].append((free, y))
        yield free


def _asides() -> Iterator[int]:
    """Yield 0, 1, -1, 2, -2, …"""
    yield 0
    for aside in range(1, _BESIDE + 1):
        yield from (aside, -aside)


def _near(taken: dict[tuple[int, int], list[Point]], point: Point, width: float) -> bool:
    column, row = _cell(point, width)
    around = (taken.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return any(math.dist(other, point) < width for points in around for other in points)


def _cell(point: Point, width: float) -> tuple[int, int]:
    return math.floor(point[0] / width), math.floor(point[1] / width)
