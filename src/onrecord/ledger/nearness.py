"""Search by meaning: what is nearest to a direction, by cosine, over all that is kept.

Every stored vector is looked at, a few thousand at a time: the memory is constant, the time grows with the ledger
(measured: 5 µs each on one core, so a second for the statements of some ten thousand reports), and what is found is
exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, func, select

from onrecord.ledger.searching import EVERYTHING, Among, Hit, hits_of, narrowed
from onrecord.ledger.tables import copies, documents, figures, meanings, readings, statements
from onrecord.ledger.vectors import AT_ONCE, as_matrix, cosines, whole
from onrecord.records import Span

# Of those that are nearest, fetched together.
_FETCHED: Final = 50
_NEAR: Final = np.dtype([("similarity", np.float64), ("number", np.int64)])


@dataclass(frozen=True, slots=True)
class NearSentence:
    """A sentence that was found by its meaning, the address its document was read at, and their cosine, -1 to 1."""

    document: str
    url: str | None
    span: Span
    similarity: float


def nearest_statements(connection: Connection, vector: bytes, among: Among, limit: int) -> Iterator[Hit]:
    """Yield the statements whose content is nearest in meaning, the nearest first."""
    query = select(meanings.c.statement.label("number"), meanings.c.vector).where(meanings.c.statement.is_not(None))
    if among != EVERYTHING:
        query = query.where(meanings.c.statement.in_(narrowed(select(statements.c.number), among)))
    for batch in _batches(_nearest(connection, query, vector, limit)):
        similarity = dict(batch)
        for number, hit in hits_of(connection, [number for number, _ in batch]):
            yield replace(hit, similarity=similarity[number])


def nearest_sentences(connection: Connection, vector: bytes, limit: int) -> Iterator[NearSentence]:
    """Yield the sentences that are nearest in meaning, the nearest first."""
    query = select(meanings.c.number, meanings.c.vector).where(meanings.c.statement.is_(None))
    for batch in _batches(_nearest(connection, query, vector, limit)):
        rows = {row.number: row for row in connection.execute(_places([number for number, _ in batch]))}
        for number, similarity in batch:
            row = rows[number]
            yield NearSentence(row.id, row.url or None, Span(row.start, row.end, row.text), similarity)


def figures_near(connection: Connection, vector: bytes, least: float, limit: int) -> Iterator[tuple[int, float]]:
    """Yield the number of each figure that names nothing it counts and whose sentence has this cosine or more.

    `limit` is how many sentences are looked at, the nearest first; with each stands its sentence's cosine.
    """
    query = select(meanings.c.number, meanings.c.vector).where(meanings.c.statement.is_(None))
    near = [(number, cosine) for number, cosine in _nearest(connection, query, vector, limit) if cosine >= least]
    within = (
        (figures.c.document == meanings.c.document)
        & (figures.c.start >= meanings.c.start)
        & (figures.c.start < meanings.c.end)
        & figures.c.counted.is_(None)
    )
    for batch in _batches(near):
        cosines = dict(batch)
        found = select(meanings.c.number, figures.c.number.label("figure")).join(figures, within)
        for row in connection.execute(found.where(meanings.c.number.in_(cosines))):
            yield row.figure, cosines[row.number]


def _places(numbers: Sequence[int]) -> Select[Any]:
    length = meanings.c.end - meanings.c.start
    text = func.substr(documents.c.text, meanings.c.start + 1, length).label("text")
    query = select(meanings.c.number, meanings.c.start, meanings.c.end, text, documents.c.id, copies.c.url)
    return (
        query.join(documents, documents.c.number == meanings.c.document)
        .join(readings, readings.c.number == meanings.c.reading)
        .join(copies, copies.c.number == readings.c.copy)
        .where(meanings.c.number.in_(numbers))
    )


def _nearest(connection: Connection, query: Select[Any], vector: bytes, limit: int) -> list[tuple[int, float]]:
    """Return (number, cosine) of the rows (number, vector) that are nearest, the nearest first."""
    wanted = as_matrix([vector])[0].astype(np.float32)
    held = np.empty(0, dtype=_NEAR)
    for rows in connection.execute(whole(query), execution_options={"yield_per": AT_ONCE}).partitions():
        fresh = np.empty(len(rows), dtype=_NEAR)
        fresh["number"] = [row.number for row in rows]
        fresh["similarity"] = cosines(as_matrix([row.vector for row in rows]).astype(np.float32), wanted)
        held = np.concatenate([held, fresh])
        if len(held) > 2 * limit:
            held = _best(held, limit)
    return [(int(one["number"]), float(one["similarity"])) for one in _best(held, limit)]


def _best(near: NDArray[np.void], limit: int) -> NDArray[np.void]:
    return near[np.lexsort((near["number"], -near["similarity"]))[:limit]]


def _batches(near: Sequence[tuple[int, float]]) -> Iterator[Sequence[tuple[int, float]]]:
    return (near[start : start + _FETCHED] for start in range(0, len(near), _FETCHED))
