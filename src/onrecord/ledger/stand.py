"""How far a ledger has come: what an answer that was worked out once holds for."""

from typing import Final, TypeAlias

from sqlalchemy import Connection, func, select

from onrecord.ledger.tables import corrections, judgements, readings, versions, withdrawals

Stand: TypeAlias = tuple[int, ...]
# Of tables that only grow: the newest row of each, or how many there are.
_GROWING: Final = (
    func.max(readings.c.number),
    func.max(versions.c.number),
    func.max(corrections.c.number),
    func.max(judgements.c.number),
    func.count(withdrawals.c.judgement),
)


def stand_of(connection: Connection) -> Stand:
    """Return how far readings, versions, corrections, judgements and withdrawals have come; 0 where there is none."""
    return tuple(connection.scalars(select(func.coalesce(grown, 0))).one() for grown in _GROWING)
