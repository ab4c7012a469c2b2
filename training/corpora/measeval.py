"""MeasEval (Harper et al. 2021): counts and measurements in paragraphs of science, as layer `quantities`.

A Quantity is one extent with its unit named beside it; its numbers, unit and hedges are found within it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from training.corpora.marked import Extent, Layer, Mark, Marked, Split, part_of
from training.corpora.quantity_words import VAGUE, Number, hedges_of, numbers_in, ordered, overlaps
from training.corpora.unit_words import unit_of

HELD_OUT = 5
"""One of so many paragraphs is held out."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_DATED = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|\bUT\b|\bpH\b"
)
_AFTER_THING = re.compile(r" (?:of|in|from|with|for|on|at|by|that|which|who|below|above|per|to) |[,;(]")
_THING = re.compile(r"(?:[^\W\d_]+ )*(?:[^\W\d_]{3,}s|(?:wo)?men)")
"""A unit that is the name of what is counted, where it is no known measure: "participants"."""


class _Other(TypedDict, total=False):
    """The last column of the corpus's table, as JSON."""

    unit: str
    HasQuantity: str


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    start: int
    end: int
    id: str
    other: _Other


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the paragraphs of one split. Raises FileNotFoundError where the corpus is missing."""
    for name in ("train", "trial"):
        with open(corpora / "measeval" / f"{name}.jsonl", encoding="utf8") as lines:
            for line in lines:
                paragraph = json.loads(line)
                if part_of(paragraph["id"], HELD_OUT) == split:
                    yield _marked(paragraph["id"], paragraph["text"], _rows(paragraph["tsv"]))


def _rows(table: str) -> list[_Row]:
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    return [_Row(r[2], int(r[3]), int(r[4]), r[5], json.loads(r[7]) if r[7:] and r[7] else {}) for r in rows]


def _marked(name: str, text: str, rows: list[_Row]) -> Marked:
    numbers = numbers_in(text)
    quantities = [row for row in rows if row.kind == "Quantity"]
    entities = {row.other["HasQuantity"]: row for row in rows if "HasQuantity" in row.other}
    marks: list[Mark] = []
    unsure: list[Extent] = []
    for row in quantities:
        inside = [n for n in numbers if row.start <= n.start and n.end <= row.end]
        if _doubtful(text[row.start : row.end]) or not inside:
            unsure.append((row.start, row.end))
        else:
            marks += _parts(text, row, inside, entities.get(row.id))
    unsure += _unmarked(text, numbers, quantities)
    clean = text.rstrip("\n")
    return Marked(name, clean, {"quantities": Layer(ordered(clean, marks), unsure=tuple(unsure))})


def _doubtful(quantity: str) -> bool:
    """Whether the corpus calls a quantity what the codebook does not: a year, a date, a clock time, an age."""
    return bool(
        _YEAR.fullmatch(quantity) or _DATED.search(quantity) or "-old" in quantity or quantity.endswith("year-")
    )


def _parts(text: str, row: _Row, inside: list[Number], entity: _Row | None) -> list[Mark]:
    stated = row.other.get("unit", "")
    marks: list[Mark] = []
    for number in inside:
        unit = _unit(text, number, row.end, stated)
        start, end = (min(number.start, unit.start), max(number.end, unit.end)) if unit else (number.start, number.end)
        kept = [] if overlaps((number.start, number.end), ((m.start, m.end) for m in marks)) else [number]
        marks += [Mark(n.start, n.end, "number") for n in kept]
        marks += [m for m in hedges_of(text, start, end, number.end) if m.start >= row.start - _BEFORE]
        marks += [unit] if unit else []
    if not stated and entity is not None:
        marks += _counted(text, marks, row, entity)
    return marks


_BEFORE = 15
"""Code points before a quantity in which its hedge may stand."""


def _unit(text: str, number: Number, end: int, stated: str) -> Mark | None:
    """Return the unit right after a number: the one that the corpus states, of what is counted its name."""
    gap = re.compile(r"[ \u00a0\u2009-]?").match(text, number.end)
    at = gap.end() if gap else number.end
    if stated and text.startswith(stated, at) and at + len(stated) <= end:
        known = unit_of(text, number.start, number.end)
        thing = known is None and _THING.fullmatch(stated)
        return Mark(at, at + len(stated), "counted" if thing else "unit")
    return None


def _counted(text: str, marks: list[Mark], row: _Row, entity: _Row) -> list[Mark]:
    """Return what is counted where the entity measured comes right after, cut before what follows its head noun."""
    between = text[row.end : entity.start]
    if not marks or not re.fullmatch(r" (?:[a-z-]+ ){0,2}", between):
        return []
    tail = _AFTER_THING.search(text, row.end + 1, entity.end)
    end = tail.start() if tail else entity.end
    start = row.end + 1 + (len("of ") if text.startswith("of ", row.end + 1) else 0)
    return [Mark(start, end, "counted")] if start < end else []


def _unmarked(text: str, numbers: list[Number], quantities: list[_Row]) -> Iterator[Extent]:
    """Leave in doubt number words and vague amounts outside of quantities: the corpus marks but some of them."""
    marked = [(row.start, row.end) for row in quantities]
    words = [(n.start, n.end) for n in numbers if text[n.start].isalpha()]
    for extent in words + [found.span() for found in VAGUE.finditer(text)]:
        if not overlaps(extent, marked):
            yield extent
