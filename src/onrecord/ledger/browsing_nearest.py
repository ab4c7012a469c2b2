"""Statements by their meaning as a page shows them: the nearest, in their place, with counts of those."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, select

from onrecord.ledger.browsing import Found, Rows, counted_columns, facets_of
from onrecord.ledger.contexts import in_context
from onrecord.ledger.dialect import listed
from onrecord.ledger.searching import Among, hits_of, narrowed
from onrecord.ledger.tables import statements
from onrecord.ledger.vectors import Vectors

# What is farther than this many others is hardly what was meant.
NEAREST: Final = 200
# Of the nearest, asked together whether they fit the rest; then so many times as many, until enough do.
_ASKED: Final = 2000
_TIMES: Final = 8


def browse_nearest(
    connection: Connection, vectors: Vectors, vector: bytes, among: Among, offset: int, limit: int
) -> Found:
    """Find the statements whose content is nearest in meaning, the nearest first."""
    near = _Near(*vectors.cosines(connection, vector))
    found = _fitting(connection, near, among)
    counted = found[:NEAREST]
    page = [row.number for row in counted[offset : offset + limit]]
    hits = {number: replace(hit, similarity=near.cosine(number)) for number, hit in hits_of(connection, page)}
    return Found(
        shown=tuple(in_context(connection, hits, ())),
        total=len(counted),
        at_least=len(found) > NEAREST,
        order="nearest",
        facets=facets_of(connection, among, counted, lambda wider: _fitting(connection, near, wider)[:NEAREST]),
    )


class _Near:
    """The statements of a ledger by how near they are."""

    def __init__(self, numbers: NDArray[np.int64], cosines: NDArray[np.float64]) -> None:
        self._numbers, self._cosines = numbers, cosines

    def parts(self) -> Iterator[list[int]]:
        """Yield the numbers of all of them, the nearest first: the first part at once, the next ones larger."""
        places = np.arange(len(self._numbers))
        if len(places) > _ASKED:
            # To put all in order takes as long as to compare them; mostly a few are enough.
            least = -np.partition(-self._cosines, _ASKED)[_ASKED]
            first = self._cosines > least
            yield self._in_order(places[first])
            places = places[~first]
        rest, start, size = self._in_order(places), 0, _ASKED * _TIMES
        while start < len(rest):
            yield rest[start : start + size]
            start, size = start + size, size * _TIMES

    def cosine(self, number: int) -> float:
        """Return how near a statement is."""
        return float(self._cosines[self._numbers == number][0])

    def _in_order(self, places: NDArray[np.int64]) -> list[int]:
        numbers, cosines = self._numbers[places], self._cosines[places]
        ordered: list[int] = numbers[np.lexsort((numbers, -cosines))].tolist()
        return ordered


def _fitting(connection: Connection, near: _Near, among: Among) -> Rows:
    """Return the nearest statements that fit, one more than are counted at most."""
    found: list[Row[Any]] = []
    for numbers in near.parts():
        found += _among(connection, numbers, among)
        if len(found) > NEAREST:
            break
    return found[: NEAREST + 1]


def _among(connection: Connection, numbers: Sequence[int], among: Among) -> list[Row[Any]]:
    """Return those of the statements that fit, in this order."""
    query = select(*counted_columns()).where(statements.c.number.in_(listed(numbers)))
    rows = {row.number: row for row in connection.execute(narrowed(query, among))}
    return [rows[number] for number in numbers if number in rows]
