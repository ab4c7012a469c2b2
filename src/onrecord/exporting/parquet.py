"""Parquet: a file a table."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from onrecord.records import Record
from onrecord.rows import TABLES
from onrecord.rows.arrow import arrow_rows, arrow_schema
from onrecord.rows.batches import in_batches


def write_parquet(records: Iterable[Record], folder: Path) -> None:
    """Write the tables into a folder, the rows of some documents after those of others."""
    from pyarrow.parquet import ParquetWriter

    with ExitStack() as opened:
        writers = [
            opened.enter_context(
                ParquetWriter(folder / f"{table.name}.parquet", arrow_schema(table), compression="zstd")
            )
            for table in TABLES
        ]
        for batch in in_batches(records):
            for table, writer in zip(TABLES, writers, strict=True):
                rows = arrow_rows(table, batch)
                if rows.num_rows:
                    writer.write_table(rows)
