"""What became of a text: the addresses that changed theirs, and the texts that share words with it."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.lookup import document_number
from onrecord.ledger.tables import copies, documents, paragraphs, versions
from onrecord.ledger.words import Term


def changed_addresses(connection: Connection) -> Iterator[str]:
    """Yield the addresses that held more than one text, or one of them again, in the order of their first."""
    first = func.min(versions.c.number)
    query = select(versions.c.url).group_by(versions.c.url).having(func.count() > 1).order_by(first)
    yield from connection.scalars(query)


def addresses_of(connection: Connection, document: str) -> Iterator[str]:
    """Yield the addresses that hold or held the text with this id, the first seen first."""
    query = (
        select(copies.c.url).join(documents, documents.c.number == copies.c.document).where(documents.c.id == document)
    )
    yield from (url for url in connection.scalars(query.order_by(copies.c.seen, copies.c.number)) if url)


def copy_number(connection: Connection, document: str, url: str) -> tuple[int, int] | None:
    """Return the numbers of the text with this id and of its copy at an address, if both are there."""
    number = document_number(connection, document)
    if number is None:
        return None
    copy = connection.scalar(select(copies.c.number).where(copies.c.document == number, copies.c.url == url))
    return None if copy is None else (number, copy)


def paragraphs_with(connection: Connection, terms: Sequence[Term]) -> Iterator[tuple[str, str]]:
    """Yield (document id, text) of the paragraphs that hold one of the terms, in the order of adding."""
    match = matching("paragraphs", terms, any_of=True)
    query = (
        select(documents.c.id, paragraphs.c.text)
        .join(match, match.c.number == paragraphs.c.number)
        .join(documents, documents.c.number == paragraphs.c.document)
    )
    for row in connection.execute(query.order_by(paragraphs.c.number)):
        yield row.id, row.text


def documents_like(connection: Connection, terms: Sequence[Term], limit: int) -> list[str]:
    """Return the ids of the texts whose paragraphs hold most of the terms, weighed by BM25, the best first."""
    match = matching("paragraphs", terms, any_of=True)
    weight = func.sum(-match.c.rank)
    query = (
        select(documents.c.id)
        .join(paragraphs, paragraphs.c.document == documents.c.number)
        .join(match, match.c.number == paragraphs.c.number)
        .group_by(documents.c.number)
        .order_by(weight.desc(), documents.c.number)
    )
    return list(connection.scalars(query.limit(limit)))
