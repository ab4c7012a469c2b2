"""Putting what was read from a document into the ledger, in place of what stood."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Connection, Table, delete, select, update

from onrecord.ledger.digest import records_digest
from onrecord.ledger.rows import (
    Values,
    insert_many,
    inserted,
    mention_rows,
    name_rows,
    role_rows,
    span_rows,
    statement_values,
    zone_rows,
)
from onrecord.ledger.tables import (
    documents,
    entities,
    entity_mentions,
    entity_names,
    entity_roles,
    readings,
    statement_spans,
    statement_speakers,
    statements,
    zones,
)
from onrecord.records import Entity, Record


def replace_records(connection: Connection, record: Record, document: int, copy: int, run: int) -> None:
    """Note a reading of a document's copy and let its records stand in place of those of the one before."""
    for table in (statements, entities, zones):
        connection.execute(delete(table).where(table.c.document == document))
    language = update(documents).where(documents.c.number == document)
    connection.execute(language.values(language=record.document.language))
    reading = _insert_reading(connection, record, document, copy, run)
    insert_many(connection, zones, zone_rows(document, record.document))
    known = _insert_entities(connection, record, document, reading)
    _insert_statements(connection, record, document, reading, known)


def _insert_reading(connection: Connection, record: Record, document: int, copy: int, run: int) -> int:
    row: Values = {
        "document": document,
        "copy": copy,
        "run": run,
        "warnings": list(record.document.warnings),
        "digest": records_digest(record),
    }
    return inserted(connection, readings, row)


def _insert_entities(connection: Connection, record: Record, document: int, reading: int) -> dict[str, int]:
    """Insert the entities; return the number of each id."""
    owner: Values = {"document": document, "reading": reading}
    rows: Iterator[Values] = (
        {**owner, "id": entity.id, "position": position, "kind": entity.kind}
        for position, entity in enumerate(record.entities)
    )
    insert_many(connection, entities, rows)
    numbers = _numbers(connection, entities, document)
    parts: tuple[tuple[Table, Callable[[int, Entity], Iterator[Values]]], ...] = (
        (entity_names, name_rows),
        (entity_roles, role_rows),
        (entity_mentions, mention_rows),
    )
    for table, rows_of in parts:
        insert_many(connection, table, (row for one in record.entities for row in rows_of(numbers[one.id], one)))
    return numbers


def _insert_statements(
    connection: Connection, record: Record, document: int, reading: int, known: Mapping[str, int]
) -> None:
    owner: Values = {"document": document, "reading": reading}
    rows: Iterator[Values] = (
        {**owner, "position": position, **statement_values(statement, record.document)}
        for position, statement in enumerate(record.statements)
    )
    insert_many(connection, statements, rows)
    numbers = _numbers(connection, statements, document)
    spans = (row for one in record.statements for row in span_rows(numbers[one.id], one))
    insert_many(connection, statement_spans, spans)
    speakers: Iterator[Values] = (
        {"statement": numbers[one.id], "position": position, "entity": known[speaker]}
        for one in record.statements
        for position, speaker in enumerate(one.speakers)
    )
    insert_many(connection, statement_speakers, speakers)


def _numbers(connection: Connection, table: Table, document: int) -> dict[str, int]:
    query = select(table.c.id, table.c.number).where(table.c.document == document)
    return {row.id: row.number for row in connection.execute(query)}
