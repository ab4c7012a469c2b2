"""From what a user calls a document to the document."""

import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger.runs import newest_reading
from onrecord.ledger.tables import copies, documents, readings, versions
from onrecord.ledger.words import is_text

# At least four digits: fewer are more likely the name of something else.
_PREFIX: Final = re.compile(r"(?:sha256:)?(?P<digits>[0-9a-f]{4,64})", re.IGNORECASE)
# As many documents as an error names before it stops.
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands in the ledger: its number, and that of the copy that is meant."""

    document: int
    copy: int


def locate(connection: Connection, name: str) -> Place:
    """Find a document by its id, an address, or the beginning of its id (four digits or more).

    A whole id is nobody's address: who adds a text cannot put it in the place of another. An address means the text
    that it held last, or else the copy seen last that states it as its canonical one. Raises NotInLedger where nothing
    has that name, UsageError where several documents' ids begin with it.
    """
    if not is_text(name):
        raise NotInLedger(name)
    whole = document_number(connection, name) if _PREFIX.fullmatch(name) else None
    if whole is not None:
        return _leading_place(connection, name, whole)
    place = _by_address(connection, name)
    if place is not None:
        return place
    found = _ids(connection, name)
    if len(found) == 1:
        return _leading_place(connection, name, found[0][0])
    if not found:
        raise NotInLedger(name)
    named = ", ".join(text_id for _, text_id in found[:_NAMED])
    more = ", …" if len(found) > _NAMED else ""
    raise UsageError(name, f"several documents begin with it: {named}{more}", "give more of the id")


def id_of(connection: Connection, name: str) -> str:
    """Return the id of the document that `locate` finds. Raises as it does."""
    number = locate(connection, name).document
    return str(connection.scalars(select(documents.c.id).where(documents.c.number == number)).one())


def document_number(connection: Connection, document: str) -> int | None:
    """Return the number of the document with exactly this id."""
    if not is_text(document):
        return None
    return connection.scalar(select(documents.c.number).where(documents.c.id == document))


def _leading_place(connection: Connection, name: str, document: int) -> Place:
    """Return a document with the copy that its records were read from."""
    copy = connection.scalar(newest_reading(document, readings.c.copy))
    if copy is None:
        raise NotInLedger(name, "is in the ledger, but nobody read it", "run onrecord verify")
    return Place(document, copy)


def _by_address(connection: Connection, url: str) -> Place | None:
    if not url:
        return None
    same_text = (copies.c.document == versions.c.document) & (copies.c.url == versions.c.url)
    held = select(copies.c.document, copies.c.number).join(versions, same_text).where(versions.c.url == url)
    last = held.order_by(versions.c.seen.desc(), versions.c.number.desc())
    stated = select(copies.c.document, copies.c.number).where(copies.c.canonical == url)
    for query in (last, stated.order_by(copies.c.seen.desc(), copies.c.number.desc())):
        row = connection.execute(query.limit(1)).first()
        if row is not None:
            return Place(row.document, row.number)
    return None


def _ids(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Return number and id of the documents whose id begins so: one more than an error names, at most."""
    match = _PREFIX.fullmatch(name)
    if match is None:
        return []
    start = f"sha256:{match['digits'].lower()}"
    # "g" stands behind every hexadecimal digit: a range uses the index, where LIKE would not.
    among = documents.c.id.between(start, start + "g")
    query = select(documents.c.number, documents.c.id).where(among).order_by(documents.c.id)
    return [(row.number, row.id) for row in connection.execute(query.limit(_NAMED + 1))]
