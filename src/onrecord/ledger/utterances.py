"""What somebody said, over all documents: statements by the keys of their speakers' names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.searching import Among, narrowed
from onrecord.ledger.tables import entities, entity_names, entity_roles, meanings, statement_speakers, statements
from onrecord.ledger.telling import told_statements
from onrecord.ledger.traces import entities_with
from onrecord.ledger.words import Term
from onrecord.records import Uttered

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 500


def uttered_by(connection: Connection, speakers: Sequence[int], among: Among) -> Iterator[Uttered]:
    """Yield the statements that one of these entities (numbers) made, in the order of adding."""
    numbers: set[int] = set()
    for some in _batches(speakers):
        query = select(statements.c.number).join(
            statement_speakers, statement_speakers.c.statement == statements.c.number
        )
        numbers.update(connection.scalars(narrowed(query.where(statement_speakers.c.entity.in_(some)), among)))
    for some in _batches(sorted(numbers)):
        vectors = _vectors(connection, some)
        placed = select(statements.c.number, statements.c.paragraph).where(statements.c.number.in_(some))
        paragraph = {row.number: row.paragraph for row in connection.execute(placed)}
        for number, told in zip(some, told_statements(connection, some), strict=True):
            yield Uttered(told, paragraph[number], vectors.get(number))


def speakers_under(connection: Connection, keys: Iterable[str], name: Sequence[Term]) -> list[int]:
    """Return the entities that were added with one of these keys (`Traces`), or have a name of all these words."""
    match = matching("entity_names", name)
    named = select(entity_names.c.entity).join(match, match.c.number == entity_names.c.number)
    return sorted({*entities_with(connection, keys), *connection.scalars(named)})


def office_holders(connection: Connection, of: Iterable[str]) -> list[int]:
    """Return the entities that hold an office of one of these countries or organizations, as documents tell it."""
    names = sorted(set(of))
    query = select(entities.c.number).join(entity_roles, entity_roles.c.entity == entities.c.number)
    return sorted(
        {one for some in _batches(names) for one in connection.scalars(query.where(entity_roles.c.of.in_(some)))}
    )


def documents_of(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Return the documents that these entities are read from."""
    query = select(entities.c.document)
    return {one for some in _batches(numbers) for one in connection.scalars(query.where(entities.c.number.in_(some)))}


def _vectors(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    query = select(meanings.c.statement, meanings.c.vector).where(meanings.c.statement.in_(numbers))
    return {row.statement: row.vector for row in connection.execute(query)}


def _batches(keys: Sequence[int] | Sequence[str]) -> Iterator[Sequence[int]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))  # type: ignore[misc]
