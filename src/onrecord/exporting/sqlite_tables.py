"""SQLite: one file with the tables, lists in them as JSON, views, and an index of what was said, for Datasette."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from onrecord.errors import ExportFailed
from onrecord.exporting.views import VIEWS
from onrecord.records import Record
from onrecord.rows import TABLES, Kind, Table
from onrecord.rows.cells import flat_cell

_TYPES: Final[dict[Kind, str]] = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
_REFERS: Final = {"document": "documents (id)"}
# The tables that joins reach by another way than their key.
_INDEXES: Final = (
    "figures (document, statement)",
    "events (document, statement)",
    "speakers (name)",
    "entities (name)",
)
# Datasette looks for the words content="statements" as they stand here.
_SEARCH: Final = (
    'CREATE VIRTUAL TABLE statements_fts USING fts5 (words, content="statements")',
    "INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')",
)


def write_sqlite(records: Iterable[Record], path: Path) -> None:
    """Write the tables and views into a new database. Raises ExportFailed where SQLite cannot."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            # Nobody sees the file before it is whole: nothing need be kept for a way back.
            for before in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN"):
                database.execute(before)
            for table in TABLES:
                database.execute(_created(table))
            _fill(database, records)
            for after in (*_indexes(), *_views(), *_SEARCH, "COMMIT"):
                database.execute(after)
    except sqlite3.Error as error:
        raise ExportFailed(str(path), f"cannot be written ({error})") from error


def _fill(database: sqlite3.Connection, records: Iterable[Record]) -> None:
    inserts = [(table, _insert(table)) for table in TABLES]
    for record in records:
        for table, insert in inserts:
            database.executemany(insert, ([flat_cell(value) for value in row.values()] for row in table.rows(record)))


def _created(table: Table) -> str:
    columns = [f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}' for column in table.columns]
    key = ", ".join(table.key)
    known = {column.name for column in table.columns}
    refers = [f"FOREIGN KEY ({name}) REFERENCES {other}" for name, other in _REFERS.items() if name in known]
    return f"CREATE TABLE {table.name} ({', '.join([*columns, f'PRIMARY KEY ({key})', *refers])})"


def _indexes() -> Iterator[str]:
    return (f"CREATE INDEX index_{number} ON {columns}" for number, columns in enumerate(_INDEXES))


def _views() -> Iterator[str]:
    return (f"CREATE VIEW {name} AS {query}" for name, query in VIEWS.items())


def _insert(table: Table) -> str:
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"
