"""Proof that a ledger still says what was put into it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, LargeBinary, cast, select
from sqlalchemy.exc import DBAPIError

from onrecord.folding import fold
from onrecord.ledger.copies import copies_of
from onrecord.ledger.corrections import corrections_of
from onrecord.ledger.digest import records_digest
from onrecord.ledger.loading import load_record
from onrecord.ledger.machine import digest_of_standing, machine_meant, machine_record
from onrecord.ledger.meanings import altered_meanings, misplaced_meanings
from onrecord.ledger.problem import Problem
from onrecord.ledger.rows import statement_values
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.stretches import strangers, stretches
from onrecord.ledger.tables import (
    copies,
    documents,
    entities,
    entity_names,
    events,
    figures,
    paragraphs,
    readings,
    statements,
    times,
    versions,
    zones,
)
from onrecord.ledger.voices import miscounted
from onrecord.records import Document, Record
from onrecord.records.correction import standing


@dataclass(frozen=True, slots=True)
class _Held:
    """One document as it lies there: its number, its text, and what is needed to name and to judge it."""

    number: int
    document: str
    url: str | None
    text: str
    reading: int
    copy: int
    digest: str
    meanings: str | None

    def problem(self, reason: str, record: str | None = None) -> Problem:
        return Problem(reason, self.document, self.url, record)


def problems(connection: Connection) -> Iterator[Problem]:
    """Re-read every document, its spans and its records, one document at a time."""
    query = select(documents.c.number, documents.c.id).order_by(documents.c.number)
    for row in connection.execute(query):
        try:
            yield from list(_problems_of(connection, row.number))
        except DBAPIError as error:
            yield Problem(f"cannot be read: {error.orig}", row.id)
    yield from _versions_without_copy(connection)


def _problems_of(connection: Connection, number: int) -> Iterator[Problem]:
    held = _hold(connection, number)
    if isinstance(held, Problem):
        yield held
        return
    found = [*_misplaced(connection, held), *_other_paragraphs(connection, held)]
    yield from found or _altered(connection, held)


def _hold(connection: Connection, number: int) -> _Held | Problem:
    """Fetch a document whose text is the one that its id names and that somebody read."""
    stored = select(documents.c.id, cast(documents.c.text, LargeBinary).label("bytes"))
    row = connection.execute(stored.where(documents.c.number == number)).one()
    told = (readings.c.number, readings.c.copy, readings.c.digest, readings.c.meanings)
    newest = newest_reading(number, *told, copies.c.url)
    reading = connection.execute(newest.join(copies)).first()
    url = None if reading is None else reading.url or None
    if f"sha256:{hashlib.sha256(row.bytes).hexdigest()}" != row.id:
        return Problem("its text is not the one that its digest names", row.id, url)
    if reading is None:
        return Problem("nobody read it", row.id)
    text = row.bytes.decode()
    return _Held(number, row.id, url, text, reading.number, reading.copy, reading.digest, reading.meanings)


def _misplaced(connection: Connection, held: _Held) -> Iterator[Problem]:
    """Compare every stored stretch of text with that slice of the document."""
    for query in stretches(held.number):
        for row in connection.execute(query):
            if held.text[row.start : row.end] != row.text:
                reason = f"the {row.role} at {row.start}..{row.end} is not that slice of the text"
                yield held.problem(reason, row.record)
    ends = select(zones.c.kind, zones.c.start, zones.c.end).where(zones.c.document == held.number)
    for row in connection.execute(ends):
        if row.end > len(held.text):
            yield held.problem(f"the zone {row.kind} at {row.start}..{row.end} ends outside the text")
    for record, reason in misplaced_meanings(connection, held.number, len(held.text)):
        yield held.problem(reason, record)


def _other_paragraphs(connection: Connection, held: _Held) -> Iterator[Problem]:
    expected = Document(id=held.document, text=held.text).paragraphs()
    query = select(paragraphs.c.start, paragraphs.c.end).where(paragraphs.c.document == held.number)
    stored = tuple((row.start, row.end) for row in connection.execute(query.order_by(paragraphs.c.position)))
    if stored != expected:
        yield held.problem("its paragraphs are not those of its text")


def _altered(connection: Connection, held: _Held) -> Iterator[Problem]:
    """Compare the records with the digest of their reading, and what was derived from them with them."""
    try:
        record = load_record(connection, held.number, held.copy)
        record.check()
        machine = machine_record(connection, held.number, record)
        tuple(copies_of(connection, held.number))
    except ValueError as error:  # a RecordError is one, and so is JSON or a moment that cannot be read
        yield held.problem(str(error))
        return
    yield from map(held.problem, _other_records(connection, held, record, machine))
    read = machine_meant(connection, held.number)
    yield from map(held.problem, altered_meanings(connection, held.number, held.reading, held.meanings, read))
    yield from _strangers(connection, held)
    if miscounted(connection, held.number):
        yield held.problem("the counts of who speaks in it are not those of its records")
    yield from _other_derived(connection, held, record)


def _other_records(connection: Connection, held: _Held, stands: Record, machine: Record) -> Iterator[str]:
    """Compare what was read, and what stands in its place where persons corrected it, with their digests."""
    if records_digest(machine) != held.digest:
        yield "its records are not those that were read from it"
    digest = digest_of_standing(connection, held.number)
    if digest is not None and records_digest(stands) != digest:
        yield "its records are not those that persons left"
    if bool(standing(corrections_of(connection, held.number))) != (digest is not None):
        yield "what the machine read is not kept beside the corrections that stand"


def _other_derived(connection: Connection, held: _Held, record: Record) -> Iterator[Problem]:
    """Compare what was worked out from the records when they were stored."""
    rows = connection.execute(select(statements).where(statements.c.document == held.number))
    stored = {row.id: row for row in rows}
    for statement in record.statements:
        expected = {"reading": held.reading, **statement_values(statement, record.document)}
        for name, value in expected.items():
            if getattr(stored[statement.id], name) != value:
                yield held.problem(f"its {name} does not follow from its record", statement.id)
    query = select(entities.c.id, entities.c.reading, entity_names).join(entity_names)
    for row in connection.execute(query.where(entities.c.document == held.number)):
        if row.folded != fold(row.name) or row.reading != held.reading:
            yield held.problem(f"the name {row.name!r} is not indexed as it stands", row.id)
    for table in (figures, times, events):
        strays = select(table.c.id).where(table.c.document == held.number, table.c.reading != held.reading)
        for stray in connection.scalars(strays):
            yield held.problem("its reading does not follow from its record", stray)


def _strangers(connection: Connection, held: _Held) -> Iterator[Problem]:
    for reason, query in strangers(held.number):
        for record in connection.scalars(query):
            yield held.problem(reason, record)


def _versions_without_copy(connection: Connection) -> Iterator[Problem]:
    same = (copies.c.document == versions.c.document) & (copies.c.url == versions.c.url)
    query = select(documents.c.id, versions.c.url).join(documents, documents.c.number == versions.c.document)
    missing = query.join(copies, same, isouter=True).where(copies.c.number.is_(None))
    for row in connection.execute(missing):
        yield Problem("its address is in the list of versions, but there is no copy of it", row.id, row.url)
