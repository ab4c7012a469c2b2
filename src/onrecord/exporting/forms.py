"""Every outside form that records can be exported to: its name, what it is written as, and its writer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from onrecord.exporting.csv_tables import write_csv
from onrecord.exporting.duckdb_tables import write_duckdb
from onrecord.exporting.json_lines import record_lines
from onrecord.exporting.parquet import write_parquet
from onrecord.exporting.sqlite_tables import write_sqlite
from onrecord.records import Record


@dataclass(frozen=True, slots=True)
class LinesForm:
    """A form that is text, one line after another: it can go to standard output.

    `lines` yields them without their ends, each record's before the next record is asked for.
    """

    name: str
    what: str
    lines: Callable[[Iterable[Record]], Iterator[str]]
    written: ClassVar[str] = "text"


@dataclass(frozen=True, slots=True)
class FileForm:
    """A form that is one file, which `write` makes at a path where nothing is yet."""

    name: str
    what: str
    write: Callable[[Iterable[Record], Path], None]
    written: ClassVar[str] = "a file"


@dataclass(frozen=True, slots=True)
class FolderForm:
    """A form that is several files, which `write` makes in a folder that is there and empty."""

    name: str
    what: str
    write: Callable[[Iterable[Record], Path], None]
    written: ClassVar[str] = "a folder"


Form = LinesForm | FileForm | FolderForm

# In the order in which help lists them. What a form is for and what it loses stands in docs/exports.md.
# A module of a form imports what it needs besides the standard library when its writer is called.
FORMS: Final[tuple[Form, ...]] = (
    LinesForm("jsonl", "one JSON object a line, a document and all that was read in it", record_lines),
    FolderForm("csv", "a CSV file a table, for spreadsheets and everything else that reads tables", write_csv),
    FolderForm(
        "parquet", "a Parquet file a table, for data frames and engines that ask many files at once", write_parquet
    ),
    FileForm("duckdb", "a DuckDB database of the tables, with views", write_duckdb),
    FileForm("sqlite", "an SQLite database of the tables, with views and a search, for Datasette", write_sqlite),
)


def form_called(name: str) -> Form | None:
    """Return the form of that name, or None."""
    return next((form for form in FORMS if form.name == name), None)
