"""The forms that are tables, each opened with what it is for."""

import asyncio
import csv
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from datasette.app import Datasette

from onrecord.errors import ExportFailed
from onrecord.exporting.csv_tables import write_csv
from onrecord.exporting.duckdb_tables import write_duckdb
from onrecord.exporting.forms import FileForm
from onrecord.exporting.parquet import write_parquet
from onrecord.exporting.sqlite_tables import write_sqlite
from onrecord.exporting.views import VIEWS
from onrecord.exporting.writing import write_export
from onrecord.ledger import open_ledger
from onrecord.records import Record, document_id
from onrecord.rows import TABLES, Table
from onrecord.rows.cells import flat_cell

from .handmade import EMPTY, FULL

# More than one batch of rows.
LONG = "The tide was low again.\n" * 45_000
MANY = [
    FULL,
    *(replace(EMPTY, document=replace(EMPTY.document, id=document_id(text), text=text)) for text in (LONG, LONG + "!")),
]


def told(table: Table, records: list[Record] = MANY) -> list[dict[str, object]]:
    return [dict(row) for record in records for row in table.rows(record)]


def flat(table: Table, records: list[Record] = MANY) -> list[tuple[object, ...]]:
    return [tuple(map(flat_cell, row.values())) for record in records for row in table.rows(record)]


@pytest.fixture
def newsroom(newsroom_ledger: Path) -> list[Record]:
    with open_ledger(newsroom_ledger) as opened:
        return list(opened.records())


class TestCsv:
    def test_the_csv_module_reads_every_cell(self, tmp_path: Path) -> None:
        write_csv([FULL, EMPTY], tmp_path)
        for table in TABLES:
            with (tmp_path / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
                head, *rows = csv.reader(file, strict=True)
            assert head == [column.name for column in table.columns]
            wanted = [["" if cell is None else str(cell) for cell in row] for row in flat(table, [FULL, EMPTY])]
            assert [[cell.removeprefix("'") for cell in row] for row in rows] == wanted

    def test_lines_end_as_the_rfc_says_and_text_is_utf_8(self, tmp_path: Path) -> None:
        write_csv([EMPTY], tmp_path)
        data = (tmp_path / "entities.csv").read_bytes()
        assert data == b"id,document,kind,name,aliases,roles\r\n"

    def test_nothing_is_a_formula_to_a_spreadsheet(self, tmp_path: Path) -> None:
        write_csv([FULL], tmp_path)
        with (tmp_path / "documents.csv").open(encoding="utf-8", newline="") as file:
            (row,) = csv.DictReader(file)
        assert (row["title"], row["text"]) == (f"'{FULL.document.title}", f"'{FULL.document.text}")
        assert json.loads(row["authors"]) == list(FULL.document.authors)

    def test_pandas_reads_and_joins_it(self, newsroom: list[Record], tmp_path: Path) -> None:
        write_csv(newsroom, tmp_path)
        statements, documents = (pd.read_csv(tmp_path / f"{name}.csv") for name in ("statements", "documents"))
        joined = statements.merge(documents, left_on="document", right_on="id")
        assert len(joined) == sum(len(record.statements) for record in newsroom)
        for _, row in joined.head(50).iterrows():
            for piece in json.loads(row["content"]):
                assert row["text"][piece["start"] : piece["end"]] == piece["text"]


class TestParquet:
    @pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
    def test_arrow_reads_every_row_as_it_was(self, table: Table, tmp_path: Path) -> None:
        write_parquet(MANY, tmp_path)
        read = pq.read_table(tmp_path / f"{table.name}.parquet")
        assert read.to_pylist() == told(table)

    def test_content_is_a_list_of_spans(self, tmp_path: Path) -> None:
        write_parquet([], tmp_path)
        schema = pq.read_schema(tmp_path / "statements.parquet")
        assert str(schema.field("content").type) == "list<element: struct<start: int64, end: int64, text: string>>"
        assert schema.field("words").metadata[b"description"]

    def test_rows_are_written_some_at_a_time(self, tmp_path: Path) -> None:
        write_parquet(MANY, tmp_path)
        assert pq.ParquetFile(tmp_path / "documents.parquet").num_row_groups == 2

    def test_duckdb_and_pandas_read_it(self, newsroom: list[Record], tmp_path: Path) -> None:
        write_parquet(newsroom, tmp_path)
        number = sum(len(record.statements) for record in newsroom)
        found = duckdb.connect().execute(f"SELECT count(*) FROM '{tmp_path}/statements.parquet'").fetchone()
        assert found == (number,) and len(pd.read_parquet(tmp_path / "statements.parquet")) == number


class TestDuckdb:
    @pytest.fixture
    def database(self, tmp_path: Path) -> Path:
        write_duckdb(MANY, tmp_path / "made.duckdb")
        return tmp_path / "made.duckdb"

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
    def test_every_row_is_there_as_it_was(self, table: Table, database: Path) -> None:
        with duckdb.connect(str(database), read_only=True) as opened:
            rows = opened.execute(f"SELECT * FROM {table.name}").fetchall()
        assert rows == [tuple(row.values()) for row in told(table)]

    def test_a_span_is_cut_out_of_its_text(self, newsroom: list[Record], tmp_path: Path) -> None:
        write_duckdb(newsroom, tmp_path / "news.duckdb")
        query = """
            SELECT count(*), count(*) FILTER (substring(text, piece.start + 1, piece.end - piece.start) = piece.text)
            FROM (SELECT document, unnest(content) AS piece FROM statements) JOIN documents ON documents.id = document
        """
        with duckdb.connect(str(tmp_path / "news.duckdb"), read_only=True) as opened:
            found = opened.execute(query).fetchone()
        pieces = sum(len(one.content) for record in newsroom for one in record.statements)
        assert found == (pieces, pieces)

    def test_columns_say_what_they_are(self, database: Path) -> None:
        with duckdb.connect(str(database), read_only=True) as opened:
            rows = opened.execute("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal")
            comments = {(table, column): comment for table, column, comment in rows.fetchall()}
        for table in TABLES:
            for column in table.columns:
                assert comments[table.name, column.name] == column.what

    def test_what_duckdb_cannot_write_is_told_with_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "target").write_text("no database")
        with pytest.raises(ExportFailed, match="cannot be written"):
            write_duckdb([], tmp_path / "target")


class TestSqlite:
    @pytest.fixture
    def database(self, tmp_path: Path) -> Path:
        write_sqlite(MANY, tmp_path / "made.db")
        return tmp_path / "made.db"

    @pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
    def test_every_row_is_there_as_it_was(self, table: Table, database: Path) -> None:
        with closing(sqlite3.connect(database)) as opened:
            assert opened.execute(f"SELECT * FROM {table.name}").fetchall() == flat(table)
            assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
            assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def test_lists_are_json_that_queries_reach_into(self, database: Path) -> None:
        query = "SELECT json_extract(piece.value, '$.text') FROM statements, json_each(content) AS piece"
        with closing(sqlite3.connect(database)) as opened:
            pieces = {text for (text,) in opened.execute(query)}
        assert pieces == {piece.text for one in FULL.statements for piece in one.content}

    def test_datasette_opens_tables_views_and_the_search(self, newsroom: list[Record], tmp_path: Path) -> None:
        write_sqlite(newsroom, tmp_path / "news.db")

        async def ask() -> dict[str, dict[str, object]]:
            room = Datasette([str(tmp_path / "news.db")])
            await room.invoke_startup()
            answers = {}
            document = quote(newsroom[0].document.id.replace(":", "~3A"))
            for path in (
                *(f"{table.name}.json?_shape=objects" for table in TABLES),
                *(f"{view}.json?_shape=objects" for view in VIEWS),
                "statements.json?_search=strait",
                f"documents/{document}.json",
            ):
                answer = await room.client.get(f"/news/{path}")
                assert answer.status_code == 200, (path, answer.text)
                answers[path.partition(".json")[0]] = answer.json()
            page = await room.client.get("/news/statements?_search=strait")
            assert "strait" in page.text and page.status_code == 200
            return answers

        answers = asyncio.run(ask())
        assert answers["documents"]["filtered_table_rows_count"] == len(newsroom)
        assert all(answers[view]["rows"] for view in VIEWS)
        number = sum(
            "strait" in " ".join(s.text for s in one.content).casefold() for r in newsroom for one in r.statements
        )
        assert answers["statements"]["filtered_table_rows_count"] == number > 0

    def test_what_sqlite_cannot_write_is_told_with_the_place_that_was_meant(self, tmp_path: Path) -> None:
        form = FileForm("twice", "", lambda records, path: write_sqlite([*records, FULL], path))
        with pytest.raises(ExportFailed, match="UNIQUE") as refused:
            write_export(form, [FULL], tmp_path / "target.db")
        assert refused.value.subject == str(tmp_path / "target.db")
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_both_databases_answer_a_view_alike(view: str, newsroom: list[Record], tmp_path: Path) -> None:
    write_sqlite(newsroom, tmp_path / "news.db")
    write_duckdb(newsroom, tmp_path / "news.duckdb")
    with closing(sqlite3.connect(tmp_path / "news.db")) as opened:
        one = opened.execute(f"SELECT * FROM {view}")
        columns, rows = [column[0] for column in one.description], one.fetchall()
    with duckdb.connect(str(tmp_path / "news.duckdb"), read_only=True) as opened:
        other = opened.execute(f"SELECT * FROM {view}")
        assert [column[0] for column in other.description] == columns
        assert sorted(map(repr, other.fetchall())) == sorted(map(repr, rows)) and rows


def test_who_said_what_has_a_row_for_each_speaker_and_one_for_nobody(tmp_path: Path) -> None:
    write_sqlite([FULL], tmp_path / "made.db")
    with closing(sqlite3.connect(tmp_path / "made.db")) as opened:
        rows = opened.execute("SELECT speaker, statement FROM who_said_what ORDER BY statement, speaker").fetchall()
        done = opened.execute("SELECT actor, recipient FROM who_did_what ORDER BY recipient").fetchall()
    assert rows == [("Una Quill", "st-1"), ("guild", "st-1"), (None, "st-2")]
    assert done == [("Una Quill", "Una Quill"), ("Una Quill", "guild")]
