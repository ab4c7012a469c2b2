"""A report as set type: its paragraphs, cut where a record's words begin or end, each piece with its records.

Marks overlap (a figure in a quotation in another's words), so no tree of elements can hold them: each piece is one flat
element that names all records whose words it is.
"""

import itertools
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Literal, Protocol, TypeVar

from onrecord.records import Document, Record, Span, Statement, Zone, ZoneKind

Part = Literal["source", "cue", "content", "condition", "figure", "time", "trigger", "mention"]

# Parts of a paragraph, set within it; the other zones are paragraphs of their own.
_INLINE: Final = frozenset({"dateline", "label"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is a part of the record with this id."""

    start: int
    end: int
    part: Part
    record: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that lies in the same marks throughout.

    `parts` are what it is, each once; `depth` in how many contents it lies, one within the other; `records` the ids of
    its records, the outermost first. `begins` are the records whose first words these are, `ends` the statements whose
    last words. `zone` is set where it is a dateline or the label of a turn.
    """

    text: str
    start: int
    parts: tuple[Part, ...] = ()
    depth: int = 0
    records: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    zone: ZoneKind | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its number, from 1, and what part of the report it is.

    A `turn` is all one statement, as what somebody says in a transcript is, but for a label before it.
    """

    number: int
    kind: ZoneKind
    pieces: tuple[Piece, ...]

    @property
    def turn(self) -> bool:
        """Whether all of it is said."""
        return all(one.depth or one.zone == "label" or not one.text.strip() for one in self.pieces)


def marks_of(record: Record) -> list[Mark]:
    """Return the words of every record, in the order of the text."""
    found = [Mark(one.start, one.end, "mention", entity.id) for entity in record.entities for one in entity.mentions]
    found += [mark for one in record.statements for mark in _statement_marks(one)]
    found += [Mark(one.span.start, one.span.end, "figure", one.id) for one in record.figures]
    found += [Mark(one.span.start, one.span.end, "time", one.id) for one in record.times]
    found += [Mark(one.trigger.start, one.trigger.end, "trigger", one.id) for one in record.events]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _statement_marks(statement: Statement) -> Iterator[Mark]:
    parts: tuple[tuple[Part, Sequence[Span | None]], ...] = (
        ("source", (statement.source,)),
        ("cue", (statement.cue,)),
        ("content", statement.content),
        ("condition", (statement.condition,)),
    )
    for part, spans in parts:
        yield from (Mark(span.start, span.end, part, statement.id) for span in spans if span is not None)


def set_type(document: Document, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, in order, cut at its marks (sorted by where they begin)."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for mark in marks:
        first[mark.record] = min(first.get(mark.record, mark.start), mark.start)
        if mark.part == "content":
            last[mark.record] = max(last.get(mark.record, mark.end), mark.end)
    marked = _Sweep(marks)
    zones = sorted(document.zones, key=lambda zone: zone.start)
    inner = _Sweep(zone for zone in zones if zone.kind in _INLINE)
    own = [zone for zone in zones if zone.kind not in _INLINE]
    for number, (start, end) in enumerate(document.paragraphs(), start=1):
        held = marked.within(start, end), inner.within(start, end)
        pieces = tuple(_pieces(document.text, (start, end), *held, (first, last)))
        yield Paragraph(number, _kind(own, start), pieces)


class _Stretch(Protocol):
    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


_One = TypeVar("_One", bound=_Stretch)


class _Sweep(Generic[_One]):
    """Stretches of a text, sorted by where they begin, asked for from its beginning to its end.

    Each is looked at where it lies and nowhere else: a report may have thousands of paragraphs, and of marks in one.
    """

    def __init__(self, stretches: Iterable[_One]) -> None:
        self._waiting = deque(stretches)
        self._open: list[_One] = []

    def within(self, start: int, end: int) -> Sequence[_One]:
        """Return what reaches into [start, end), in order; neither may be less than when last asked."""
        while self._waiting and self._waiting[0].start < end:
            self._open.append(self._waiting.popleft())
        self._open = [one for one in self._open if one.end > start]
        return self._open


def _pieces(
    text: str,
    extent: tuple[int, int],
    marks: Sequence[Mark],
    zones: Sequence[Zone],
    reach: tuple[dict[str, int], dict[str, int]],
) -> Iterator[Piece]:
    """Yield a paragraph cut where its marks and zones begin and end."""
    cuts = sorted({*extent, *_cuts((*marks, *zones), *extent)})
    marked, inner = _Sweep(marks), _Sweep(zones)
    for start, end in itertools.pairwise(cuts):
        yield _piece(text, (start, end), marked.within(start, end), inner.within(start, end), reach)


def _cuts(stretches: Sequence[Mark | Zone], start: int, end: int) -> Iterator[int]:
    for one in stretches:
        yield max(start, one.start)
        yield min(end, one.end)


def _piece(
    text: str,
    extent: tuple[int, int],
    held: Sequence[Mark],
    zones: Sequence[Zone],
    reach: tuple[dict[str, int], dict[str, int]],
) -> Piece:
    """The piece at [start, end), which lies in these marks and zones; `reach`: where each record begins and ends."""
    (start, end), (first, last) = extent, reach
    records = tuple(dict.fromkeys(mark.record for mark in held))
    return Piece(
        text=text[start:end],
        start=start,
        parts=tuple(dict.fromkeys(mark.part for mark in held)),
        depth=sum(mark.part == "content" for mark in held),
        records=records,
        begins=tuple(one for one in records if first[one] == start),
        ends=tuple(one for one in records if last.get(one) == end),
        zone=next((zone.kind for zone in zones), None),
    )


def _kind(own: Sequence[Zone], start: int) -> ZoneKind:
    """The kind of a paragraph: that of the last zone that begins at or before it and holds it."""
    place = bisect_right(own, start, key=lambda zone: zone.start) - 1
    return own[place].kind if place >= 0 and own[place].end > start else "body"
