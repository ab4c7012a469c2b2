import dataclasses
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, create_engine, inspect

from onrecord.errors import NoMeanings
from onrecord.ledger import Added, Ledger, Run, migrations, open_ledger, opening
from onrecord.ledger.dialect import mark_as_ours
from onrecord.ledger.tables import SCHEMA, metadata
from onrecord.records import MEANING_WIDTH, Meaning, Record, Traces
from onrecord.settings import Settings

Report = Callable[..., Record]
On = Callable[[int], datetime]

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("documents", sa.Column("mood", sa.Text()))
    {then}
"""


def test_the_migrations_make_the_tables(ledger: Ledger, path: Path) -> None:
    ledger.close()
    ours = {"include_name": lambda name, kind, _parents: kind != "table" or "_fts" not in name}
    with create_engine(URL.create("sqlite", database=str(path))).connect() as connection:
        context = MigrationContext.configure(connection, opts={**ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_tables_name_their_migration() -> None:
    assert ScriptDirectory.from_config(migrations.configuration()).get_current_head() == SCHEMA


def test_there_is_one_index_a_searched_table(ledger: Ledger, path: Path) -> None:
    ledger.close()
    connection = sqlite3.connect(path)
    made = connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%' ORDER BY name")
    assert [name for (name,) in made] == ["copies_fts", "entity_names_fts", "paragraphs_fts", "statements_fts"]
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Turn this version of the package into one whose schema is a revision further."""

    def turn(then: str) -> None:
        folder = tmp_path / "100% newer"
        shutil.copytree(Path(migrations.__file__).parent, folder)
        (folder / "versions" / "v9999_mood.py").write_text(NEXT.format(then=then, head=SCHEMA))
        monkeypatch.setattr(migrations, "__file__", str(folder / "__init__.py"))
        monkeypatch.setattr(opening, "SCHEMA", "9999")

    return turn


def columns(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[1] for row in connection.execute("PRAGMA table_info(documents)")]
    connection.close()
    return found


def earlier_schema(revision: str, path: Path, newest: Path) -> None:
    """Make a ledger of an earlier schema with what one of the newest holds, but for what came later."""
    with create_engine(URL.create("sqlite", database=str(path))).begin() as connection:
        command.upgrade(migrations.configuration(connection), revision)
        mark_as_ours(connection)
    connection = sqlite3.connect(path)
    made = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.execute("ATTACH ? AS newest", (str(newest),))
    for name in (name for (name,) in made if name in metadata.tables):
        known = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({name})"))
        connection.execute(f"INSERT INTO {name} ({known}) SELECT {known} FROM newest.{name}")
    connection.commit()
    connection.close()


def test_a_ledger_of_the_first_schema_is_brought_forward(
    ledger: Ledger,
    run: Run,
    report: Report,
    on: On,
    path: Path,
    tmp_path: Path,
    card: Callable[..., Any],
) -> None:
    before = dataclasses.replace(report(), figures=(), times=(), events=())
    ledger.add(before, run=run, seen=on(4))
    ledger.close()
    old = tmp_path / "old.db"
    earlier_schema("0001", old, path)
    with open_ledger(old, create=False) as opened:
        assert opened.record(before.document.id) == before
        assert list(opened.verify()) == []
        again = opened.begin_run(card(digest="sha256:bbbb"), Settings())
        assert opened.add(report(), run=again, seen=on(5)) is Added.READ_AGAIN
        assert opened.record(before.document.id) == report()
        assert list(opened.verify()) == []


def test_a_ledger_without_meanings_is_brought_forward(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path, tmp_path: Path, card: Callable[..., Any]
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.close()
    old = tmp_path / "old.db"
    earlier_schema("0002", old, path)
    with open_ledger(old, create=False) as opened:
        assert opened.record(report().document.id) == report()
        assert [hit.statement.id for hit in opened.search("sail")] == ["st-1"]
        assert list(opened.verify()) == []
        assert opened.documents_without_meanings() == 1
        with pytest.raises(NoMeanings):
            list(opened.nearest(b"\1" * MEANING_WIDTH))
        again = opened.begin_run(card(digest="sha256:bbbb"), Settings())
        (content, *_) = report().statements[1].content
        meaning = Meaning(content.start, content.end, b"\1" * MEANING_WIDTH, "content")
        assert opened.add(report(), run=again, seen=on(5), meanings=[meaning]) is Added.READ_AGAIN
        assert [hit.statement.id for hit in opened.nearest(meaning.vector)] == ["st-2"]
        assert (opened.documents_without_meanings(), list(opened.verify())) == (0, [])


def test_meanings_can_be_taken_out_again(ledger: Ledger, run: Run, report: Report, on: On, path: Path) -> None:
    meaning = Meaning(0, 17, b"\1" * MEANING_WIDTH)
    ledger.add(report(), run=run, seen=on(4), meanings=[meaning])
    ledger.close()
    with create_engine(URL.create("sqlite", database=str(path))).begin() as connection:
        command.downgrade(migrations.configuration(connection), "0002")
        assert "meanings" not in inspect(connection).get_table_names()
        assert "meanings" not in {column["name"] for column in inspect(connection).get_columns("readings")}
    with open_ledger(path, create=False) as opened:
        assert opened.record(report().document.id) == report()
        assert list(opened.verify()) == []


@pytest.mark.parametrize("create", [True, False])
def test_an_older_ledger_is_brought_forward(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path, newer: Callable[[str], None], create: bool
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.close()
    newer("")
    for _ in range(2):
        with open_ledger(path, create=create) as opened:
            assert opened.record(report().document.id) == report()
            assert list(opened.verify()) == []
    assert columns(path) == ["number", "id", "language", "text", "mood"]


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    ledger: Ledger,
    run: Run,
    report: Report,
    on: On,
    path: Path,
    newer: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.close()
    newer("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        open_ledger(path, create=False)
    monkeypatch.undo()
    assert columns(path) == ["number", "id", "language", "text"]
    with open_ledger(path, create=False) as opened:
        assert opened.record(report().document.id) == report()


def test_a_ledger_without_corrections_is_brought_forward(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path, tmp_path: Path
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.close()
    old = tmp_path / "old.db"
    earlier_schema("0005", old, path)
    with open_ledger(old, create=False) as opened:
        assert opened.corrected(report().document.id).record == report()
        assert list(opened.corrections()) == [] and list(opened.verify()) == []
        opened.correct(
            report().document.id, "st-1", "rejected", who="Una", trace=lambda record: Traces(), seen=None, why="a joke"
        )
        assert [one.id for one in opened.record(report().document.id).statements] == ["st-2"]


def test_a_ledger_without_counts_of_who_speaks_is_brought_forward(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    found, browsed, titled = ledger.speakers(), ledger.browse("sail"), ledger.documents_page(words="deepens row")
    ledger.close()
    with create_engine(URL.create("sqlite", database=str(path))).connect() as connection:
        command.downgrade(migrations.configuration(connection), "-1")
        assert not inspect(connection).has_table("voices")
        connection.commit()
    with open_ledger(path, create=False) as opened:
        assert (opened.speakers(), opened.browse("sail")) == (found, browsed)
        assert opened.documents_page(words="deepens row") == titled
        assert (found.total, titled.total) == (1, 1)
        assert list(opened.verify()) == []
