"""Documents as a whole, those alone that can hold what is asked for."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.loading import load_record
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.tables import documents, paragraphs, readings
from onrecord.ledger.utterances import documents_of
from onrecord.ledger.words import Term
from onrecord.records import Record


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
    for number in numbers:
        copy = connection.scalar(newest_reading(number, readings.c.copy))
        if copy is not None:
            yield load_record(connection, number, copy)
