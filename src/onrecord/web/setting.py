"""A report as set type: its paragraphs, cut where a record's words begin or end, each piece with its records.

Marks overlap (a figure in a quotation in another's words), so no tree of elements can hold them: each piece is one flat
element that names all records whose words it is.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.records import Document, Record, Span, Statement, ZoneKind

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
    waiting = list(reversed(marks))
    open_: list[Mark] = []
    for number, (start, end) in enumerate(document.paragraphs(), start=1):
        while waiting and waiting[-1].start < end:
            open_.append(waiting.pop())
        open_ = [mark for mark in open_ if mark.end > start]
        inner = _inline(document, start, end)
        cuts = sorted({start, end, *_cuts(open_, start, end), *(cut for one in inner for cut in one[:2])})
        pieces = [
            _piece(document.text, one, other, open_, inner, first, last) for one, other in itertools.pairwise(cuts)
        ]
        yield Paragraph(number, _kind(document, start), tuple(pieces))


def _cuts(marks: Sequence[Mark], start: int, end: int) -> Iterator[int]:
    for mark in marks:
        yield max(start, mark.start)
        yield min(end, mark.end)


def _piece(
    text: str,
    start: int,
    end: int,
    marks: Sequence[Mark],
    inner: Sequence[tuple[int, int, ZoneKind]],
    first: dict[str, int],
    last: dict[str, int],
) -> Piece:
    held = [mark for mark in marks if mark.start <= start and end <= mark.end]
    records = tuple(dict.fromkeys(mark.record for mark in held))
    return Piece(
        text=text[start:end],
        start=start,
        parts=tuple(dict.fromkeys(mark.part for mark in held)),
        depth=sum(mark.part == "content" for mark in held),
        records=records,
        begins=tuple(one for one in records if first[one] == start),
        ends=tuple(one for one in records if last.get(one) == end),
        zone=next((kind for one, other, kind in inner if one <= start and end <= other), None),
    )


def _kind(document: Document, start: int) -> ZoneKind:
    """The kind of a paragraph: that of the last zone that begins at or before it and holds it."""
    own = [zone for zone in document.zones if zone.kind not in _INLINE]
    place = bisect_right(own, start, key=lambda zone: zone.start) - 1
    return own[place].kind if place >= 0 and own[place].end > start else "body"


def _inline(document: Document, start: int, end: int) -> list[tuple[int, int, ZoneKind]]:
    return [
        (max(start, zone.start), min(end, zone.end), zone.kind)
        for zone in document.zones
        if zone.kind in _INLINE and zone.start < end and zone.end > start
    ]
