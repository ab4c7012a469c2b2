"""Rows: every record's every field has its cell, ids join, and offsets are those of the text."""

import json

import pytest

from onrecord.records import Record
from onrecord.rows import TABLES, Table, table_called
from onrecord.rows.cells import flat_cell

from ..exporting.handmade import EMPTY, FULL

ONE_OF_A_KIND = {"text": str, "integer": int, "number": (int, float), "texts": list, "spans": list, "roles": list}


def rows(name: str, record: Record = FULL) -> list[dict[str, object]]:
    found = table_called(name)
    assert found is not None
    return [dict(row) for row in found.rows(record)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_row_has_every_column_in_order_and_of_its_kind(table: Table) -> None:
    for record in (FULL, EMPTY):
        for row in table.rows(record):
            assert list(row) == [column.name for column in table.columns]
            for column in table.columns:
                value = row[column.name]
                assert value is None or isinstance(value, ONE_OF_A_KIND[column.kind])
                assert column.kind in ("text", "integer", "number") or value is not None


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_filled_somewhere(table: Table) -> None:
    filled = {name for row in table.rows(FULL) for name, value in row.items() if value not in (None, [])}
    assert filled == {column.name for column in table.columns}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_names_one_row(table: Table) -> None:
    keys = [tuple(row[name] for name in table.key) for record in (FULL, EMPTY) for row in table.rows(record)]
    assert len(set(keys)) == len(keys) and not any(None in key for key in keys)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_are_those_of_no_keyword_that_queries_stumble_over(table: Table) -> None:
    reserved = {"where", "end", "start", "from", "order", "group", "of", "values", "references", "primary"}
    assert not reserved & {table.name, *(column.name for column in table.columns)}


def test_the_evidence_is_the_slice_of_the_text() -> None:
    for name, column, start in (
        ("statements", "source", "source"),
        ("statements", "cue", "cue"),
        ("statements", "condition", "condition"),
        ("figures", "text", "span"),
        ("times", "text", "span"),
        ("mentions", "text", "span"),
        ("events", "trigger", "trigger"),
    ):
        for row in rows(name):
            if row[column] is not None:
                assert FULL.document.text[row[f"{start}_start"] : row[f"{start}_end"]] == row[column]


def test_a_statement_is_told_with_its_pieces_and_speakers() -> None:
    first, second = rows("statements")
    assert first["words"] == "“We will relight the 🜁 lamp,” … “if the guild agrees.”"
    assert [piece["text"] for piece in first["content"]] == [one.text for one in FULL.statements[0].content]
    assert (first["speakers"], first["speaker_names"]) == (["en-1", "en-2"], ["Una Quill", "guild"])
    assert (first["paragraph"], first["said"]) == (2, "2031-04-02")
    assert (second["source"], second["source_start"], second["said"]) == (None, None, FULL.document.published)
    assert [row["name"] for row in rows("speakers")] == ["Una Quill", "guild"]


def test_a_figure_is_said_when_its_statement_is() -> None:
    assert [row["said"] for row in rows("figures")] == [FULL.document.published] * 2
    assert [row["statement"] for row in rows("figures")] == ["st-2", None]


def test_the_parties_of_an_event_stand_one_by_one() -> None:
    told = [(row["role"], row["position"], row["entity"], row["name"]) for row in rows("parties")]
    assert told == [
        ("actor", 0, "en-1", "Una Quill"),
        ("recipient", 0, "en-2", "guild"),
        ("recipient", 1, "en-1", "Una Quill"),
    ]


def test_a_document_in_which_nothing_was_read_is_one_row() -> None:
    assert {table.name: len(list(table.rows(EMPTY))) for table in TABLES} == {
        table.name: int(table.name == "documents") for table in TABLES
    }


def test_a_list_in_one_cell_is_json() -> None:
    assert flat_cell(None) is None
    assert (flat_cell("a"), flat_cell(2.5), flat_cell(3)) == ("a", 2.5, 3)
    assert json.loads(str(flat_cell(["“a”", "b"]))) == ["“a”", "b"]
    assert "“" in str(flat_cell([{"start": 0, "end": 3, "text": "“a”"}]))


def test_no_table_of_that_name() -> None:
    assert table_called("papyri") is None
