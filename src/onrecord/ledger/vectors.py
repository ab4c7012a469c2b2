"""What statements mean, kept in memory between questions: one question then takes a tenth of a second, not several.

The numbers are whole, so every product of two vectors is exact in 32 bits and the same on each machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, func, select

from onrecord.ledger.tables import corrections, meanings, readings, statements
from onrecord.records import MEANING_WIDTH

# Vectors compared together: 6 MB of them as floats.
AT_ONCE: Final = 4096
# Vectors kept, 200 MB of them: what a larger ledger holds is read for each question.
_KEPT: Final = 500_000


@dataclass(frozen=True, slots=True)
class _State:
    """What changes whenever meanings are added or replaced."""

    reading: int | None
    meaning: int | None
    statement: int | None
    correction: int | None


@dataclass(frozen=True, slots=True)
class _Held:
    """The numbers of statements and, row by row, what they mean, as it stood at a state."""

    state: _State
    numbers: NDArray[np.int64]
    vectors: NDArray[np.int8]
    lengths: NDArray[np.float64]


class Vectors:
    """The meanings of a ledger's statements, read when they are first asked for and when they have changed."""

    def __init__(self) -> None:
        self._lock: Final = Lock()
        self._held: _Held | None = None

    def cosines(self, connection: Connection, vector: bytes) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the numbers of the statements that have a meaning, and the cosine of each with `vector`."""
        wanted = as_matrix([vector])[0].astype(np.float32)
        held = self._standing(connection)
        if held is None:
            return _streamed(connection, wanted)
        products = np.empty(len(held.vectors), dtype=np.float32)
        for start in range(0, len(products), AT_ONCE):
            products[start : start + AT_ONCE] = held.vectors[start : start + AT_ONCE].astype(np.float32) @ wanted
        return held.numbers, products / np.maximum(held.lengths * np.sqrt(float(wanted @ wanted)), 1)

    def _standing(self, connection: Connection) -> _Held | None:
        """Return what is kept, brought up to date; None where it is too much to be kept."""
        state = _state(connection)
        with self._lock:
            if self._held is not None and self._held.state == state:
                return self._held
            if (state.statement or 0) > _KEPT:
                return None
            self._held = self._grown(connection, state) or _read(connection, state)
            return self._held

    def _grown(self, connection: Connection, state: _State) -> _Held | None:
        """Return what is kept with what was added since; None where something was replaced, too."""
        old = self._held
        if old is None or old.state.reading is None or old.state.correction != state.correction:
            return None
        if _replaced_since(connection, old.state.reading):
            return None
        fresh = _read(connection, state, behind=old.state.meaning or 0)
        return _Held(
            state,
            np.concatenate([old.numbers, fresh.numbers]),
            np.concatenate([old.vectors, fresh.vectors]),
            np.concatenate([old.lengths, fresh.lengths]),
        )


def as_matrix(vectors: Sequence[bytes]) -> NDArray[np.int8]:
    """Return vectors as the rows of a matrix."""
    return np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(-1, MEANING_WIDTH)


def cosines(rows: NDArray[np.float32], wanted: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the cosine of each row with `wanted`; 0 where there is nothing but zeros."""
    near: NDArray[np.float64] = (rows @ wanted) / np.maximum(_lengths(rows) * np.sqrt(float(wanted @ wanted)), 1)
    return near


def whole(query: Select[Any]) -> Select[Any]:
    """Leave out vectors that were cut short behind our back; `verify` names them."""
    return query.where(func.length(meanings.c.vector) == MEANING_WIDTH)


def _state(connection: Connection) -> _State:
    latest = (
        select(func.max(table.c.number)).scalar_subquery() for table in (readings, meanings, statements, corrections)
    )
    return _State(*connection.execute(select(*latest)).one())


def _replaced_since(connection: Connection, reading: int) -> bool:
    """Tell whether a document that was read before was read again."""
    before = readings.alias("before")
    again = select(readings.c.number).join(before, before.c.document == readings.c.document)
    later = again.where(readings.c.number > reading, before.c.number <= reading)
    return connection.scalar(later.limit(1)) is not None


def _rows(behind: int) -> Select[Any]:
    query = select(meanings.c.statement, meanings.c.vector)
    return whole(query.where(meanings.c.statement.is_not(None), meanings.c.number > behind))


def _read(connection: Connection, state: _State, behind: int = 0) -> _Held:
    numbers: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    vectors: list[NDArray[np.int8]] = [np.empty((0, MEANING_WIDTH), dtype=np.int8)]
    lengths: list[NDArray[np.float64]] = [np.empty(0)]
    for rows in connection.execute(_rows(behind), execution_options={"yield_per": AT_ONCE}).partitions():
        numbers.append(np.array([row.statement for row in rows], dtype=np.int64))
        vectors.append(as_matrix([row.vector for row in rows]))
        lengths.append(_lengths(vectors[-1].astype(np.float32)))
    return _Held(state, np.concatenate(numbers), np.concatenate(vectors), np.concatenate(lengths))


def _lengths(rows: NDArray[np.float32]) -> NDArray[np.float64]:
    lengths: NDArray[np.float64] = np.sqrt(np.einsum("ij,ij->i", rows, rows).astype(np.float64))
    return lengths


def _streamed(connection: Connection, wanted: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    numbers: list[NDArray[np.int64]] = []
    near: list[NDArray[np.float64]] = []
    for rows in connection.execute(_rows(0), execution_options={"yield_per": AT_ONCE}).partitions():
        numbers.append(np.array([row.statement for row in rows], dtype=np.int64))
        near.append(cosines(as_matrix([row.vector for row in rows]).astype(np.float32), wanted))
    return np.concatenate(numbers), np.concatenate(near)
