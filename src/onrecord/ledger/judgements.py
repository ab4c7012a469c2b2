"""Judgements of identity: who held which entities to be one or two, and when; taken back, never changed.

As nomenklatura's resolver keeps them (https://github.com/opensanctions/nomenklatura): each judgement is an edge between
two entities with its judge and its time; those that stand make the groups.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger.moments import now
from onrecord.ledger.rows import Values, inserted
from onrecord.ledger.tables import documents, entities, judgements, withdrawals
from onrecord.records import EntityKey, IdentityJudgement, Judge

# Ends named in one question: two columns each, well under what a database allows.
_AT_ONCE: Final = 200


def insert_judgement(
    connection: Connection,
    a: EntityKey,
    b: EntityKey,
    *,
    same: bool,
    by: Judge,
    who: str,
    probability: float | None,
    why: Sequence[str],
) -> IdentityJudgement:
    """Write a judgement down and return it. Raises NotInLedger for an entity that no document has."""
    if a == b:
        raise UsageError(a[1], "is one with itself", "give two entities")
    made = now()
    ends: Values = {"a_document": _place(connection, a), "a_entity": a[1]}
    ends |= {"b_document": _place(connection, b), "b_entity": b[1]}
    row: Values = {"same": same, "by": by, "who": who, "made": made, "probability": probability, "why": list(why)}
    number = inserted(connection, judgements, {**ends, **row})
    return IdentityJudgement(
        number=number, a=a, b=b, same=same, by=by, who=who, made=made, probability=probability, why=tuple(why)
    )


def withdraw(connection: Connection, number: int, by: Judge, who: str) -> bool:
    """Take a judgement back; tell whether it stood until now."""
    stands = select(judgements.c.number).where(judgements.c.number == number).where(_standing())
    if connection.scalar(stands) is None:
        return False
    inserted(connection, withdrawals, {"judgement": number, "by": by, "who": who, "made": now()})
    return True


def judgements_about(connection: Connection, keys: Iterable[EntityKey]) -> list[IdentityJudgement]:
    """Return the standing judgements about these entities and all that judgements tie to them, in their order.

    Costs what it returns: from each entity that is reached the judgements about it are asked for once.
    """
    found: dict[int, IdentityJudgement] = {}
    asked: set[EntityKey] = set()
    ahead = list(dict.fromkeys(keys))
    while ahead:
        asked.update(ahead)
        new = [one for one in _touching(connection, ahead) if one.number not in found]
        found.update((one.number, one) for one in new)
        ahead = list(dict.fromkeys(end for one in new for end in (one.a, one.b) if end not in asked))
    return sorted(found.values(), key=lambda one: one.number)


def _touching(connection: Connection, keys: Sequence[EntityKey]) -> Iterator[IdentityJudgement]:
    asked = set(keys)
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        numbers = _numbers(connection, {document for document, _ in some})
        held = list(numbers.values())
        either = or_(judgements.c.a_document.in_(held), judgements.c.b_document.in_(held))
        about = map(_judgement, connection.execute(_with_ids().where(_standing()).where(either)))
        yield from (one for one in about if one.a in asked or one.b in asked)


def _standing() -> ColumnElement[bool]:
    return judgements.c.number.not_in(select(withdrawals.c.judgement))


def _with_ids() -> Select[Any]:
    a, b = documents.alias("a"), documents.alias("b")
    query = select(judgements, a.c.id.label("a_id"), b.c.id.label("b_id"))
    return query.join(a, a.c.number == judgements.c.a_document).join(b, b.c.number == judgements.c.b_document)


def _judgement(row: Row[Any]) -> IdentityJudgement:
    return IdentityJudgement(
        number=row.number,
        a=(row.a_id, row.a_entity),
        b=(row.b_id, row.b_entity),
        same=row.same,
        by=row.by,
        who=row.who,
        made=row.made,
        probability=row.probability,
        why=tuple(row.why),
    )


def _place(connection: Connection, key: EntityKey) -> int:
    """Return the number of an entity's document."""
    query = select(documents.c.number).join(entities, entities.c.document == documents.c.number)
    found = connection.scalar(query.where(documents.c.id == key[0], entities.c.id == key[1]))
    if found is None:
        raise NotInLedger(key[1], "is no entity of that document", "see onrecord who")
    return int(found)


def _numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    query = select(documents.c.id, documents.c.number).where(documents.c.id.in_(sorted(ids)))
    return {row.id: row.number for row in connection.execute(query)}
