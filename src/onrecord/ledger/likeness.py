"""One record by its id: where it stands, and what is near it, to look for others that say the same."""

from typing import Final

from sqlalchemy import Connection, Table, select

from onrecord.ledger.tables import documents, entities, events, figure_keys, figures, meanings, statements, times
from onrecord.records import Layer

_LAYERS: Final[tuple[tuple[Layer, Table], ...]] = (
    ("statement", statements),
    ("figure", figures),
    ("event", events),
    ("entity", entities),
    ("time", times),
)


def where_is(connection: Connection, record: str) -> tuple[str, Layer] | None:
    """Return the id of the document that holds the record with this id, and the layer that it is of."""
    for layer, table in _LAYERS:
        query = select(documents.c.id).join(table, table.c.document == documents.c.number).where(table.c.id == record)
        found = connection.scalar(query.limit(1))
        if found is not None:
            return str(found), layer
    return None


def document_of(connection: Connection, record: str) -> str | None:
    """Return the id of the document that holds the statement or figure with this id."""
    found = where_is(connection, record)
    return found[0] if found is not None and found[1] in ("statement", "figure") else None


def meaning_of_statement(connection: Connection, statement: str) -> bytes | None:
    """Return what the statement with this id means; None where it was read without."""
    query = select(meanings.c.vector).join(statements, statements.c.number == meanings.c.statement)
    return connection.scalar(query.where(statements.c.id == statement).limit(1))


def keys_of_figure(connection: Connection, figure: str) -> list[str]:
    """Return the keys (`Traces`) of the figure with this id."""
    query = select(figure_keys.c.key).join(figures, figures.c.number == figure_keys.c.figure)
    return list(connection.scalars(query.where(figures.c.id == figure)))
