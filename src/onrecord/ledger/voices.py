"""Who speaks, by name: how many statements in how many documents, without looking at any of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, literal, select

from onrecord.folding import fold
from onrecord.ledger.tables import copies, entities, entity_names, statement_speakers, voices
from onrecord.ledger.words import beginnings_in


@dataclass(frozen=True, slots=True)
class Voice:
    """A name that speaks: of which kind of entity, in how many documents, with how many statements.

    Two people of one name are one voice here, and one person under two names is two: who is one is another question.
    """

    name: str
    kind: str
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Some of the names that speak, how many there are in all, and how many of each kind, the commonest first."""

    shown: tuple[Voice, ...]
    total: int
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a beginning may be meant for: names that speak, and outlets with how many copies each has."""

    speakers: tuple[Voice, ...]
    outlets: tuple[tuple[str, int], ...]


def store_voices(connection: Connection, document: int) -> None:
    """Count again who speaks in a document; needs a writing transaction."""
    connection.execute(delete(voices).where(voices.c.document == document))
    columns = ["folded", "kind", "document", "name", "statements"]
    connection.execute(insert(voices).from_select(columns, counted(document)))


def counted(document: int) -> Select[Any]:
    """Select (folded, kind, document, name, statements) of who speaks in a document, from its records."""
    said = func.count(statement_speakers.c.statement.distinct())
    query = select(
        entity_names.c.folded, entities.c.kind, entities.c.document, func.min(entity_names.c.name), said
    ).select_from(
        entities.join(statement_speakers, statement_speakers.c.entity == entities.c.number).join(
            entity_names, (entity_names.c.entity == entities.c.number) & (entity_names.c.position == 0)
        )
    )
    return query.where(entities.c.document == document).group_by(
        entity_names.c.folded, entities.c.kind, entities.c.document
    )


def miscounted(connection: Connection, document: int) -> bool:
    """Tell whether what was counted of a document is not what its records say."""
    held = select(voices.c.folded, voices.c.kind, voices.c.document, voices.c.name, voices.c.statements)
    stored = connection.execute(held.where(voices.c.document == document)).all()
    return sorted(map(tuple, stored)) != sorted(map(tuple, connection.execute(counted(document))))


def speakers(connection: Connection, words: str | None, kind: str | None, offset: int, limit: int) -> Voices:
    """Return the names that speak, who has most statements first; with `words`, those that hold each as a beginning.

    With `kind` only those of this kind; the counts of kinds are of all.
    """
    held = [_begins_one(beginning) for beginning in beginnings_in(words or "")]
    names = select(voices.c.kind).where(*held).group_by(voices.c.folded, voices.c.kind).subquery()
    counts = connection.execute(select(names.c.kind, func.count()).group_by(names.c.kind))
    kinds = {of: number for of, number in counts}
    total = sum(kinds.values()) if kind is None else kinds.get(kind, 0)
    narrowed = held if kind is None else [*held, voices.c.kind == kind]
    commonest = tuple(sorted(kinds.items(), key=lambda one: (-one[1], one[0])))
    return Voices(_most_first(connection, narrowed, offset, limit), total, commonest)


def _most_first(
    connection: Connection, held: Sequence[ColumnElement[bool]], offset: int, limit: int
) -> tuple[Voice, ...]:
    said = func.sum(voices.c.statements).label("said")
    query = (
        select(func.min(voices.c.name).label("name"), voices.c.kind, said, func.count().label("documents"))
        .where(*held)
        .group_by(voices.c.folded, voices.c.kind)
        .order_by(said.desc(), voices.c.folded, voices.c.kind)
    )
    rows = connection.execute(query.offset(offset).limit(limit))
    return tuple(Voice(row.name, row.kind, row.said, row.documents) for row in rows)


def suggestions(connection: Connection, beginning: str, limit: int) -> Suggestions:
    """Return names that speak, and outlets, of which a word begins with each word of `beginning`; none for none."""
    wanted = beginnings_in(beginning)
    if not wanted:
        return Suggestions((), ())
    held = [_begins_one(one) for one in wanted]
    return Suggestions(_most_first(connection, held, 0, limit), _outlets(connection, wanted, limit))


def _outlets(connection: Connection, wanted: Sequence[str], limit: int) -> tuple[tuple[str, int], ...]:
    query = select(copies.c.outlet, func.count().label("copies")).where(copies.c.outlet.is_not(None))
    rows = connection.execute(query.group_by(copies.c.outlet)).all()
    found = [(row.outlet, row.copies) for row in rows if _begins_all(wanted, fold(row.outlet).split())]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0]))[:limit])


def _begins_all(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(beginning) for word in words) for beginning in wanted)


def _begins_one(beginning: str) -> ColumnElement[bool]:
    # What is folded holds letters, digits and single blanks: nothing that LIKE would read as a sign.
    return (literal(" ") + voices.c.folded).like(f"% {beginning}%")
