"""DuckDB: one file with the tables, lists in them as lists, and views."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.errors import ExportFailed
from onrecord.exporting.views import VIEWS
from onrecord.records import Record
from onrecord.rows import TABLES, Kind, Table
from onrecord.rows.arrow import arrow_rows
from onrecord.rows.batches import in_batches

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES: Final[dict[Kind, str]] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "texts": "VARCHAR[]",
    "spans": 'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR)[]',
    "roles": 'STRUCT("title" VARCHAR, "of" VARCHAR)[]',
}


def write_duckdb(records: Iterable[Record], path: Path) -> None:
    """Write the tables and views into a new database. Raises ExportFailed where DuckDB cannot."""
    import duckdb

    try:
        # What is written would otherwise wait in memory, up to most of the machine's.
        with duckdb.connect(str(path), config={"memory_limit": "512MB", "threads": "1"}) as database:
            for table in TABLES:
                _create(database, table)
            for batch in in_batches(records):
                _insert(database, batch)
            for name, query in VIEWS.items():
                database.execute(f"CREATE VIEW {name} AS {query}")
    except duckdb.Error as error:
        raise ExportFailed(str(path), f"cannot be written ({error})") from error


def _create(database: "DuckDBPyConnection", table: Table) -> None:
    columns = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns)
    database.execute(f"CREATE TABLE {table.name} ({columns})")
    database.execute(f"COMMENT ON TABLE {table.name} IS {_quoted(table.what)}")
    for column in table.columns:
        database.execute(f'COMMENT ON COLUMN {table.name}."{column.name}" IS {_quoted(column.what)}')


def _insert(database: "DuckDBPyConnection", batch: list[Record]) -> None:
    for table in TABLES:
        database.register("batch", arrow_rows(table, batch))
        database.execute(f"INSERT INTO {table.name} SELECT * FROM batch")
        database.unregister("batch")


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
