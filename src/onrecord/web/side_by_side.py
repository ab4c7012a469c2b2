"""Two documents side by side as a page sets them: rows in the order of reading, runs of what was kept."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, Literal

from onrecord.asking.passages import SideBySide
from onrecord.comparing.redline.reading_order import Row, in_reading_order
from onrecord.comparing.redline.redline import Kind, Pair
from onrecord.comparing.redline.strength import Change
from onrecord.records import Document, Span
from onrecord.telling.clean import flat
from onrecord.web.passage_map import PassageMap, map_of

Word = Literal["same", "changed"]
# What a reader looks for first: what is gone.
COUNTED: Final[tuple[Kind, ...]] = ("dropped", "reworded", "moved", "added", "kept")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a passage: the same on both sides, or changed."""

    text: str
    kind: Word


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the page, numbered from 1, with the paragraphs (from 1) that its passages begin in."""

    number: int
    row: Row
    before: tuple[Words, ...]
    after: tuple[Words, ...]
    a_paragraph: int | None
    b_paragraph: int | None

    @property
    def pair(self) -> Pair:
        """What became of the passage."""
        return self.row.pair


@dataclass(frozen=True, slots=True)
class Run:
    """Entries that follow one another: some that were `kept`, or one that was not."""

    kept: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Compared:
    """Two documents, compared, and what the page shows of them."""

    sides: SideBySide

    @property
    def a(self) -> Document:
        """The first document."""
        return self.sides.a.document

    @property
    def b(self) -> Document:
        """The second document."""
        return self.sides.b.document

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many passages became what; what a reader looks for first is first."""
        numbers = Counter(pair.kind for pair in self.sides.pairs)
        return {kind: numbers[kind] for kind in COUNTED}

    @cached_property
    def shifts(self) -> Mapping[Change, int]:
        """How many words of commitment were softened, and how many hardened."""
        numbers = Counter(shift.change for pair in self.sides.pairs for shift in pair.shifts)
        return {change: numbers[change] for change in ("softened", "hardened")}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The rows in the order of reading."""
        rows = enumerate(in_reading_order(self.sides.pairs), 1)
        return tuple(_entry(number, row, self.a, self.b) for number, row in rows)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The rows, those that were kept and follow one another together."""
        return tuple(_runs(self.entries))

    @cached_property
    def first(self) -> Mapping[str, int]:
        """The number of the first row of each kind, and of the first that was softened and hardened."""
        found: dict[str, int] = {}
        for entry in self.entries:
            for name in (entry.pair.kind, *(shift.change for shift in entry.pair.shifts)):
                found.setdefault(name, entry.number)
        return found

    @cached_property
    def places(self) -> Mapping[Pair, tuple[int, ...]]:
        """The numbers of the rows that a pair has: two of one that was moved."""
        found: dict[Pair, tuple[int, ...]] = {}
        for entry in self.entries:
            found[entry.pair] = (*found.get(entry.pair, ()), entry.number)
        return found

    @cached_property
    def map(self) -> PassageMap:
        """Both documents drawn."""
        numbered = [(entry.number, entry.pair) for entry in self.entries if not entry.row.arrived]
        return map_of(numbered, len(self.a.text), len(self.b.text))


def _runs(entries: Sequence[Entry]) -> Iterator[Run]:
    for kept, group in groupby(entries, key=lambda entry: entry.pair.kind == "kept"):
        if kept:
            yield Run(True, tuple(group))
        else:
            yield from (Run(False, (entry,)) for entry in group)


def _entry(number: int, row: Row, a: Document, b: Document) -> Entry:
    pair = row.pair
    return Entry(
        number,
        row,
        before=tuple(_words(pair.a, [(edit.a, edit.a_end) for edit in pair.edits])),
        after=tuple(_words(pair.b, [(edit.b, edit.b_end) for edit in pair.edits])),
        a_paragraph=None if pair.a is None else a.paragraph_number(pair.a.start),
        b_paragraph=None if pair.b is None else b.paragraph_number(pair.b.start),
    )


def _words(span: Span | None, changed: Sequence[tuple[int, int]]) -> Iterator[Words]:
    """The words of a passage, cut where they changed; what is only on the other side leaves no trace."""
    if span is None:
        return
    at = span.start
    for start, end in (*changed, (span.end, span.end)):
        if at < start:
            yield Words(flat(span.text[at - span.start : start - span.start]), "same")
        if start < end:
            yield Words(flat(span.text[start - span.start : end - span.start]), "changed")
        at = max(at, end)
