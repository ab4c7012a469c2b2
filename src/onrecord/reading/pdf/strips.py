"""Words into strips: which words on one line belong together, and which stand in columns or cells of their own."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.lexicon import word_set
from onrecord.reading.pdf.page import Strip, Word

if TYPE_CHECKING:
    from numpy import bool_, integer
    from numpy.typing import NDArray

# Words on one line that are this far apart (in font sizes) never belong together, and closer than NEAR always do.
_FAR: Final = 3.5
_NEAR: Final = 0.8
# Between them white space decides: (how wide it is in font sizes, over how many lines).
_HIGH: Final = (_NEAR, 10.0)
_TALL: Final = (_NEAR, 4.2)
_WIDE: Final = (2.0, 2.1)
# Blanks whose widths differ by less than this are of one width.
_LIKE: Final = 1.25
# Reference marks of notes; behind a unit or a number a raised figure is a power.
_MARKS: Final = frozenset("0123456789*†‡§,")
_UNITS: Final = word_set("m km cm mm dm ft in mi nm yd")
_POWERS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A drop capital is this much larger than the text that it begins.
_DROP: Final = 1.6


def strips_of(words: Sequence[Word], size: float) -> list[Strip]:
    """Return the strips of a page's words, from top to bottom; `size` is that of most letters."""
    _settle_raised(words)
    rows = list(_rows(words))
    gutters = _Gutters(rows, size)
    strips = [_strip(part) for row in rows for part in _parted(row, gutters)]
    return list(_with_drop_capitals([one for one in strips if one.text]))


def _settle_raised(words: Sequence[Word]) -> None:
    """Put raised and lowered small letters on the line of the word that they stand at."""
    for before, word in pairwise(words):
        small, apart = word.size < 0.85 * before.size, word.x0 - before.x1
        off = word.base - before.base
        if small and -0.2 * before.size < apart < 0.4 * before.size and 0.05 < abs(off) / before.size < 0.6:
            word.raised = off > 0 and word.size < 0.8 * before.size
            word.base = before.base


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in sorted(words, key=lambda one: -one.base):
        if row and row[0].base - word.base > 0.2 * min(row[0].size, word.size):
            yield sorted(row, key=lambda one: one.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda one: one.x0)


class _Gutters:
    """Where the page is white over several lines and so wide that no blank between words can be it."""

    def __init__(self, rows: Sequence[Sequence[Word]], size: float) -> None:
        import numpy

        words = [word for row in rows for word in row]
        self._cell = max(1.0, size / 10)
        self._left = min((word.x0 for word in words), default=0.0)
        self._low = min((word.base for word in words), default=0.0) - size
        wide = self._column(max((word.x1 for word in words), default=0.0)) + 2
        high = self._line(max((word.base + word.size for word in words), default=0.0)) + 2
        ink: NDArray[bool_] = numpy.zeros((min(high, 8000), min(wide, 8000)), dtype=bool)
        for word in words:
            bottom, top = self._line(word.base - 0.18 * word.size), self._line(word.base + 0.7 * word.size)
            ink[max(bottom, 0) : top + 1, self._column(word.x0) : self._column(word.x1) + 1] = True
        leading = _leading(rows, size)
        self._high = self._mask(ink, _HIGH[0] * size, _HIGH[1] * leading)
        self._tall = self._mask(ink, _TALL[0] * size, _TALL[1] * leading)
        self._wide = self._mask(ink, _WIDE[0] * size, _WIDE[1] * leading)

    def part(self, one: Word, other: Word, beside: Sequence[float]) -> bool:
        """Whether white space sets two words of one line apart; `beside` are the blanks before and behind.

        A line that was spaced out to fill its column has blanks as wide as a gutter, all of one width.
        """
        gap, size = other.x0 - one.x1, min(one.size, other.size)
        if gap >= _FAR * size or self._is_white(one, other, self._high):
            return True
        if any(gap / _LIKE < blank < gap * _LIKE for blank in beside):
            return False
        return self._is_white(one, other, self._tall) or (
            gap >= _WIDE[0] * size and self._is_white(one, other, self._wide)
        )

    def _is_white(self, one: Word, other: Word, mask: "NDArray[bool_]") -> bool:
        row = self._line(one.base + 0.25 * min(one.size, other.size))
        return bool(mask[row, self._column(one.x1) + 1 : self._column(other.x0)].any())

    def _column(self, x: float) -> int:
        return int((x - self._left) / self._cell)

    def _line(self, y: float) -> int:
        return int((y - self._low) / self._cell)

    def _mask(self, ink: "NDArray[bool_]", width: float, height: float) -> "NDArray[bool_]":
        tall: NDArray[bool_] = _runs(~ink, 0) >= height / self._cell
        wide: NDArray[bool_] = _runs(tall, 1) >= width / self._cell - 1
        return wide


def _runs(white: "NDArray[bool_]", axis: int) -> "NDArray[integer]":
    """Return for each cell how long the run of true cells along an axis is that it lies in; 0 for a false one."""
    import numpy

    length = white.shape[axis]
    shape = (length, 1) if axis == 0 else (1, length)
    places = numpy.broadcast_to(numpy.arange(length, dtype=numpy.int32).reshape(shape), white.shape)
    before = numpy.maximum.accumulate(numpy.where(white, -1, places), axis=axis)
    flipped = numpy.flip(numpy.where(white, length, places), axis=axis)
    behind = numpy.flip(numpy.minimum.accumulate(flipped, axis=axis), axis=axis)
    return numpy.where(white, behind - before - 1, 0)


def _leading(rows: Sequence[Sequence[Word]], size: float) -> float:
    """Return the usual distance of lines, within reason."""
    steps = sorted(one[0].base - other[0].base for one, other in pairwise(rows))
    steps = [step for step in steps if 0.9 * size < step < 3 * size]
    return steps[len(steps) // 2] if steps else 1.2 * size


def _parted(row: Sequence[Word], gutters: _Gutters) -> Iterator[list[Word]]:
    blanks = [other.x0 - one.x1 if other.spaced else 0.0 for one, other in pairwise(row)]
    part = [row[0]]
    for number, (one, other) in enumerate(pairwise(row)):
        beside = blanks[max(number - 1, 0) : number] + blanks[number + 1 : number + 2]
        if blanks[number] >= _NEAR * min(one.size, other.size) and gutters.part(one, other, beside):
            yield part
            part = []
        part.append(other)
    yield part


def _strip(words: list[Word]) -> Strip:
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.size] += len(word.text)
    size = max(letters, key=lambda one: letters[one])
    bold = sum(len(word.text) for word in words if word.bold) > 0.6 * letters.total()
    base = next(word.base for word in words if word.size == size)
    x0, x1 = words[0].x0, max(word.x1 for word in words)
    return Strip(_line(words), x0, x1, base, size, bold)


def _line(words: list[Word]) -> str:
    if sum(_runs_left(word.text) for word in words) > len(words) / 2:
        return " ".join(word.text for word in reversed(words))
    said = ""
    for index, word in enumerate(words):
        if word.raised and said and _MARKS.issuperset(word.text):
            said += _power(said, word.text)
            continue
        before = words[index - 1] if index else None
        apart = before is not None and (word.spaced or word.x0 - before.x1 > 0.2 * min(word.size, before.size))
        said += f" {word.text}" if apart else word.text
    return said


def _power(said: str, mark: str) -> str:
    """Return a raised figure as a power where it is one, else nothing: it refers to a note."""
    last = said.rsplit(" ", 1)[-1].lower()
    return mark.translate(_POWERS) if mark.isdigit() and (last in _UNITS or last[-1:].isdigit()) else ""


def _runs_left(word: str) -> bool:
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in word)


def _with_drop_capitals(strips: list[Strip]) -> Iterator[Strip]:
    """Put a large first letter in front of the line that goes on beside it."""
    taken: set[int] = set()
    for number, one in enumerate(strips):
        if len(one.text) <= 2 and one.text[-1:].isupper():
            other = next((o for o in strips if _goes_on(one, o)), None)
            if other is not None:
                other.text, other.x0 = one.text + other.text, one.x0
                taken.add(number)
    yield from (one for number, one in enumerate(strips) if number not in taken)


def _goes_on(capital: Strip, line: Strip) -> bool:
    large = capital.size > _DROP * line.size
    beside = -0.3 * line.size < line.x0 - capital.x1 < 1.2 * line.size
    return large and beside and abs(capital.top - line.top) < 0.7 * line.size and line.base > capital.base
