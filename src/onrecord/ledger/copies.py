"""Copies (a text at one address) and versions (what an address held, one after the other)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import Connection, Row, Select, func, select

from onrecord.ledger.moments import parse_moment
from onrecord.ledger.tables import copies, documents, entities, readings, statements, versions
from onrecord.ledger.words import is_text
from onrecord.records import Dateline


class CopyJson(TypedDict):
    """The codebook's copy."""

    document: str
    url: str | None
    outlet: str | None
    published: str | None
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One text at one address, with what that address says of it; `seen` is when it was first seen there.

    `url` is `None` for a text that came from no address. `seen` is in UTC.
    """

    document: str
    url: str | None
    title: str | None
    canonical: str | None
    outlet: str | None
    agency: str | None
    authors: tuple[str, ...]
    published: str | None
    dateline: Dateline | None
    seen: datetime

    def to_json(self) -> CopyJson:
        """Return the codebook's copy."""
        return {
            "document": self.document,
            "url": self.url,
            "outlet": self.outlet,
            "published": self.published,
            "seen": self.seen.isoformat(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an address held from `seen` (UTC) on: the id of a document."""

    url: str
    document: str
    seen: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    documents: int
    copies: int
    entities: int
    statements: int


def count_all(connection: Connection) -> Counts:
    """Count the rows of the tables that people ask about."""
    counted = (documents, copies, entities, statements)
    return Counts(*(connection.scalars(select(func.count()).select_from(table)).one() for table in counted))


def copies_of(connection: Connection, document: int) -> Iterator[Copy]:
    """Yield the copies of a document, the first seen first."""
    query = _with_id().where(copies.c.document == document).order_by(copies.c.seen, copies.c.number)
    yield from map(copy_from, connection.execute(query))


def leading_copies(connection: Connection) -> Iterator[Copy]:
    """Yield for each document the copy that its records were read from, in the order of adding."""
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    query = _with_id().join(readings, readings.c.copy == copies.c.number).where(readings.c.number.in_(newest))
    yield from map(copy_from, connection.execute(query.order_by(documents.c.number)))


def versions_of(connection: Connection, url: str) -> Iterator[Version]:
    """Yield what the address held, in order; a text that came back stands there twice."""
    if not is_text(url):
        return
    query = select(versions.c.url, versions.c.seen, documents.c.id).join(documents)
    ordered = query.where(versions.c.url == url).order_by(versions.c.seen, versions.c.number)
    for row in connection.execute(ordered):
        yield Version(url=row.url, document=row.id, seen=parse_moment(row.seen))


def copy_from(row: Row[Any]) -> Copy:
    """Build a copy from a row of `copies` and its document's `id`."""
    return Copy(
        document=row.id,
        url=row.url or None,
        title=row.title,
        canonical=row.canonical,
        outlet=row.outlet,
        agency=row.agency,
        authors=tuple(row.authors),
        published=row.published,
        dateline=dateline_from(row),
        seen=parse_moment(row.seen),
    )


def dateline_from(row: Row[Any]) -> Dateline | None:
    """Build the dateline from a row of `copies`."""
    if row.dateline_place is None and row.dateline_date is None:
        return None
    return Dateline(row.dateline_place, row.dateline_date)


def _with_id() -> Select[Any]:
    return select(copies, documents.c.id).join(documents, documents.c.number == copies.c.document)
