"""Statements by their meaning as a page shows them: the nearest, in their place, with counts of those."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

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
_ASKED, _TIMES = 2000, 8

Near: TypeAlias = tuple[NDArray[np.int64], NDArray[np.float64]]


def browse_nearest(
    connection: Connection, vectors: Vectors, vector: bytes, among: Among, offset: int, limit: int
) -> Found:
    """Find the statements whose content is nearest in meaning, the nearest first."""
    near = _nearest_first(*vectors.cosines(connection, vector))
    found = _fitting(connection, near, among)
    counted = found[:NEAREST]
    page = [row.number for row in counted[offset : offset + limit]]
    cosine = dict(zip(near[0].tolist(), near[1].tolist(), strict=True))
    hits = {number: replace(hit, similarity=cosine[number]) for number, hit in hits_of(connection, page)}
    return Found(
        shown=tuple(in_context(connection, hits, ())),
        total=len(counted),
        at_least=len(found) > NEAREST,
        order="nearest",
        facets=facets_of(connection, among, counted, lambda wider: _fitting(connection, near, wider)[:NEAREST]),
    )


def _nearest_first(numbers: NDArray[np.int64], cosines: NDArray[np.float64]) -> Near:
    order = np.lexsort((numbers, -cosines))
    return numbers[order], cosines[order]


def _fitting(connection: Connection, near: Near, among: Among) -> Rows:
    """Return the nearest statements that fit, one more than are counted at most."""
    found: list[Row[Any]] = []
    start, size = 0, _ASKED
    while start < len(near[0]) and len(found) <= NEAREST:
        found += _among(connection, near[0][start : start + size].tolist(), among)
        start, size = start + size, size * _TIMES
    return found[: NEAREST + 1]


def _among(connection: Connection, numbers: Sequence[int], among: Among) -> list[Row[Any]]:
    """Return those of the statements that fit, in this order."""
    query = select(*counted_columns()).where(statements.c.number.in_(listed(numbers)))
    rows = {row.number: row for row in connection.execute(narrowed(query, among))}
    return [rows[number] for number in numbers if number in rows]
