"""Corrections, as persons made them: written once, each in the place of the one before it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.folding import fold
from onrecord.ledger.rows import Values, inserted
from onrecord.ledger.tables import corrections, documents
from onrecord.records import Correction


def insert_correction(connection: Connection, document: int, one: Correction) -> int:
    """Write a correction of a record of this document down; return the number that it has from now on."""
    row: Values = {name: value for name, value in one.to_json().items() if name != "number"}
    return inserted(connection, corrections, {**row, "document": document})


def corrections_of(connection: Connection, document: int) -> list[Correction]:
    """Return all corrections of the records of a document, in their order; also those that do not stand any more."""
    return list(corrections_by(connection, document, None, None))


def corrections_by(
    connection: Connection, document: int | None, who: str | None, since: str | None
) -> Iterator[Correction]:
    """Yield the corrections in a document, by somebody of this name, on this day (YYYY-MM-DD) or later, in order."""
    query = select(corrections, documents.c.id.label("of")).join(documents).order_by(corrections.c.number)
    if document is not None:
        query = query.where(corrections.c.document == document)
    if since is not None:
        # Moments begin with their day, so that the order of the strings tells.
        query = query.where(corrections.c.made >= since)
    for row in connection.execute(query):
        if who is None or fold(row.who) == fold(who):
            yield _correction(row)


def _correction(row: Row[Any]) -> Correction:
    return Correction(
        number=row.number,
        document=row.of,
        layer=row.layer,
        record=row.record,
        verdict=row.verdict,
        machine=row.machine,
        who=row.who,
        made=row.made,
        why=row.why,
        changes=row.changes,
        named=tuple(row.named),
        added=tuple(row.added),
        replaces=row.replaces,
    )
