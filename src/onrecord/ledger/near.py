"""Texts that may be near copies: those that share locality-sensitive hashes, found by them and by nothing else."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from onrecord.ledger.copies import dateline_from
from onrecord.ledger.tables import bands, copies, documents, signatures, zones
from onrecord.records import Document, Page, Zone

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 500
# Of the texts that share one hash, so many that follow one another are paired: enough for what is alike to hang
# together, and 10,000 copies of one text, or a footer under 10,000 texts, do not make 50,000,000 pairs.
_NEIGHBOURS: Final = 4


@dataclass(frozen=True, slots=True)
class Near:
    """Two documents, by their ids, that share `shared` hashes; `keys` is how many the one with fewer has."""

    a: str
    b: str
    shared: int
    keys: int


def near_to(connection: Connection, document: int) -> list[Near]:
    """Return what shares a hash with the document of this number, who shares most first."""
    own, other = bands.alias("own"), bands.alias("other")
    same = (own.c.position == other.c.position) & (own.c.hash == other.c.hash)
    query = (
        select(other.c.document, func.count())
        .select_from(own.join(other, same))
        .where(own.c.document == document, other.c.document != document)
        .group_by(other.c.document)
    )
    return _told(connection, ((document, number, count) for number, count in connection.execute(query)))


def near_pairs(connection: Connection) -> list[Near]:
    """Return pairs that share a hash, who share most first; not each of them where many share one (`_NEIGHBOURS`)."""
    pairs: Counter[tuple[int, int]] = Counter()
    for _, rows in groupby(connection.execute(_shared_hashes()), key=lambda row: (row.position, row.hash)):
        pairs.update(_neighbours(row.document for row in rows))
    return _told(connection, ((a, b, count) for (a, b), count in pairs.items()))


def load_text(connection: Connection, document: int) -> Document:
    """Return a document with its text and zones alone."""
    row = connection.execute(select(documents).where(documents.c.number == document)).one()
    parts = select(zones).where(zones.c.document == document).order_by(zones.c.position)
    found = tuple(Zone(one.kind, one.start, one.end) for one in connection.execute(parts))
    return Document(id=row.id, text=row.text, language=row.language, zones=found)


def pages_of(connection: Connection, document: int) -> list[Page]:
    """Return the document as each of its copies gives it, the first seen first."""
    query = select(copies, documents.c.id).join(documents).where(copies.c.document == document)
    return [
        Page(
            document=row.id,
            url=row.url or None,
            title=row.title,
            outlet=row.outlet,
            agency=row.agency,
            published=row.published,
            dateline=dateline_from(row),
        )
        for row in connection.execute(query.order_by(copies.c.seen, copies.c.number))
    ]


def at_several_addresses(connection: Connection) -> list[str]:
    """Return the ids of the documents that have more than one copy, in the order of adding."""
    several = select(copies.c.document).group_by(copies.c.document).having(func.count() > 1)
    query = select(documents.c.id).where(documents.c.number.in_(several)).order_by(documents.c.number)
    return list(connection.scalars(query))


def documents_without_signatures(connection: Connection) -> int:
    """Count the documents that were added without the traces of their text."""
    signed = select(signatures.c.document)
    query = select(func.count()).select_from(documents).where(documents.c.number.not_in(signed))
    return connection.scalars(query).one()


def _shared_hashes() -> Select[Any]:
    """Select place, hash and document of every hash that several texts have, those of one hash together."""
    several = (
        select(bands.c.position, bands.c.hash)
        .group_by(bands.c.position, bands.c.hash)
        .having(func.count() > 1)
        .subquery()
    )
    same = (bands.c.position == several.c.position) & (bands.c.hash == several.c.hash)
    query = select(bands.c.position, bands.c.hash, bands.c.document).join(several, same)
    return query.order_by(bands.c.position, bands.c.hash, bands.c.document)


def _neighbours(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pair each number with the first and with the last few before it."""
    first: int | None = None
    last: deque[int] = deque(maxlen=_NEIGHBOURS)
    for number in numbers:
        yield from ((before, number) for before in last)
        if first is None:
            first = number
        elif first not in last:
            yield first, number
        last.append(number)


def _told(connection: Connection, pairs: Iterable[tuple[int, int, int]]) -> list[Near]:
    found = sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
    numbers = sorted({number for a, b, _ in found for number in (a, b)})
    ids, keys = _ids(connection, numbers), _keys(connection, numbers)
    return [Near(ids[a], ids[b], shared, min(keys[a], keys[b])) for a, b, shared in found]


def _ids(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = select(documents.c.number, documents.c.id).where(documents.c.number.in_(some))
        found.update((row.number, row.id) for row in connection.execute(query))
    return found


def _keys(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = select(bands.c.document, func.count()).where(bands.c.document.in_(some)).group_by(bands.c.document)
        found.update((document, count) for document, count in connection.execute(query))
    return found
