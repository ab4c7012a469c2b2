"""Tables, and labels beside a text: what stands side by side, but is not read column after column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from onrecord.reading.pdf.page import Strip

# Baselines this close (in font sizes) are one line.
_SAME: Final = 0.35
_BULLET: Final = re.compile(r"[•◦▪■●○‣⁃·∙*–—\-\uf0b7\uf0a7➢✓o]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]?|[QA][.:]?")
_LONGEST_LABEL: Final = 30


@dataclass(slots=True)
class Table:
    """Rows of cells, and the place of the table: its first baseline, its left and right."""

    rows: list[str]
    base: float
    x0: float
    x1: float
    size: float


def with_labels(parts: Sequence[Sequence[Strip]]) -> list[Strip] | None:
    """Return the lines with the labels (bullets, numbers, speakers) that stand beside them, or None without such."""
    labels, rest = parts[0], [one for part in parts[1:] for one in part]
    beside = [(label, _beside(label, rest)) for label in labels]
    if not _are_labels(labels, rest) or any(line is None for _, line in beside):
        return None
    begun = {id(line): label for label, line in beside}
    return [_labelled(begun[id(one)], one) if id(one) in begun else one for one in rest]


def _are_labels(labels: Sequence[Strip], rest: Sequence[Strip]) -> bool:
    if any(len(one.text) > _LONGEST_LABEL for one in labels):
        return False
    if all(_BULLET.fullmatch(one.text) for one in labels):
        return not all(re.fullmatch(r"[\d.,%]+", one.text) for one in rest)
    narrow = max(one.x1 for one in labels) - labels[0].x0 < 0.4 * max(one.width for one in rest)
    prose = sum(len(one.text) for one in rest) >= 28 * len(rest)
    # A label at every line is a cell.
    return narrow and prose and (len(labels) < 0.67 * len(rest) or all(one.text.endswith(":") for one in labels))


def _beside(label: Strip, rest: Sequence[Strip]) -> Strip | None:
    level = [one for one in rest if abs(one.base - label.base) < _SAME * max(one.size, label.size)]
    return min(level, key=lambda one: one.x0, default=None)


def _labelled(label: Strip, line: Strip) -> Strip:
    return replace(line, text=f"{label.text} {line.text}", x0=label.x0, x1=max(line.x1, label.x1))


def is_table(parts: Sequence[Sequence[Strip]]) -> bool:
    """Tell cells from columns of text: cells stand on the lines of their row, are short, or hold numbers."""
    cells = [one for part in parts for one in part]
    lines = list(_lines(cells))
    level = sum(len({id(one) for one in line}) > 1 for line in lines)
    if level < 2 or level < 0.45 * len(lines):
        return False
    length = sum(len(one.text) for one in cells) / len(cells)
    numbers = sum(_is_number(one.text) for one in cells) / len(cells)
    filled = _filled(parts)
    return length < 14 or numbers > 0.3 or (length < 22 and filled < 0.45) or (length < 18 and len(parts) > 3)


def _is_number(words: str) -> bool:
    return sum(letter.isdigit() for letter in words) > 0.4 * len(words)


def _filled(parts: Sequence[Sequence[Strip]]) -> float:
    """Return how many lines reach from the left to the right of their column, as those of a text do."""
    full = 0
    for part in parts:
        width = max(one.x1 for one in part) - min(one.x0 for one in part)
        full += sum(one.width > 0.8 * width for one in part)
    return full / sum(len(part) for part in parts)


def table_of(parts: Sequence[Sequence[Strip]]) -> Table:
    """Return a table's rows, cells joined with " | "; the lines of one cell are put together."""
    column = {id(one): number for number, part in enumerate(parts) for one in part}
    lines = list(_lines([one for part in parts for one in part]))
    steps = [one[0].base - other[0].base for one, other in pairwise(lines)]
    usual = min(steps, default=0.0)
    rows: list[list[list[str]]] = []
    for number, line in enumerate(lines):
        places = {column[id(one)] for one in line}
        begins = not rows or 0 in places or steps[number - 1] > 1.3 * usual
        if begins:
            rows.append([[] for _ in parts])
        for one in line:
            rows[-1][column[id(one)]].append(one.text)
    said = [" | ".join(" ".join(cell) for cell in row if cell) for row in rows]
    x0, x1 = min(one.x0 for line in lines for one in line), max(one.x1 for line in lines for one in line)
    return Table(said, lines[0][0].base, x0, x1, lines[0][0].size)


def _lines(cells: Sequence[Strip]) -> Iterator[list[Strip]]:
    line: list[Strip] = []
    for one in sorted(cells, key=lambda one: -one.base):
        if line and line[0].base - one.base > _SAME * min(line[0].size, one.size):
            yield sorted(line, key=lambda one: one.x0)
            line = []
        line.append(one)
    yield sorted(line, key=lambda one: one.x0)
