"""What stands on a page: words with their place, and strips of words that stand on one line of one column.

All measures are in points (1/72 inch); x runs to the right, y upwards, as in PDF.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

# How far letters reach above and below their baseline, in font sizes, where neighbours shall not touch.
_RISE: Final = 0.7
_FALL: Final = 0.18


@dataclass(slots=True)
class Word:
    """Letters without a blank between them, drawn alike. `spaced`: a blank stands before; `raised`: a superscript."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    spaced: bool = True
    raised: bool = False


@dataclass(slots=True)
class Strip:
    """Words on one baseline that belong together: a line of a column, or of a table's cell."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    marks: tuple[str, ...] = ()

    @property
    def top(self) -> float:
        """Where its letters end."""
        return self.base + _RISE * self.size

    @property
    def bottom(self) -> float:
        """Where its letters begin."""
        return self.base - _FALL * self.size

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a picture."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Page:
    """One page: its number from 1, its size, its strips in the order of drawing, and its pictures.

    `sideways` is how many letters were left out because they run in another direction than the page's text.
    """

    number: int
    width: float
    height: float
    strips: list[Strip] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    sideways: int = 0

    @property
    def is_scanned(self) -> bool:
        """Whether there is next to no text, and pictures that fill a good part of it."""
        area = sum((one.x1 - one.x0) * (one.y1 - one.y0) for one in self.pictures)
        return sum(len(one.text) for one in self.strips) < 20 and area > 0.25 * self.width * self.height


def usual_size(drawn: Iterable[Word | Strip]) -> float:
    """Return the size that most letters have, 10 points where there are none."""
    counts: dict[float, int] = {}
    for one in drawn:
        size = round(one.size * 4) / 4
        counts[size] = counts.get(size, 0) + len(one.text)
    return max(counts, key=lambda size: counts[size], default=10.0)
