"""The paragraph that a place of a document lies in: in the table each line is one, also where it was wrapped."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Self

from sqlalchemy import Connection, Row, func, select

from onrecord.ledger.tables import documents, paragraphs
from onrecord.records import Span, paragraphs_of
from onrecord.wrapping import goes_on

# Lines looked at on either side.
_LINES: Final = 12


@dataclass(frozen=True)
class Lines:
    """A document's text with its lines, for many questions at once; a line is a paragraph of the table."""

    text: str

    @cached_property
    def extents(self) -> tuple[tuple[int, int], ...]:
        """The [start, end) of each line."""
        return tuple(paragraphs_of(self.text))

    def paragraph_around(self, offset: int) -> Span:
        """Return the paragraph that holds an offset: its line, and those that it was wrapped into."""
        place = bisect_right(self.extents, offset, key=lambda extent: extent[0]) - 1
        least, most = max(0, place - _LINES), min(len(self.extents) - 1, place + _LINES)
        first, last = _wrapped(place, least, most, self._goes_on)
        return self.span(self.extents[first][0], self.extents[last][1])

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the text."""
        return Span(start, end, self.text[start:end])

    def _goes_on(self, place: int) -> bool:
        start, end = self.extents[place]
        return goes_on(self.text[start:end], self.extents[place + 1][0] - end)


@dataclass(frozen=True, slots=True)
class Library:
    """The texts of some documents, by their number."""

    lines: dict[int, Lines]

    @classmethod
    def of(cls, connection: Connection, numbers: Iterable[int]) -> Self:
        """Take the texts of these documents out of the ledger, with one question."""
        query = select(documents.c.number, documents.c.text).where(documents.c.number.in_(sorted(set(numbers))))
        return cls({row.number: Lines(row.text) for row in connection.execute(query)})

    def __getitem__(self, document: int) -> Lines:
        return self.lines[document]


def passage_around(connection: Connection, document: int, span: Span) -> Span:
    """Return the paragraph that holds a span, or from the one where it begins to the one where it ends."""
    lines = _lines_around(connection, document, span.start)
    start, end = lines[0].start, lines[-1].end
    if len(lines) == 1 and span.end <= end:
        return Span(start, end, lines[0].text)
    if end < span.end:
        _, end = paragraph_around(connection, document, span.end - 1)
    piece = select(func.substr(documents.c.text, start + 1, end - start))
    return Span(start, end, connection.scalars(piece.where(documents.c.number == document)).one())


def paragraph_around(connection: Connection, document: int, offset: int) -> tuple[int, int]:
    """Return [start, end) of the paragraph that holds an offset: its line, and those that it was wrapped into."""
    lines = _lines_around(connection, document, offset)
    return lines[0].start, lines[-1].end


def _lines_around(connection: Connection, document: int, offset: int) -> Sequence[Row[Any]]:
    here = select(paragraphs.c.position).where(paragraphs.c.document == document, paragraphs.c.start <= offset)
    position = connection.scalars(here.order_by(paragraphs.c.start.desc()).limit(1)).one()
    query = select(paragraphs).where(
        paragraphs.c.document == document, paragraphs.c.position.between(position - _LINES, position + _LINES)
    )
    lines = connection.execute(query.order_by(paragraphs.c.position)).all()
    here_among = next(place for place, line in enumerate(lines) if line.position == position)

    def continued(place: int) -> bool:
        return goes_on(lines[place].text, lines[place + 1].start - lines[place].end)

    first, last = _wrapped(here_among, 0, len(lines) - 1, continued)
    return lines[first : last + 1]


def _wrapped(place: int, least: int, most: int, continued: Callable[[int], bool]) -> tuple[int, int]:
    """Return the first and the last of the lines from `least` to `most` that one was wrapped into.

    `continued` tells of a line whether the following one goes on with it.
    """
    first = last = place
    while first > least and continued(first - 1):
        first -= 1
    while last < most and continued(last):
        last += 1
    return first, last
