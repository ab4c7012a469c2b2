"""Statements as a page shows them: some of those that were found, in their place, with counts of all of them.

Of more than `MOST` nothing is counted to the end: what then stands there is a lower bound, and says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, Select, literal, select

from onrecord.ledger.contexts import Shown, in_context
from onrecord.ledger.dialect import matching
from onrecord.ledger.facets import Facets, count_months, count_outlets, count_speakers, count_values, count_years
from onrecord.ledger.searching import Among, hits_of, narrowed
from onrecord.ledger.tables import statements
from onrecord.ledger.words import Term

# As many statements are counted while a page may wait.
MOST: Final = 10_000

Rows: TypeAlias = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of the statements that were found, how many there are in all, and how they spread.

    `order` is that of all of them: the best match first, the `latest` said first, the `nearest` in meaning first. With
    `at_least`, there are more than were counted: `total` and all counts are lower bounds, only those counted can be
    paged through, and statements that were found by their words come the latest first, as so frequent words tell little
    apart.
    """

    shown: tuple[Shown, ...]
    total: int
    at_least: bool
    order: str
    facets: Facets


def browse(connection: Connection, words: Sequence[Term], among: Among, offset: int, limit: int) -> Found:
    """Find statements by the words of their content (the best match first), or all of them (the latest first)."""

    def rows(among: Among) -> Rows:
        return connection.execute(_found(words, among).limit(MOST + 1)).all()

    found = rows(among)
    counted = found[:MOST]
    best = bool(words) and len(found) <= MOST
    # All statements come in order from the index.
    ordered = _in_order(counted, best=best) if words else counted
    page = ordered[offset : offset + limit]
    hits = dict(hits_of(connection, [row.number for row in page]))
    return Found(
        shown=tuple(in_context(connection, hits, words)),
        total=len(counted),
        at_least=len(found) > MOST,
        order="best" if best else "latest",
        facets=facets_of(connection, among, counted, lambda among: rows(among)[:MOST]),
    )


def counted_columns() -> list[ColumnElement[Any]]:
    """Return what statements are counted and put in order by."""
    held = statements.c
    return [held.number, held.act, held.factuality, held.reading, held.said_from, held.said_until]


def facets_of(connection: Connection, among: Among, found: Rows, rows: Callable[[Among], Rows]) -> Facets:
    """Count what was `found` among some; a facet by which they are narrowed, over the `rows` without that narrowing."""

    def over(wider: Among) -> _Columns:
        return columns if wider == among else _columns(rows(wider))

    columns = _columns(found)
    undated = over(replace(among, since=None, until=None))
    return Facets(
        act=count_values(over(replace(among, act=None)).act),
        factuality=count_values(over(replace(among, factuality=None)).factuality),
        outlet=count_outlets(connection, over(replace(among, outlet=None)).reading),
        speaker=count_speakers(connection, over(replace(among, named=None)).number),
        year=count_years(zip(undated.said_from, undated.said_until, strict=True)),
        month=count_months(zip(undated.said_from, undated.said_until, strict=True)),
    )


class _Columns(NamedTuple):
    """Rows by their columns: so many are counted in the time that this takes when it is not done row by row."""

    number: Sequence[int] = ()
    act: Sequence[str | None] = ()
    factuality: Sequence[str | None] = ()
    reading: Sequence[int] = ()
    said_from: Sequence[str | None] = ()
    said_until: Sequence[str | None] = ()


def _columns(rows: Rows) -> _Columns:
    return _Columns(*islice(zip(*rows, strict=True), len(_Columns._fields)))


def _found(words: Sequence[Term], among: Among) -> Select[Any]:
    """Select what is found; with words the last added first, so that it is those which are counted of too many."""
    if not words:
        query = select(*counted_columns(), literal(0.0).label("rank"))
        return narrowed(query.order_by(statements.c.said_from.desc().nulls_last(), statements.c.number), among)
    match = matching("statements", words)
    query = select(*counted_columns(), match.c.rank)
    joined = query.join(match, match.c.number == statements.c.number)
    return narrowed(joined.order_by(match.c.number.desc()), among)


def _in_order(rows: Rows, *, best: bool) -> Rows:
    """Put rows in order: the latest said first, and with `best` the best match before that."""
    by_day = sorted(sorted(rows, key=attrgetter("number")), key=_day, reverse=True)
    return sorted(by_day, key=attrgetter("rank")) if best else by_day


def _day(row: Row[Any]) -> str:
    return row.said_from or ""
