"""Rows as Arrow tables, which Parquet, DuckDB and pandas are made of."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.records import Record
from onrecord.rows.batches import in_batches
from onrecord.rows.columns import Table

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_schema(table: Table) -> "pa.Schema":
    """Return a table's columns as Arrow has them; what a column says is its metadata's `description`."""
    import pyarrow as pa

    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(span),
        "roles": pa.list_(pa.struct([("title", pa.string()), ("of", pa.string())])),
    }
    return pa.schema(
        [pa.field(one.name, types[one.kind], metadata={"description": one.what}) for one in table.columns],
        metadata={"description": table.what},
    )


def arrow_rows(table: Table, records: Iterable[Record]) -> "pa.Table":
    """Return the rows of these records, all in memory."""
    import pyarrow as pa

    rows = [row for record in records for row in table.rows(record)]
    return pa.Table.from_pylist(rows, schema=arrow_schema(table))


def arrow_batches(table: Table, records: Iterable[Record]) -> Iterator["pa.Table"]:
    """Yield the rows of these records, some at a time; at least one table, which may be empty."""
    yield arrow_rows(table, ())
    for batch in in_batches(records):
        yield arrow_rows(table, batch)
