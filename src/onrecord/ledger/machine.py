"""What the machine read in a document of which persons corrected something: kept beside what stands."""

from collections.abc import Iterable
from typing import cast

from sqlalchemy import Connection, delete, select

from onrecord.ledger.digest import records_digest
from onrecord.ledger.meanings import Meant, stored_meant
from onrecord.ledger.rows import insert_many, inserted
from onrecord.ledger.tables import machine_meanings, machine_records
from onrecord.records import Record, RecordJson


def keep_machine(
    connection: Connection, document: int, machine: Record, stands: Record, meant: Iterable[Meant]
) -> None:
    """Keep what the machine read and what its statements mean; `stands` is what takes its place."""
    forget_machine(connection, document)
    records = {layer: items for layer, items in machine.to_json().items() if layer != "document"}
    inserted(connection, machine_records, {"document": document, "digest": records_digest(stands), "records": records})
    rows = (
        {"document": document, "start": start, "end": end, "statement": statement, "vector": vector}
        for start, end, statement, vector in meant
        if statement is not None
    )
    insert_many(connection, machine_meanings, rows)


def forget_machine(connection: Connection, document: int) -> None:
    """Keep nothing any more: what stands is what the machine read."""
    for table in (machine_records, machine_meanings):
        connection.execute(delete(table).where(table.c.document == document))


def digest_of_standing(connection: Connection, document: int) -> str | None:
    """Return the digest of what stands in the machine's place; None where the machine's own does."""
    return connection.scalar(select(machine_records.c.digest).where(machine_records.c.document == document))


def machine_record(connection: Connection, document: int, stands: Record) -> Record:
    """Return what the machine read in a document, of which this `stands`. Raises RecordError where it was altered."""
    kept = connection.scalar(select(machine_records.c.records).where(machine_records.c.document == document))
    if kept is None:
        return stands
    read = Record.from_json(cast(RecordJson, {"document": stands.document.to_json(), **kept}))
    return Record(stands.document, read.entities, read.statements, read.figures, read.times, read.events)


def machine_meant(connection: Connection, document: int) -> list[Meant]:
    """Return what the machine read a document's sentences and statements to mean."""
    standing = stored_meant(connection, document)
    if digest_of_standing(connection, document) is None:
        return standing
    columns = machine_meanings.c
    query = select(columns.start, columns.end, columns.statement, columns.vector)
    kept = connection.execute(query.where(columns.document == document).order_by(columns.number))
    return [
        *(one for one in standing if one[2] is None),
        *((row.start, row.end, row.statement, row.vector) for row in kept),
    ]
