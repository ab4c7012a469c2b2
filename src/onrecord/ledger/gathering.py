"""Documents as a whole, those alone that can hold what is asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.loading import load_records
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.searching import Among, narrowed
from onrecord.ledger.tables import documents, paragraphs, readings, statements
from onrecord.ledger.utterances import documents_of
from onrecord.ledger.words import Term
from onrecord.records import Record

# Documents that are loaded together.
_TOGETHER: Final = 10


def records_with(
    connection: Connection, words: Sequence[Term], speakers: Sequence[int] | None = None
) -> Iterator[Record]:
    """Yield the documents of which a paragraph holds all the words, in the order of adding.

    `speakers`: only those with one of these entities (numbers).
    """
    query = select(documents.c.number).order_by(documents.c.number)
    if words:
        match = matching("paragraphs", words)
        held = select(paragraphs.c.document).join(match, match.c.number == paragraphs.c.number)
        query = query.where(documents.c.number.in_(held))
    numbers = list(connection.scalars(query))
    if speakers is not None:
        naming = documents_of(connection, speakers)
        numbers = [number for number in numbers if number in naming]
    return _loaded(connection, numbers)


def records_saying(connection: Connection, words: Sequence[Term], among: Among) -> Iterator[Record]:
    """Yield the documents with a statement that counts and whose content holds all the words, in the order of adding.

    Each is cut down to the statements that do, and to the figures and events that stand in one of them.
    """
    query = (
        narrowed(select(documents.c.number, documents.c.id.label("document"), statements.c.id), among)
        .join(documents, documents.c.number == statements.c.document)
        .order_by(documents.c.number)
    )
    if words:
        match = matching("statements", words)
        query = query.join(match, match.c.number == statements.c.number)
    numbers: dict[int, None] = {}
    kept: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        numbers[row.number] = None
        kept[row.document].add(row.id)
    return (_cut_down(record, kept[record.document.id]) for record in _loaded(connection, list(numbers)))


def _loaded(connection: Connection, numbers: Sequence[int]) -> Iterator[Record]:
    """Yield the documents of these numbers that were read, in this order."""
    places = ((number, connection.scalar(newest_reading(number, readings.c.copy))) for number in numbers)
    read = ((number, copy) for number, copy in places if copy is not None)
    while together := list(islice(read, _TOGETHER)):
        yield from load_records(connection, together)


def _cut_down(record: Record, kept: Collection[str]) -> Record:
    return replace(
        record,
        statements=tuple(one for one in record.statements if one.id in kept),
        figures=tuple(one for one in record.figures if one.statement in kept),
        events=tuple(one for one in record.events if one.statement in kept),
    )
