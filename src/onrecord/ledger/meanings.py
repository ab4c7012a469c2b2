"""What sentences and statements mean, beside the records: kept, compared with their digest, forgotten with them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.errors import RecordError
from onrecord.ledger.rows import Values, insert_many
from onrecord.ledger.tables import meanings, readings, statements
from onrecord.records import MEANING_WIDTH, Meaning, Record, Statement

# A stretch, the id of the statement whose content it is (None: it is a sentence), and what it means.
Meant: TypeAlias = tuple[int, int, str | None, bytes]


def meant_in(record: Record, found: Iterable[Meaning]) -> tuple[Meant, ...]:
    """Return what is to be kept of a reading's meanings: a content's once for each statement that has it.

    Raises RecordError for one outside the text, or of a content that no statement has.
    """
    owners: dict[tuple[int, int], list[str]] = {}
    for statement in record.statements:
        owners.setdefault(_extent(statement), []).append(statement.id)
    return tuple(meant for one in found for meant in _meant(one, owners, len(record.document.text)))


def meanings_of(connection: Connection, document: int) -> Iterator[Meaning]:
    """Yield what the sentences of a document mean, in their order; nothing where it was read without that."""
    query = select(meanings.c.start, meanings.c.end, meanings.c.vector)
    sentences = query.where(meanings.c.document == document, meanings.c.statement.is_(None))
    for row in connection.execute(sentences.order_by(meanings.c.start)):
        yield Meaning(row.start, row.end, row.vector)


def store_meanings(connection: Connection, meant: Iterable[Meant], owner: Values, known: Mapping[str, int]) -> None:
    """Insert the meanings of a reading; `known` has the number of each statement's id."""
    rows: Iterator[Values] = (
        {**owner, "start": start, "end": end, "statement": None if of is None else known[of], "vector": vector}
        for start, end, of, vector in meant
    )
    insert_many(connection, meanings, rows)


def stored_meant(connection: Connection, document: int) -> list[Meant]:
    """Return the meanings that stand for a document, in the order in which they were stored."""
    rows = connection.execute(_stored(document, meanings.c.vector).order_by(meanings.c.number))
    return [(row.start, row.end, row.id, row.vector) for row in rows]


def meant_still(stands: Record, meant: Iterable[Meant]) -> tuple[Meant, ...]:
    """Return what of a reading's meanings is true of what stands: a content's for each statement that still has it."""
    read = tuple(meant)
    vectors = {(start, end): vector for start, end, of, vector in read if of is not None}
    said = ((*_extent(one), one.id) for one in stands.statements)
    kept = ((start, end, of, vectors[start, end]) for start, end, of in said if (start, end) in vectors)
    return (*(one for one in read if one[2] is None), *kept)


def meanings_digest(meant: Iterable[Meant]) -> str | None:
    """Return `sha256:` and the hex digest over all meanings of a reading, in any order; None where there are none."""
    lines = sorted(f"{start} {end} {of or ''} {vector.hex()}\n" for start, end, of, vector in meant)
    return "sha256:" + hashlib.sha256("".join(lines).encode()).hexdigest() if lines else None


def misplaced_meanings(connection: Connection, document: int, length: int) -> Iterator[tuple[str | None, str]]:
    """Yield (record, reason) of each meaning that cannot be one of a text of this length."""
    for row in connection.execute(_stored(document, func.length(meanings.c.vector).label("size"))):
        stretch = f"the meaning at {row.start}..{row.end}"
        if row.end > length:
            yield row.id, f"{stretch} ends outside the text"
        if row.size != MEANING_WIDTH:
            yield row.id, f"{stretch} has {row.size} numbers, not {MEANING_WIDTH}"


def altered_meanings(
    connection: Connection, document: int, reading: int, digest: str | None, read: Sequence[Meant]
) -> Iterator[str]:
    """Yield how the meanings of a document differ from those that its reading found, by their digest.

    `read` are those of the machine, which are the ones that stand where nothing was corrected.
    """
    if digest != meanings_digest(read):
        yield "its meanings are not those that were read from it"
    rows = connection.execute(_stored(document, meanings.c.reading, statements.c.document)).all()
    if any(row.reading != reading for row in rows):
        yield "the reading of its meanings is not its own"
    if any(row.document not in (None, document) for row in rows):
        yield "one of its meanings is of a statement of another document"


def holds_meanings(connection: Connection) -> bool:
    """Tell whether there is any meaning to be compared."""
    return connection.scalar(select(meanings.c.number).limit(1)) is not None


def documents_without_meanings(connection: Connection) -> int:
    """Count the documents that hold statements and were read without what they mean."""
    query = select(func.count(statements.c.document.distinct())).join(
        readings, readings.c.number == statements.c.reading
    )
    return connection.scalars(query.where(readings.c.meanings.is_(None))).one()


def _meant(one: Meaning, owners: Mapping[tuple[int, int], Sequence[str]], length: int) -> Iterator[Meant]:
    if one.end > length:
        raise RecordError(f"the meaning at {one.start}..{one.end}", "ends outside the text")
    of: Sequence[str | None] = [None] if one.kind == "sentence" else owners.get((one.start, one.end), [])
    if not of:
        raise RecordError(f"the meaning at {one.start}..{one.end}", "is that of no statement's content")
    yield from ((one.start, one.end, statement, one.vector) for statement in of)


def _extent(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, statement.content[-1].end


def _stored(document: int, *columns: ColumnElement[Any]) -> Select[Any]:
    """Select the stretches of a document's meanings with their statements' ids."""
    joined = select(meanings.c.start, meanings.c.end, statements.c.id, *columns).select_from(
        meanings.join(statements, isouter=True)
    )
    return joined.where(meanings.c.document == document)
