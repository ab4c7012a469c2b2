"""Every outside form that records can be exported to: its name, what it is written as, and its writer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from onrecord.exporting.brat import write_brat
from onrecord.exporting.citations.apa import apa_lines
from onrecord.exporting.citations.bibtex import bibtex_lines
from onrecord.exporting.citations.chicago import chicago_lines
from onrecord.exporting.citations.mla import mla_lines
from onrecord.exporting.conllu import conllu_lines
from onrecord.exporting.csv_tables import write_csv
from onrecord.exporting.duckdb_tables import write_duckdb
from onrecord.exporting.followthemoney.entities import followthemoney_lines
from onrecord.exporting.gdelt.gkg import gkg_lines
from onrecord.exporting.json_lines import record_lines
from onrecord.exporting.parquet import write_parquet
from onrecord.exporting.plover_events.plover import plover_lines
from onrecord.exporting.plover_events.polecat import polecat_lines
from onrecord.exporting.schema_org.json_ld import json_ld_lines
from onrecord.exporting.spacy_docs import write_spacy
from onrecord.exporting.sqlite_tables import write_sqlite
from onrecord.exporting.timeml import write_timeml
from onrecord.exporting.web_annotation.annotations import annotation_lines
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
    LinesForm("json-ld", "linked data in the terms of schema.org", json_ld_lines),
    LinesForm("annotation", "W3C Web Annotations of statements, figures and events", annotation_lines),
    LinesForm("gkg", "rows of GDELT's Global Knowledge Graph 2.1", gkg_lines),
    LinesForm("plover", "events as PLOVER has them in JSON", plover_lines),
    LinesForm("plover-tsv", "events in the columns of POLECAT", polecat_lines),
    LinesForm("cite-apa", "citations of statements in the style of the APA", apa_lines),
    LinesForm("cite-chicago", "citations of statements as footnotes in the style of Chicago", chicago_lines),
    LinesForm("cite-mla", "citations of statements in the style of the MLA", mla_lines),
    LinesForm("bibtex", "documents as entries of BibTeX", bibtex_lines),
    FolderForm("brat", "standoff annotations in PolNeAR's layout, to be corrected in brat and read back", write_brat),
    FolderForm("timeml", "times and one-word events inside the text, as TimeML 1.2.1", write_timeml),
    LinesForm("conllu", "sentences of tokens in CoNLL-U, what each token is part of in MISC", conllu_lines),
    FolderForm("spacy", "spaCy's DocBin, a group of spans for each layer (needs onrecord[spacy])", write_spacy),
    LinesForm(
        "followthemoney", "FollowTheMoney entities as JSON Lines, for Aleph and nomenklatura", followthemoney_lines
    ),
)


def form_called(name: str) -> Form | None:
    """Return the form of that name, or None."""
    return next((form for form in FORMS if form.name == name), None)
