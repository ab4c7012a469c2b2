"""Rows back into records, the same that were stored."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Row, Select, Table, select

from onrecord.ledger.copies import dateline_from
from onrecord.ledger.nouns import entity_of, event_of, figure_of, span_of, statement_of, time_of
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.tables import (
    copies,
    documents,
    entities,
    entity_mentions,
    entity_names,
    entity_roles,
    event_parties,
    events,
    figures,
    readings,
    statement_spans,
    statement_speakers,
    statements,
    times,
    zones,
)
from onrecord.records import Document, Entity, Event, Figure, Record, Role, Statement, Time, Zone

_T = TypeVar("_T")

# Keys named in one question: well under what a database allows (SQLite before 3.32: 999).
_AT_ONCE: Final = 500


def load_record(connection: Connection, document: int, copy: int) -> Record:
    """Return a document as one of its copies gives it, with the records that stand for it."""
    return load_records(connection, [(document, copy)])[0]


def load_records(connection: Connection, places: Sequence[tuple[int, int]]) -> list[Record]:
    """Return each document (number) as one of its copies (number) gives it, as `load_record`, in this order.

    Some documents, a dozen at most, cost hardly more questions than one, and are in memory together.
    """
    within = [document for document, _ in places]
    held_entities = _all_of(connection, entities, within, load_entities)
    held_statements = _all_of(connection, statements, within, load_statements)
    held_figures = _all_of(connection, figures, within, load_figures)
    held_times = _all_of(connection, times, within, load_times)
    held_events = _all_of(connection, events, within, load_events)
    return [
        Record(
            document=load_document(connection, document, copy),
            entities=tuple(held_entities[document]),
            statements=tuple(held_statements[document]),
            figures=tuple(held_figures[document]),
            times=tuple(held_times[document]),
            events=tuple(held_events[document]),
        )
        for document, copy in places
    ]


def load_entities(connection: Connection, numbers: Sequence[int]) -> list[Entity]:
    """Return the entities of these numbers (a few hundred at most), in this order."""
    rows = _by_number(connection, entities, numbers)
    names = _parts(connection, _of(entity_names, "entity", numbers), lambda row: str(row.name))
    roles = _parts(connection, _of(entity_roles, "entity", numbers), lambda row: Role(row.title, row.of))
    mentions = _parts(connection, _of(entity_mentions, "entity", numbers), span_of)
    return [entity_of(rows[number], names[number], roles[number], mentions[number]) for number in numbers]


def load_statements(connection: Connection, numbers: Sequence[int]) -> list[Statement]:
    """Return the statements of these numbers (a few hundred at most), in this order."""
    rows = _by_number(connection, statements, numbers)
    speakers = _of(statement_speakers, "statement", numbers).join(entities).add_columns(entities.c.id)
    ids = _parts(connection, speakers, lambda row: str(row.id))
    spans = _parts(connection, _of(statement_spans, "statement", numbers), lambda row: (row.role, span_of(row)))
    return [statement_of(rows[number], spans[number], ids[number]) for number in numbers]


def load_figures(connection: Connection, numbers: Sequence[int]) -> list[Figure]:
    """Return the figures of these numbers (a few hundred at most), in this order."""
    rows = _by_number(connection, figures, numbers)
    within = _statement_ids(connection, rows.values())
    return [figure_of(rows[number], within.get(rows[number].statement)) for number in numbers]


def load_times(connection: Connection, numbers: Sequence[int]) -> list[Time]:
    """Return the times of these numbers (a few hundred at most), in this order."""
    rows = _by_number(connection, times, numbers)
    return [time_of(rows[number]) for number in numbers]


def load_events(connection: Connection, numbers: Sequence[int]) -> list[Event]:
    """Return the events of these numbers (a few hundred at most), in this order."""
    rows = _by_number(connection, events, numbers)
    within = _statement_ids(connection, rows.values())
    parties = _of(event_parties, "event", numbers).join(entities).add_columns(entities.c.id)
    ids = _parts(connection, parties, lambda row: (str(row.role), str(row.id)))
    return [event_of(rows[number], ids[number], within.get(rows[number].statement)) for number in numbers]


def load_document(connection: Connection, document: int, copy: int) -> Document:
    """Return a document as one of its copies gives it."""
    text = connection.execute(select(documents).where(documents.c.number == document)).one()
    at = connection.execute(select(copies).where(copies.c.number == copy)).one()
    warnings = connection.scalar(newest_reading(document, readings.c.warnings))
    parts = connection.execute(select(zones).where(zones.c.document == document).order_by(zones.c.position))
    return Document(
        id=text.id,
        text=text.text,
        title=at.title,
        url=at.url or None,
        canonical=at.canonical,
        outlet=at.outlet,
        agency=at.agency,
        authors=tuple(at.authors),
        published=at.published,
        dateline=dateline_from(at),
        language=text.language,
        zones=tuple(Zone(row.kind, row.start, row.end) for row in parts),
        warnings=tuple(warnings or ()),
    )


def _all_of(
    connection: Connection,
    table: Table,
    within: Sequence[int],
    load: Callable[[Connection, Sequence[int]], list[_T]],
) -> defaultdict[int, list[_T]]:
    """Return what each of these documents has of a layer, in its order."""
    query = select(table.c.document, table.c.number).where(table.c.document.in_(within)).order_by(table.c.position)
    rows = iter(connection.execute(query).all())
    grouped: defaultdict[int, list[_T]] = defaultdict(list)
    while batch := list(islice(rows, _AT_ONCE)):
        for row, item in zip(batch, load(connection, [row.number for row in batch]), strict=True):
            grouped[row.document].append(item)
    return grouped


def _by_number(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    rows = connection.execute(select(table).where(table.c.number.in_(numbers)))
    return {row.number: row for row in rows}


def _statement_ids(connection: Connection, rows: Iterable[Row[Any]]) -> dict[int, str]:
    """Return the id of each statement that the rows stand in, by its number."""
    numbers = {row.statement for row in rows if row.statement is not None}
    query = select(statements.c.number, statements.c.id).where(statements.c.number.in_(numbers))
    return {row.number: row.id for row in connection.execute(query)}


def _of(table: Table, owner: str, numbers: Sequence[int]) -> Select[Any]:
    """Select the rows of a table that belong to these owners, with `owner`, in order of position."""
    key = table.c[owner]
    return select(table, key.label("owner")).where(key.in_(numbers)).order_by(key, table.c.position)


def _parts(connection: Connection, query: Select[Any], build: Callable[[Row[Any]], _T]) -> defaultdict[int, list[_T]]:
    """Build what each row of a query holds, grouped by its owner."""
    grouped: defaultdict[int, list[_T]] = defaultdict(list)
    for row in connection.execute(query):
        grouped[row.owner].append(build(row))
    return grouped
