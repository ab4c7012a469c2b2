"""Documents as a whole, those alone that can hold what is asked for."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.loading import load_record
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.tables import documents, entities, entity_names, paragraphs, readings
from onrecord.ledger.words import Term
from onrecord.records import Record


def records_with(connection: Connection, words: Sequence[Term], name: Sequence[Term]) -> Iterator[Record]:
    """Yield the documents of which a paragraph holds all the words, and that name somebody so, in the order of adding.

    No words, or no name, leave all of them.
    """
    query = select(documents.c.number).order_by(documents.c.number)
    if words:
        match = matching("paragraphs", words)
        held = select(paragraphs.c.document).join(match, match.c.number == paragraphs.c.number)
        query = query.where(documents.c.number.in_(held))
    if name:
        match = matching("entity_names", name)
        named = (
            select(entities.c.document)
            .join(entity_names, entity_names.c.entity == entities.c.number)
            .join(match, match.c.number == entity_names.c.number)
        )
        query = query.where(documents.c.number.in_(named))
    for number in connection.scalars(query).all():
        copy = connection.scalar(newest_reading(number, readings.c.copy))
        if copy is not None:
            yield load_record(connection, number, copy)
