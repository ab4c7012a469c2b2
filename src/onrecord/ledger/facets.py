"""How many of the statements that were found are of each act, outlet, month, …: what the next narrowing would leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, func, select

from onrecord.ledger.dialect import listed
from onrecord.ledger.tables import copies, entity_names, readings, statement_speakers

# Names told of those who spoke.
_SPEAKERS: Final = 20
_MONTHS_A_YEAR: Final = 12


class Count(NamedTuple):
    """A value, and how many statements have it."""

    value: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Counts of the statements that were found; each leaves its own narrowing out, and keeps the others.

    Acts, factualities, outlets and speakers come with the most frequent first (of speakers the first twenty), years
    (`2024`) and months (`2024-10`) with the latest first. A statement whose value is not known is in none of the
    counts, and one whose time is not precise is in each month that it may be of, as it is when a search is narrowed.
    """

    act: tuple[Count, ...]
    factuality: tuple[Count, ...]
    outlet: tuple[Count, ...]
    speaker: tuple[Count, ...]
    year: tuple[Count, ...]
    month: tuple[Count, ...]


def count_column(rows: Iterable[Row[Any]], name: str) -> tuple[Count, ...]:
    """Count the values of a column of rows, the most frequent first."""
    return _ordered(Counter(value for row in rows if (value := getattr(row, name)) is not None))


def count_outlets(connection: Connection, rows: Iterable[Row[Any]]) -> tuple[Count, ...]:
    """Count the outlets of rows by their `reading`."""
    read = Counter(row.reading for row in rows)
    query = select(readings.c.number, copies.c.outlet).join(copies, copies.c.number == readings.c.copy)
    found: Counter[str] = Counter()
    for number, outlet in connection.execute(query.where(readings.c.number.in_(listed(list(read))))):
        if outlet is not None:
            found[outlet] += read[number]
    return _ordered(found)


def count_speakers(connection: Connection, rows: Iterable[Row[Any]]) -> tuple[Count, ...]:
    """Count who speaks in rows by their `number`: names of the same words, but for case and accents, are one."""
    said = func.count(statement_speakers.c.statement.distinct()).label("said")
    query = (
        select(func.min(entity_names.c.name).label("name"), said)
        .select_from(statement_speakers)
        .join(entity_names, (entity_names.c.entity == statement_speakers.c.entity) & (entity_names.c.position == 0))
        .where(statement_speakers.c.statement.in_(listed([row.number for row in rows])))
        .group_by(entity_names.c.folded)
        .order_by(said.desc(), entity_names.c.folded)
    )
    return tuple(Count(row.name, row.said) for row in connection.execute(query.limit(_SPEAKERS)))


def count_years(rows: Iterable[Row[Any]]) -> tuple[Count, ...]:
    """Count the years of rows by their `said_from` and `said_until`."""
    return _latest_first(_periods(rows, 4))


def count_months(rows: Iterable[Row[Any]]) -> tuple[Count, ...]:
    """Count the months of rows by their `said_from` and `said_until`."""
    return _latest_first(_periods(rows, 7))


def _periods(rows: Iterable[Row[Any]], length: int) -> Counter[str]:
    """Count years (the first four characters of a day) or months (the first seven)."""
    found: Counter[str] = Counter()
    stretches = Counter((row.said_from[:length], row.said_until[:length]) for row in rows if row.said_from is not None)
    for (first, last), times in stretches.items():
        for period in _from_to(first, last):
            found[period] += times
    return found


def _from_to(first: str, last: str) -> Iterator[str]:
    """Yield years or months, as they are written, from the first to the last."""
    if len(first) == 4:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    for month in range(_months(first), _months(last) + 1):
        yield f"{month // _MONTHS_A_YEAR:04}-{month % _MONTHS_A_YEAR + 1:02}"


def _months(month: str) -> int:
    return int(month[:4]) * _MONTHS_A_YEAR + int(month[5:]) - 1


def _ordered(counts: Counter[str]) -> tuple[Count, ...]:
    pairs: Sequence[tuple[str, int]] = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Count(*one) for one in pairs)


def _latest_first(counts: Counter[str]) -> tuple[Count, ...]:
    return tuple(Count(*one) for one in sorted(counts.items(), reverse=True))
