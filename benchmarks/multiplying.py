"""A ledger made many times as large in minutes: its rows over again, with other words, keys and numbers.

Every table is copied row by row, so that each index grows as it would: what names a row or points at one is moved on by
how many rows there were, words are replaced (`benchmarks.varying`), hashes are hashed again.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Final

from sqlalchemy import Column, Table

from benchmarks.varying import Substitution, Words
from onrecord.ledger.tables import metadata
from onrecord.records import document_id

# Made once for a ledger, whatever it holds.
_KEPT: Final = frozenset({"runs"})
_WORDS: Final = frozenset({"text", "title", "name", "folded", "words", "key", "counted", "where", "of"})
_MOMENTS: Final = frozenset({"published", "time", "said", "said_from", "said_until", "as_of"})
_HASHES: Final = frozenset({"hash", "signature"})

Value = str | bytes | float | int | None
Row = tuple[Value, ...]
Rule = Callable[[Value, Substitution], Value]


def multiply(path: Path, times: int, words: Words) -> None:
    """Let a ledger hold so many times its documents, the first of them as they are."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA cache_size = -500000")
        sizes = {table.name: _numbers(connection, table) for table in metadata.sorted_tables}
        others = [Substitution(words, 1000 * sizes["documents"] + copy) for copy in range(1, times)]
        for table in metadata.sorted_tables:
            if table.name in _KEPT:
                continue
            rows = _rows(connection, table)
            for copy, other in enumerate(others, 1):
                rules = [_rule(column, sizes, copy) for column in table.columns]
                connection.executemany(_insert(table), _varied(rows, rules, other))
            connection.commit()


def _numbers(connection: sqlite3.Connection, table: Table) -> int:
    if "number" not in table.columns:
        return 0
    return int(connection.execute(f"SELECT coalesce(max(number), 0) FROM {table.name}").fetchone()[0])


def _rows(connection: sqlite3.Connection, table: Table) -> list[Row]:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return connection.execute(f"SELECT {columns} FROM {table.name}").fetchall()


def _insert(table: Table) -> str:
    # Two keys of one record may become the same one.
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f"INSERT OR IGNORE INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(table.columns))})"


def _varied(
    rows: list[tuple[Value, ...]], rules: list[Rule | None], other: Substitution
) -> Iterator[tuple[Value, ...]]:
    for row in rows:
        yield tuple(
            value if rule is None or value is None else rule(value, other)
            for value, rule in zip(row, rules, strict=True)
        )


def _rule(column: Column[object], sizes: dict[str, int], copy: int) -> Rule | None:
    """Return how a column's values are varied, None for what stays."""
    pointed = next((key.column.table.name for key in column.foreign_keys), None)
    if pointed is not None and pointed not in _KEPT:
        return _moved(copy * sizes[pointed])
    if column.name == "number":
        return _moved(copy * sizes[column.table.name])
    if column.name in _WORDS:
        return lambda value, other: other.text(str(value))
    if column.name in _MOMENTS:
        return lambda value, other: other.moment(str(value))
    if column.name in _HASHES:
        return lambda value, other: _hashed(value, other.number)
    if column.name == "url":
        return lambda value, other: f"{other.number}/{value!s}"
    if column.name == "id" and column.table.name == "documents":
        return lambda value, other: document_id(f"{value!s} {other.number}")
    if column.name == "id":
        return lambda value, other: _renamed(str(value), other.number)
    return None


def _moved(by: int) -> Rule:
    return lambda value, other: int(value or 0) + by


def _renamed(record: str, number: int) -> str:
    """Return another id of the same layer."""
    layer, _, digits = record.partition("-")
    return (
        f"{layer}-{blake2b(record.encode(), digest_size=8, key=number.to_bytes(8, 'big')).hexdigest()[: len(digits)]}"
    )


def _hashed(value: Value, number: int) -> bytes:
    assert isinstance(value, bytes)
    size = min(len(value), 64)
    return blake2b(value, digest_size=size, key=number.to_bytes(8, "big")).digest()
