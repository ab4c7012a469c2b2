"""Lines into paragraphs, those of a column and those that go on in the next column or on the next page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.reading.pdf.joining import Joiner
from onrecord.reading.pdf.page import Strip
from onrecord.reading.pdf.tables import Table

# What begins a paragraph wherever it stands: a bullet, a speaker's name in capitals.
_BEGINS: Final = re.compile(r"[•◦▪■●○‣⁃·\uf0b7\uf0a7➢✓]|(?:Q|A)[.:]?(?=\s)|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,4}:")
# What begins one where a sentence ended before: a dash or a number is as often in the middle of a sentence.
_MAY_BEGIN: Final = re.compile(r"[–—*-](?=\s)|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?=\s)")
_ENDS: Final = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# A step to the next line that is larger than this many usual ones begins a paragraph.
_WIDER: Final = 1.25
# What is so much larger than the text is a heading.
_LARGER: Final = 1.15
# Lines of a headline: how far apart they are at most, in font sizes.
_HEADLINE: Final = 1.6


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it stands: its words, how they are set, and its place.

    `top` and `low` are the baselines of its first and last line, `full` whether its last line reaches the right of its
    column, `indented` whether its first one begins further right than the others of its column. `is_row`: it is a row
    of a table.
    """

    text: str
    page: int
    size: float
    bold: bool
    x0: float
    x1: float
    top: float
    low: float
    full: bool = False
    indented: bool = False
    lines: int = 1
    is_row: bool = False
    begins_column: bool = False

    @classmethod
    def row(cls, words: str, page: int, table: Table) -> "Paragraph":
        """Return a row of a table."""
        return cls(words, page, table.size, False, table.x0, table.x1, table.base, table.base, is_row=True)

    @property
    def is_ended(self) -> bool:
        """Whether its last words end a sentence."""
        return _ENDS.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Measure:
    """How a column is set: its left and right, the usual step from line to line in font sizes, and the text's size."""

    left: float
    right: float
    step: float
    body: float

    def ends(self, line: Strip, below: Strip) -> bool:
        """Whether a paragraph ends with a line, and a new one begins below."""
        size = max(line.size, below.size)
        # Of a line with many words in another font the size is doubtful.
        alike = 0.16 if _continues(line, below) else 0.08
        if abs(line.size - below.size) > alike * size or line.base - below.base < 0.3 * below.size:
            return True
        large = size > _LARGER * self.body
        step = max(self.step, _HEADLINE / _WIDER) if large and self.step < _HEADLINE else self.step
        if line.base - below.base > _WIDER * step * size + 0.5:
            return True
        if _begins_item(line.text, below.text):
            return True
        if size > _LARGER * self.body:
            return False
        if self._is_centered(line) and self._is_centered(below):
            return line.bold != below.bold
        indent = below.x0 - line.x0
        if indent > 0.7 * size and below.x0 - self.left > 0.7 * size and not _is_item(line.text):
            return not _continues(line, below) or _ENDS.search(line.text) is not None
        indented = 0.7 * size < below.x0 - self.left < 4 * size
        if indented and abs(indent) < 0.2 * size and _ENDS.search(line.text) is not None:
            return True
        return self._is_short(line, below)

    def _is_short(self, line: Strip, below: Strip) -> bool:
        """Whether the first word below would have found room on a line."""
        room = self.right - line.x1
        word = below.width * (below.text + " ").index(" ") / max(len(below.text), 1)
        if room < word + 0.8 * line.size:
            return False
        lenient = _continues(line, below) or line.text.endswith((",", "-"))
        return room > 0.5 * (self.right - self.left) if lenient else True

    def _is_centered(self, line: Strip) -> bool:
        left, right = line.x0 - self.left, self.right - line.x1
        return min(left, right) > 2 * line.size and abs(left - right) < 2 * line.size


def _continues(line: Strip, below: Strip) -> bool:
    """Whether the words below go on with the sentence of a line."""
    return below.text[:1].islower() and _ENDS.search(line.text) is None


def _is_item(words: str) -> bool:
    return _BEGINS.match(words) is not None or _MAY_BEGIN.match(words) is not None


def _begins_item(before: str, words: str) -> bool:
    """Whether words begin an item of a list or a turn in a transcript, behind those before."""
    if _BEGINS.match(words) is not None:
        return True
    ended = _ENDS.search(before) is not None or before.endswith((";", ",", " and", " or"))
    return _MAY_BEGIN.match(words) is not None and ended


def usual_step(columns: Sequence[Sequence[Strip]], size: float) -> float:
    """Return the step from line to line that is usual in text of a size, in font sizes."""
    counts: dict[float, int] = {}
    for lines in columns:
        for step in _steps(lines, size):
            counts[step] = counts.get(step, 0) + 1
    most = max(counts.values(), default=0)
    # The closer lines are those of a paragraph, where paragraphs of a line each are as many.
    return min((step for step, count in counts.items() if count > 0.3 * most), default=1.2)


def _steps(lines: Sequence[Strip], size: float) -> Iterator[float]:
    for one, other in pairwise(lines):
        step = (one.base - other.base) / size
        if abs(one.size - size) + abs(other.size - size) < 0.1 * size and 0.8 < step < 3.2:
            yield round(step * 20) / 20


def paragraphs_of(lines: Sequence[Strip], page: int, step: float, size: float, joiner: Joiner) -> Iterator[Paragraph]:
    """Yield the paragraphs of a column's lines, from top to bottom."""
    if not lines:
        return
    measure = _measure(lines, step, size)
    begun, indented = [lines[0]], lines[0].x0 - measure.left > 0.7 * lines[0].size
    first = True
    for one, below in pairwise(lines):
        if measure.ends(one, below):
            yield _paragraph(begun, page, measure, joiner, indented=indented, first=first)
            begun, first = [], False
            indented = below.x0 - measure.left > 0.7 * below.size
        begun.append(below)
    yield _paragraph(begun, page, measure, joiner, indented=indented, first=first)


def _measure(lines: Sequence[Strip], step: float, size: float) -> Measure:
    steps = sorted((a.base - b.base) / a.size for a, b in pairwise(lines) if abs(a.size - b.size) < 0.05 * a.size)
    steps = [one for one in steps if 0.8 < one < 3.2]
    own = steps[len(steps) // 3] if len(steps) >= 6 else step
    left = min(one.x0 for one in lines)
    return Measure(left, max(one.x1 for one in lines), max(min(own, 1.3 * step), 0.9), size)


def _paragraph(
    lines: Sequence[Strip], page: int, measure: Measure, joiner: Joiner, *, indented: bool, first: bool
) -> Paragraph:
    text = ""
    for line in lines:
        text = joiner.join(text, line.text)
    letters = max(sum(len(line.text) for line in lines), 1)
    size = max(lines, key=lambda line: len(line.text)).size
    return Paragraph(
        text=text,
        page=page,
        size=size,
        bold=sum(len(line.text) for line in lines if line.bold) > 0.8 * letters,
        x0=min(line.x0 for line in lines),
        x1=max(line.x1 for line in lines),
        top=lines[0].base,
        low=lines[-1].base,
        full=measure.right - lines[-1].x1 < 0.12 * (measure.right - measure.left),
        indented=indented,
        lines=len(lines),
        begins_column=first,
    )


def joined(paragraphs: Sequence[Paragraph], size: float, joiner: Joiner) -> list[Paragraph]:
    """Join what goes on in the next column or on the next page; what stands between comes behind it."""
    done: list[Paragraph] = []
    body: Paragraph | None = None
    indents = sum(one.indented for one in paragraphs if not one.begins_column) > 0.4 * len(paragraphs)
    for one in paragraphs:
        above = done[-1] if done else None
        alike = above is not None and not above.is_row and abs(above.size - one.size) < 0.06 * size
        last = above if alike else body
        if last is not None and one.begins_column and _goes_on(last, one, near=alike, indents=indents):
            _append(last, one, joiner)
            continue
        done.append(one)
        if not one.is_row and abs(one.size - size) < 0.06 * size:
            body = one
    return done


def _append(last: Paragraph, one: Paragraph, joiner: Joiner) -> None:
    last.text = joiner.join(last.text, one.text)
    last.full, last.page, last.low = one.full, one.page, one.low
    last.lines += one.lines


def _goes_on(last: Paragraph, one: Paragraph, *, near: bool, indents: bool) -> bool:
    if one.is_row or last.bold != one.bold or one.page - last.page > 1 or _begins_item(last.text, one.text):
        return False
    if abs(last.size - one.size) > 0.06 * one.size:
        return False
    begins_small = one.text[:1].islower()
    if not last.is_ended:
        return begins_small or (near and not one.indented and last.lines > 1)
    return near and indents and last.full and not one.indented and last.lines > 1
