"""Figures that may be about one thing: those that share a key, in pairs that say different numbers.

A key that figures with very many numbers share ("people") tells nothing, and is passed over: what two of them have in
common beyond it has keys of its own. Of the figures that say one number under one key a few stand for all, so that ten
thousand copies of one report cost what two do.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, Select, or_, select

from onrecord.ledger.dialect import matching
from onrecord.ledger.searching import said_by, with_words
from onrecord.ledger.tables import documents, figure_keys, figures, paragraphs
from onrecord.ledger.words import Term

# Numbers under one key, at most, when all are compared with all, and when only some are asked for.
_MOST: Final = 50
_MOST_ASKED: Final = 500
# Figures that stand for all that say one number under one key.
_STANDING: Final = 3
_AT_ONCE: Final = 500


class Asked(NamedTuple):
    """What is asked for: words that all occur in the paragraph, of a speaker's name, ids of documents; empty: any."""

    about: Sequence[Term] = ()
    speaker: Sequence[Term] = ()
    within: Sequence[str] = ()


class Place(NamedTuple):
    """Where a figure is to be found: the ids of its document and of itself."""

    document: str
    figure: str


def figure_pairs(connection: Connection, asked: Asked) -> Iterator[tuple[Place, Place]]:
    """Yield pairs of figures that share a key and say different numbers, each once, one of them at least asked for."""
    known: set[tuple[int, int]] = set()
    seeds = set(connection.scalars(_asked_for(asked))) if asked != Asked() else None
    for _, group in groupby(_members(connection, seeds), key=lambda row: row.key):
        rows = {row.figure: row for row in group}
        for a, b in _pairs(list(rows.values()), seeds):
            if (a, b) not in known:
                known.add((a, b))
                yield _place(rows[a]), _place(rows[b])


def documents_with_key(connection: Connection, key: str, asked: Asked) -> list[str]:
    """Return the ids of the documents that have a figure with this key that is asked for, in the order of adding."""
    query = (
        select(documents.c.id, documents.c.number)
        .join(figures, figures.c.document == documents.c.number)
        .join(figure_keys, figure_keys.c.figure == figures.c.number)
        .where(figure_keys.c.key == key)
    )
    if asked != Asked():
        query = query.where(figures.c.number.in_(_asked_for(asked)))
    return [row.id for row in connection.execute(query.distinct().order_by(documents.c.number))]


def _asked_for(asked: Asked) -> Select[int]:
    query = select(figures.c.number)
    if asked.within:
        query = query.join(documents, documents.c.number == figures.c.document).where(documents.c.id.in_(asked.within))
    if asked.speaker:
        query = query.where(figures.c.statement.in_(said_by(asked.speaker)))
    if asked.about:
        match = matching("paragraphs", asked.about)
        inside = (
            select(figures.c.number)
            .join(paragraphs, paragraphs.c.document == figures.c.document)
            .join(match, match.c.number == paragraphs.c.number)
            .where(paragraphs.c.start <= figures.c.start, figures.c.start < paragraphs.c.end)
        )
        within = figures.c.statement.in_(with_words(asked.about))
        query = query.where(or_(figures.c.number.in_(inside), within))
    return query


def _members(connection: Connection, seeds: Collection[int] | None) -> Iterator[Row[Any]]:
    """The figures by key, in order of the key: of all keys, or of those that the seeds have."""
    columns = (figures.c.unit, figures.c.value, figures.c.low, figures.c.high)
    places = (documents.c.id.label("document"), figures.c.id)
    query: Select[Any] = (
        select(figure_keys.c.key, figure_keys.c.figure, *places, *columns)
        .join(figures, figures.c.number == figure_keys.c.figure)
        .join(documents, documents.c.number == figures.c.document)
    )
    ordered = query.order_by(figure_keys.c.key, figure_keys.c.figure)
    if seeds is None:
        yield from connection.execute(ordered)
        return
    keys = sorted(set(_keys_of(connection, sorted(seeds))))
    for some in _batches(keys):
        yield from connection.execute(ordered.where(figure_keys.c.key.in_(some)))


def _keys_of(connection: Connection, numbers: Sequence[int]) -> Iterator[str]:
    for some in _batches(numbers):
        yield from connection.scalars(select(figure_keys.c.key).where(figure_keys.c.figure.in_(some)).distinct())


def _pairs(group: Sequence[Row[Any]], seeds: Collection[int] | None) -> Iterator[tuple[int, int]]:
    by_amount: dict[tuple[Any, ...], list[int]] = {}
    for row in group:
        by_amount.setdefault((row.unit, row.value, row.low, row.high), []).append(row.figure)
    if len(by_amount) > (_MOST if seeds is None else _MOST_ASKED):
        return
    for (amount, one), (another, other) in combinations(by_amount.items(), 2):
        if amount[0] != another[0]:  # in other units
            continue
        for a in _standing(one, seeds):
            for b in _standing(other, seeds):
                if seeds is None or a in seeds or b in seeds:
                    yield min(a, b), max(a, b)


def _standing(numbers: Sequence[int], seeds: Collection[int] | None) -> Iterable[int]:
    """Those that stand for all: the first few, and the first few that are asked for."""
    asked = [number for number in numbers if number in seeds][:_STANDING] if seeds is not None else []
    return dict.fromkeys((*numbers[:_STANDING], *asked))


def _place(row: Row[Any]) -> Place:
    return Place(row.document, row.id)


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
