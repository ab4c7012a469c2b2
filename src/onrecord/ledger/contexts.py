"""Statements where they stand: the paragraph around each, and where in it the words are that were looked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import highlighted, listed
from onrecord.ledger.passages import passage_around
from onrecord.ledger.searching import Hit
from onrecord.ledger.tables import statements
from onrecord.ledger.words import Term
from onrecord.records import Span, Statement

# What nothing may mean by itself (Unicode, private use): tried until two are found that no text here holds.
_FIRST_MARK = 0xF0000


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement that was found, in its place.

    `passage` is the paragraph, or the paragraphs, that its evidence lies in; `marks` are the extents [start, end) of
    the words that were looked for, as offsets into the document's text, in order. There are none where it was found by
    its meaning.
    """

    hit: Hit
    passage: Span
    marks: tuple[tuple[int, int], ...]


def in_context(connection: Connection, hits: Mapping[int, Hit], words: Sequence[Term]) -> Iterator[Shown]:
    """Yield the hits (by their statements' numbers, a few hundred at most) where they stand, in this order."""
    marked = _marked(connection, hits, words) if words else {}
    query = select(statements.c.number, statements.c.document).where(statements.c.number.in_(listed(list(hits))))
    document = {row.number: row.document for row in connection.execute(query)}
    for number, hit in hits.items():
        passage = passage_around(connection, document[number], hit.ref.span)
        yield Shown(hit, passage, marked.get(number, ()))


def _marked(
    connection: Connection, hits: Mapping[int, Hit], words: Sequence[Term]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return where in its document each statement's content holds the words, as the index reads them."""
    marks = _unused([span.text for hit in hits.values() for span in hit.statement.content])
    query = highlighted("statements", words, list(hits), marks)
    return {
        row.number: tuple(_placed(hits[row.number].statement, list(_extents(row.text, marks))))
        for row in connection.execute(query)
    }


def _unused(texts: Sequence[str]) -> tuple[str, str]:
    """Return two characters that none of the texts holds."""
    held = set().union(*texts)
    free = (chr(code) for code in count(_FIRST_MARK) if chr(code) not in held)
    return next(free), next(free)


def _extents(text: str, marks: tuple[str, str]) -> Iterator[tuple[int, int]]:
    """Yield what stands between the marks, as it stands in the text without them."""
    offset = start = 0
    for character in text:
        if character == marks[0]:
            start = offset
        elif character == marks[1]:
            yield start, offset
        else:
            offset += 1


def _placed(statement: Statement, extents: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield extents of a content's indexed words (its spans, a blank between two) as extents of the document."""
    before = 0
    for span in statement.content:
        size = span.end - span.start
        for start, end in extents:
            first, last = max(start - before, 0), min(end - before, size)
            if first < last:
                yield span.start + first, span.start + last
        before += size + 1
