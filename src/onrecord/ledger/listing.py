"""Documents as a page lists them: some, newest first, with what is in each, and how many there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from onrecord.days import days_of
from onrecord.ledger.copies import Copy, copy_from
from onrecord.ledger.dialect import listed, matching
from onrecord.ledger.facets import Count, count_values
from onrecord.ledger.tables import copies, documents, events, figures, paragraphs, readings, statements
from onrecord.ledger.words import Term

DocumentOrder: TypeAlias = Literal["published", "added"]

_FACETS: Final = ("outlet", "agency", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsAmong:
    """Which documents count: by the copy that was read, and by words of its title or of one paragraph of its text.

    `titled` are words of its title alone. `since` and `until` are the first and last day of publication (YYYY-MM-DD).
    """

    words: tuple[Term, ...] = ()
    titled: tuple[Term, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list: the copy that its records were read from, its language, and how many of each it has."""

    copy: Copy
    language: str | None
    statements: int
    figures: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of documents, how many there are in all, and how many of each outlet, agency and language.

    Each of the three leaves its own narrowing out, and keeps the others; the most frequent is first.
    """

    shown: tuple[Listed, ...]
    total: int
    outlet: tuple[Count, ...]
    agency: tuple[Count, ...]
    language: tuple[Count, ...]


def list_documents(
    connection: Connection, among: DocumentsAmong, order: DocumentOrder, offset: int, limit: int
) -> Listing:
    """Return a page of the documents that count: the last published first, or the last added first."""
    # Thousands of short rows are looked through here once, for a page and three counts.
    rows = [row for row in connection.execute(_rows(among, order)).all() if _dated(row, among)]
    wanted = {name: getattr(among, name) for name in _FACETS if getattr(among, name) is not None}
    fits = _having(rows, wanted)
    counts = {
        name: count_values(map(attrgetter(name), _having(rows, wanted, but=name) if name in wanted else fits))
        for name in _FACETS
    }
    page = fits[offset : offset + limit]
    return Listing(shown=tuple(_listed(connection, [row.copy for row in page])), total=len(fits), **counts)


def newest_documents(connection: Connection, limit: int) -> tuple[Listed, ...]:
    """Return the documents that were published last, without looking through the others."""
    rows = connection.execute(_rows(DocumentsAmong(), "published").limit(limit))
    return tuple(_listed(connection, [row.copy for row in rows]))


def _rows(among: DocumentsAmong, order: DocumentOrder) -> Select[Any]:
    newest = select(func.max(readings.c.number)).group_by(readings.c.document)
    query = (
        select(
            documents.c.number,
            documents.c.language,
            copies.c.number.label("copy"),
            copies.c.outlet,
            copies.c.agency,
            copies.c.published,
        )
        .join(readings, readings.c.document == documents.c.number)
        .join(copies, copies.c.number == readings.c.copy)
        .where(readings.c.number.in_(newest))
    )
    if among.titled:
        query = query.where(documents.c.number.in_(_titled(among.titled)))
    published = [copies.c.published.desc().nulls_last()] if order == "published" else []
    query = query.order_by(*published, documents.c.number.desc())
    return query.where(_holds(among.words)) if among.words else query


def _holds(words: Sequence[Term]) -> ColumnElement[bool]:
    said = matching("paragraphs", words)
    in_text = select(paragraphs.c.document).join(said, said.c.number == paragraphs.c.number)
    return documents.c.number.in_(in_text.union(_titled(words)))


def _titled(words: Sequence[Term]) -> Select[Any]:
    match = matching("copies", words)
    return select(copies.c.document).join(match, match.c.number == copies.c.number)


def _dated(row: Row[Any], among: DocumentsAmong) -> bool:
    if among.since is None and among.until is None:
        return True
    days = days_of(row.published)
    if days is None:
        return False
    return (among.since or days[1]) <= days[1] and days[0] <= (among.until or days[0])


def _having(rows: Sequence[Row[Any]], wanted: Mapping[str, str], but: str | None = None) -> Sequence[Row[Any]]:
    """Return the rows whose columns are as wanted, those named `but` aside."""
    for name, value in wanted.items():
        if name != but:
            rows = [row for row in rows if getattr(row, name) == value]
    return rows


def _listed(connection: Connection, numbers: Sequence[int]) -> Iterator[Listed]:
    """Yield the documents of these copies, in this order."""
    query = select(copies, documents.c.id, documents.c.language).join(documents)
    rows = {row.number: row for row in connection.execute(query.where(copies.c.number.in_(listed(numbers))))}
    within = [row.document for row in rows.values()]
    held = [_held(connection, table, within) for table in (statements, figures, events)]
    for row in map(rows.__getitem__, numbers):
        said, numbered, happened = (counts.get(row.document, 0) for counts in held)
        yield Listed(copy_from(row), row.language, said, numbered, happened)


def _held(connection: Connection, table: Table, within: Sequence[int]) -> dict[int, int]:
    query = select(table.c.document, func.count()).where(table.c.document.in_(listed(within)))
    return {document: number for document, number in connection.execute(query.group_by(table.c.document))}
