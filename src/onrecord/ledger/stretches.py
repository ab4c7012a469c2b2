"""What a ledger's records point at: stretches of their document's text, and records of the same document."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, literal, select

from onrecord.ledger.tables import (
    entities,
    entity_mentions,
    event_parties,
    events,
    figures,
    paragraphs,
    statement_spans,
    statement_speakers,
    statements,
    times,
)


def stretches(document: int) -> Iterator[Select[Any]]:
    """Return what selects (record, role, start, end, text) of all the spans of a document, by its number."""
    spans = statement_spans.c
    yield (
        select(statements.c.id.label("record"), spans.role, spans.start, spans.end, spans.text)
        .join(statements)
        .where(statements.c.document == document)
    )
    mentions = entity_mentions.c
    yield (
        select(
            entities.c.id.label("record"),
            literal("mention").label("role"),
            mentions.start,
            mentions.end,
            mentions.text,
        )
        .join(entities)
        .where(entities.c.document == document)
    )
    pieces = paragraphs.c
    yield select(
        literal(None).label("record"),
        literal("paragraph").label("role"),
        pieces.start,
        pieces.end,
        pieces.text,
    ).where(pieces.document == document)
    for table, role in ((figures, "figure"), (times, "time"), (events, "trigger")):
        part = table.c
        yield select(part.id.label("record"), literal(role).label("role"), part.start, part.end, part.text).where(
            part.document == document
        )


def strangers(document: int) -> Iterator[tuple[str, Select[Any]]]:
    """Return what selects the ids of the document's records that name one of another document, with the reason."""
    for owner, link, reason in (
        (statements, statement_speakers, "one of its speakers speaks in another document"),
        (events, event_parties, "one of its parties acts in another document"),
    ):
        joined = owner.join(link).join(entities, entities.c.number == link.c.entity)
        query = select(owner.c.id).select_from(joined)
        yield reason, query.where(owner.c.document == document, entities.c.document != document)
    for table in (figures, events):
        query = select(table.c.id).join(statements, statements.c.number == table.c.statement)
        elsewhere = (table.c.document == document) & (statements.c.document != document)
        yield "it stands in a statement of another document", query.where(elsewhere)
