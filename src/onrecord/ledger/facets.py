"""How many of the statements that were found are of each act, outlet, month, …: what the next narrowing would leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, func, select

from onrecord.ledger.dialect import listed
from onrecord.ledger.tables import copies, entity_names, readings, statement_speakers

# Names told of those who spoke.
_SPEAKERS: Final = 20
_MONTHS_A_YEAR: Final = 12

# The first and last day (YYYY-MM-DD), where they are known.
Days: TypeAlias = tuple[str | None, str | None]


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


def count_values(values: Iterable[str | None]) -> tuple[Count, ...]:
    """Count values, the most frequent first; what is None is not counted."""
    counts = Counter(values)
    del counts[None]
    return in_order(counts)


def count_outlets(connection: Connection, read: Iterable[int]) -> tuple[Count, ...]:
    """Count the outlets of readings (numbers, one for each statement)."""
    times = Counter(read)
    query = select(readings.c.number, copies.c.outlet).join(copies, copies.c.number == readings.c.copy)
    rows = connection.execute(query.where(readings.c.number.in_(listed(list(times))))).all()
    found: Counter[str | None] = Counter()
    for number, outlet in rows:
        found[outlet] += times[number]
    del found[None]
    return in_order(found)


def count_speakers(connection: Connection, numbers: Sequence[int]) -> tuple[Count, ...]:
    """Count who speaks in statements (numbers): names of the same words, but for case and accents, are one."""
    said = func.count(statement_speakers.c.statement.distinct()).label("said")
    query = (
        select(func.min(entity_names.c.name).label("name"), said)
        .select_from(statement_speakers)
        .join(entity_names, (entity_names.c.entity == statement_speakers.c.entity) & (entity_names.c.position == 0))
        .where(statement_speakers.c.statement.in_(listed(numbers)))
        .group_by(entity_names.c.folded)
        .order_by(said.desc(), entity_names.c.folded)
    )
    return tuple(Count(row.name, row.said) for row in connection.execute(query.limit(_SPEAKERS)))


def count_years(days: Iterable[Days]) -> tuple[Count, ...]:
    """Count the years of statements by the first and last day that each may be of."""
    return _periods(days, 4)


def count_months(days: Iterable[Days]) -> tuple[Count, ...]:
    """Count the months of statements by the first and last day that each may be of."""
    return _periods(days, 7)


def in_order(counts: Mapping[str | None, int]) -> tuple[Count, ...]:
    """Return counts with the most frequent first."""
    pairs = ((value, times) for value, times in counts.items() if value is not None)
    return tuple(Count(*one) for one in sorted(pairs, key=lambda one: (-one[1], one[0])))


def _periods(days: Iterable[Days], length: int) -> tuple[Count, ...]:
    """Count years (the first four characters of a day) or months (the first seven), the latest first."""
    found: Counter[str] = Counter()
    for (first, last), times in Counter(days).items():
        if first is not None and last is not None:
            for period in _from_to(first[:length], last[:length]):
                found[period] += times
    return tuple(Count(*one) for one in sorted(found.items(), reverse=True))


def _from_to(first: str, last: str) -> Iterator[str]:
    """Yield years or months, as they are written, from the first to the last."""
    if len(first) == 4:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    for month in range(_months(first), _months(last) + 1):
        yield f"{month // _MONTHS_A_YEAR:04}-{month % _MONTHS_A_YEAR + 1:02}"


def _months(month: str) -> int:
    return int(month[:4]) * _MONTHS_A_YEAR + int(month[5:]) - 1
