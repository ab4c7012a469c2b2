"""What some entities said, a page of it at a time: statements, and the figures in them, in order of time."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, select

from onrecord.ledger.contexts import Shown, in_context
from onrecord.ledger.facets import Count, count_months
from onrecord.ledger.searching import hits_of
from onrecord.ledger.tables import figures, statement_speakers, statements
from onrecord.ledger.telling import told_figures, told_statements
from onrecord.records import ToldFigure, ToldStatement

# Keys named in one question: well under what a database allows.
_AT_ONCE: Final = 500


def statements_of(
    connection: Connection, speakers: Sequence[int], offset: int, limit: int
) -> tuple[list[ToldStatement], int]:
    """Return up to `limit` statements of these entities behind the first `offset`, and how many there are in all.

    The last said comes first; what was said nobody knows when stands last.
    """
    when = select(statements.c.number, statements.c.said_from.label("day"))
    numbers = _in_order(_rows(connection, when, speakers))
    return list(told_statements(connection, numbers[offset : offset + limit])), len(numbers)


def shown_of(
    connection: Connection, speakers: Sequence[int], offset: int, limit: int
) -> tuple[list[Shown], tuple[Count, ...], int]:
    """Return some statements of these entities in their place, how many of all are of each month, and of how many.

    The order is that of `statements_of`, that of the months the latest first.
    """
    held = statements.c
    when = select(held.number, held.said_from.label("day"), held.said_from, held.said_until)
    rows = {row.number: row for row in _rows(connection, when, speakers)}
    numbers = _in_order(iter(rows.values()))
    months = count_months((row.said_from, row.said_until) for row in rows.values())
    page = dict(hits_of(connection, numbers[offset : offset + limit]))
    return list(in_context(connection, page, ())), months, len(numbers)


def figures_of(
    connection: Connection, speakers: Sequence[int], offset: int, limit: int
) -> tuple[list[ToldFigure], int]:
    """Return figures in the statements of these entities; otherwise as `statements_of`."""
    when = select(figures.c.number, statements.c.said_from.label("day")).join(
        figures, figures.c.statement == statements.c.number
    )
    numbers = _in_order(_rows(connection, when, speakers))
    return list(told_figures(connection, numbers[offset : offset + limit])), len(numbers)


def _rows(connection: Connection, query: Select[Any], speakers: Sequence[int]) -> Iterator[Row[Any]]:
    said = query.join(statement_speakers, statement_speakers.c.statement == statements.c.number)
    for start in range(0, len(speakers), _AT_ONCE):
        yield from connection.execute(said.where(statement_speakers.c.entity.in_(speakers[start : start + _AT_ONCE])))


def _in_order(rows: Iterator[Row[Any]]) -> list[int]:
    days = {row.number: row.day for row in rows}
    # Twice, as a sort keeps the order of what is equal: by number, then by day from the last to none.
    return sorted(sorted(days), key=lambda number: days[number] or "", reverse=True)
