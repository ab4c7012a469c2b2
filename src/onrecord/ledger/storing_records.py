"""Putting what was read from a document into the ledger, in place of what stood."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, select, update

from onrecord.ledger.digest import records_digest
from onrecord.ledger.meanings import Meant, meanings_digest, store_meanings
from onrecord.ledger.rows import (
    Values,
    event_values,
    figure_values,
    insert_many,
    inserted,
    mention_rows,
    name_rows,
    party_rows,
    role_rows,
    span_rows,
    statement_values,
    time_values,
    zone_rows,
)
from onrecord.ledger.tables import (
    documents,
    entities,
    entity_mentions,
    entity_names,
    entity_roles,
    event_parties,
    events,
    figures,
    meanings,
    readings,
    statement_spans,
    statement_speakers,
    statements,
    times,
    zones,
)
from onrecord.ledger.traces import numbers_of_figures, store_traces
from onrecord.ledger.voices import store_voices
from onrecord.records import Entity, Record, Traces


def replace_records(
    connection: Connection,
    record: Record,
    meant: Sequence[Meant],
    traces: Traces,
    document: int,
    reading: int,
) -> None:
    """Let the records of a reading stand in place of those that stood."""
    for table in (meanings, events, figures, times, statements, entities, zones):
        connection.execute(delete(table).where(table.c.document == document))
    language = update(documents).where(documents.c.number == document)
    connection.execute(language.values(language=record.document.language))
    insert_many(connection, zones, zone_rows(document, record.document))
    owner: Values = {"document": document, "reading": reading}
    entity_numbers = _insert_entities(connection, record, owner)
    statement_numbers = _insert_statements(connection, record, owner, entity_numbers)
    _insert_figures(connection, record, owner, statement_numbers)
    insert_many(connection, times, _placed({**owner, **time_values(time)} for time in record.times))
    _insert_events(connection, record, owner, statement_numbers, entity_numbers)
    store_meanings(connection, meant, owner, statement_numbers)
    store_traces(connection, traces, document, numbers_of_figures(connection, document), entity_numbers)
    store_voices(connection, document)


def insert_reading(
    connection: Connection, record: Record, meant: Sequence[Meant], document: int, copy: int, run: int
) -> int:
    """Note that a document's copy was read, and the digests of what was found; return the reading's number."""
    row: Values = {
        "document": document,
        "copy": copy,
        "run": run,
        "warnings": list(record.document.warnings),
        "digest": records_digest(record),
        "meanings": meanings_digest(meant),
    }
    return inserted(connection, readings, row)


def _insert_entities(connection: Connection, record: Record, owner: Values) -> dict[str, int]:
    """Insert the entities; return the number of each id."""
    rows: Iterator[Values] = ({**owner, "id": entity.id, "kind": entity.kind} for entity in record.entities)
    insert_many(connection, entities, _placed(rows))
    numbers = _numbers(connection, entities, owner)
    parts: tuple[tuple[Table, Callable[[int, Entity], Iterator[Values]]], ...] = (
        (entity_names, name_rows),
        (entity_roles, role_rows),
        (entity_mentions, mention_rows),
    )
    for table, rows_of in parts:
        insert_many(connection, table, (row for one in record.entities for row in rows_of(numbers[one.id], one)))
    return numbers


def _insert_statements(
    connection: Connection, record: Record, owner: Values, known: Mapping[str, int]
) -> dict[str, int]:
    """Insert the statements; return the number of each id."""
    rows: Iterator[Values] = ({**owner, **statement_values(one, record.document)} for one in record.statements)
    insert_many(connection, statements, _placed(rows))
    numbers = _numbers(connection, statements, owner)
    spans = (row for one in record.statements for row in span_rows(numbers[one.id], one))
    insert_many(connection, statement_spans, spans)
    speakers: Iterator[Values] = (
        {"statement": numbers[one.id], "position": position, "entity": known[speaker]}
        for one in record.statements
        for position, speaker in enumerate(one.speakers)
    )
    insert_many(connection, statement_speakers, speakers)
    return numbers


def _insert_figures(connection: Connection, record: Record, owner: Values, known: Mapping[str, int]) -> None:
    rows: Iterator[Values] = (
        {**owner, **figure_values(figure), "statement": _number(known, figure.statement)} for figure in record.figures
    )
    insert_many(connection, figures, _placed(rows))


def _insert_events(
    connection: Connection,
    record: Record,
    owner: Values,
    statement_numbers: Mapping[str, int],
    entity_numbers: Mapping[str, int],
) -> None:
    rows: Iterator[Values] = (
        {**owner, **event_values(event), "statement": _number(statement_numbers, event.statement)}
        for event in record.events
    )
    insert_many(connection, events, _placed(rows))
    numbers = _numbers(connection, events, owner)
    parties = (row for one in record.events for row in party_rows(numbers[one.id], one, entity_numbers))
    insert_many(connection, event_parties, parties)


def _placed(rows: Iterable[Values]) -> Iterator[Values]:
    """Give each row its place in the record."""
    for position, row in enumerate(rows):
        yield {**row, "position": position}


def _number(numbers: Mapping[str, int], known: str | None) -> int | None:
    return None if known is None else numbers[known]


def _numbers(connection: Connection, table: Table, owner: Values) -> dict[str, int]:
    query = select(table.c.id, table.c.number).where(table.c.document == owner["document"])
    return {row.id: row.number for row in connection.execute(query)}
