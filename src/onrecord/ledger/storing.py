"""Putting one record into the ledger, inside a transaction that the caller holds."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, update

from onrecord.ledger.corrections import corrections_of
from onrecord.ledger.lookup import document_number
from onrecord.ledger.meanings import Meant
from onrecord.ledger.rows import copy_values, insert_many, inserted, paragraph_rows
from onrecord.ledger.runs import ReadBy, Run, current_reader
from onrecord.ledger.standing import Tracing, let_stand
from onrecord.ledger.storing_records import insert_reading
from onrecord.ledger.tables import copies, documents, paragraphs, versions
from onrecord.ledger.words import is_text
from onrecord.records import Document, Record, corrected


class Added(StrEnum):
    """What adding a record did.

    `NEW`          the text and its address were new
    `NEW_COPY`     the text was known, the address was new
    `NEW_VERSION`  the address held another text before, or holds this one again
    `READ_AGAIN`   both were known; another reader or other metadata replaced what stood
    `SAME`         nothing was new
    """

    NEW = "new"
    NEW_COPY = "new copy"
    NEW_VERSION = "new version"
    READ_AGAIN = "read again"
    SAME = "same"


def store(
    connection: Connection, record: Record, meant: Sequence[Meant], traces: Tracing, run: Run, seen: str
) -> Added:
    """Write one record, what is meant in it and its traces; needs a writing transaction.

    What persons said of the document's records stands before what was read. `refuse_unstorable` must have let the
    record pass.
    """
    document = record.document
    known = document_number(connection, document.id)
    number = _insert_document(connection, document) if known is None else known
    copy = _find_copy(connection, number, document)
    copy_number = _write_copy(connection, number, document, copy, seen)
    new_version = document.url is not None and _write_version(connection, document.url, number, seen)
    told_otherwise = copy is not None and not _says(copy, document)
    reread = told_otherwise or current_reader(connection, number) != run.reader
    if reread:
        reading = insert_reading(connection, record, meant, number, copy_number, run.id)
        let_stand(connection, corrected(record, corrections_of(connection, number)), meant, traces, number, reading)
    if new_version:
        return Added.NEW_VERSION
    if copy is None:
        return Added.NEW if known is None else Added.NEW_COPY
    return Added.READ_AGAIN if reread else Added.SAME


def is_stored(connection: Connection, document: Document, reader: ReadBy, seen: str | None = None) -> bool:
    """Tell whether storing what `reader` finds in `document`, seen then or now, would change nothing."""
    number = document_number(connection, document.id)
    if number is None or current_reader(connection, number) != reader:
        return False
    if not is_text(document.url or ""):
        return False
    copy = _find_copy(connection, number, document)
    if copy is None or not _says(copy, document):
        return False
    return not document.url or _held(connection, document.url, seen) == number


def _insert_document(connection: Connection, document: Document) -> int:
    number = inserted(connection, documents, {"id": document.id, "text": document.text})
    insert_many(connection, paragraphs, paragraph_rows(number, document))
    return number


def _find_copy(connection: Connection, number: int, document: Document) -> Row[Any] | None:
    at_address = (copies.c.document == number) & (copies.c.url == (document.url or ""))
    return connection.execute(select(copies).where(at_address)).first()


def _says(copy: Row[Any], document: Document) -> bool:
    """Tell whether a copy already says of its text all that `document` says, and nothing else."""
    return all(getattr(copy, name) == value for name, value in copy_values(document).items())


def _write_copy(connection: Connection, number: int, document: Document, copy: Row[Any] | None, seen: str) -> int:
    if copy is None:
        return inserted(connection, copies, {"document": number, "seen": seen, **copy_values(document)})
    values = {**copy_values(document), "seen": min(seen, copy.seen)}
    connection.execute(update(copies).where(copies.c.number == copy.number).values(values))
    return int(copy.number)


def _write_version(connection: Connection, url: str, number: int, seen: str) -> bool:
    """Note that the address held the document at `seen`; tell whether it held another one before.

    Only a change is a version: what follows a sighting of the same text, or comes right before one, is none
    of its own.
    """
    if not url or _held(connection, url, seen) == number or _is_version(connection, url, number, seen):
        return False
    others = connection.scalar(select(versions.c.number).where(versions.c.url == url).limit(1)) is not None
    later = select(versions).where(versions.c.url == url, versions.c.seen > seen)
    following = connection.execute(later.order_by(versions.c.seen, versions.c.number).limit(1)).first()
    if following is not None and following.document == number:
        connection.execute(update(versions).where(versions.c.number == following.number).values(seen=seen))
        return False
    inserted(connection, versions, {"url": url, "document": number, "seen": seen})
    return others


def _held(connection: Connection, url: str, at: str | None = None) -> int | None:
    """Return the number of the document that the address held at a moment, or holds now."""
    query = select(versions.c.document).where(versions.c.url == url)
    until = query if at is None else query.where(versions.c.seen <= at)
    return connection.scalar(until.order_by(versions.c.seen.desc(), versions.c.number.desc()).limit(1))


def _is_version(connection: Connection, url: str, number: int, seen: str) -> bool:
    same = (versions.c.url == url) & (versions.c.document == number) & (versions.c.seen == seen)
    return connection.scalar(select(versions.c.number).where(same)) is not None
