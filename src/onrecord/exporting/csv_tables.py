"""CSV: a file a table."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from onrecord.exporting.spreadsheets import guarded
from onrecord.records import Record
from onrecord.rows import TABLES
from onrecord.rows.cells import flat_cell


def write_csv(records: Iterable[Record], folder: Path) -> None:
    """Write the tables into a folder, as RFC 4180 in UTF-8: a value that is not known is an empty cell."""
    with ExitStack() as opened:
        writers = []
        for table in TABLES:
            file = (folder / f"{table.name}.csv").open("w", encoding="utf-8", errors="backslashreplace", newline="")
            writers.append(csv.writer(opened.enter_context(file), lineterminator="\r\n"))
            writers[-1].writerow([column.name for column in table.columns])
        for record in records:
            for table, writer in zip(TABLES, writers, strict=True):
                writer.writerows([guarded(flat_cell(value)) for value in row.values()] for row in table.rows(record))
