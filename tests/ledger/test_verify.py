import re
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from onrecord.errors import LedgerBusy
from onrecord.ledger import Ledger, Problem, Run, open_ledger
from onrecord.records import Record

Report = Callable[..., Record]
On = Callable[[int], datetime]


def tamper(path: Path, *statements: str, keys: str = "ON") -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA foreign_keys = {keys}")
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()


@pytest.fixture
def full(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    ledger.add(report(), run=run, seen=on(4))
    ledger.add(report("We stay", url="second.txt"), run=run, seen=on(5))
    ledger.add(report(url="copy.txt"), run=run, seen=on(5))
    return ledger


def test_a_whole_ledger_has_no_problem(full: Ledger) -> None:
    assert list(full.verify()) == []


def test_an_empty_ledger_has_no_problem(ledger: Ledger) -> None:
    assert list(ledger.verify()) == []


TAMPERED = [
    # the text itself
    ("UPDATE documents SET text = replace(text, 'dawn', 'noon') WHERE number = 1", "digest names"),
    ("UPDATE documents SET text = text || ' ' WHERE number = 1", "digest names"),
    ("UPDATE documents SET text = x'fe' WHERE number = 1", "digest names"),
    ("UPDATE documents SET id = 'sha256:' || substr(id, 8, 63) || 'x' WHERE number = 1", "digest names"),
    # spans
    ("UPDATE statement_spans SET text = replace(text, 'dawn', 'noon') WHERE statement = 1", "content at"),
    ('UPDATE statement_spans SET start = start + 1, "end" = "end" + 1 WHERE statement = 1', "cue at"),
    ("UPDATE statement_spans SET \"end\" = 9999 WHERE statement = 1 AND role = 'source'", "source at"),
    ("UPDATE statement_spans SET text = 'x' WHERE statement = 1 AND role = 'condition'", "condition at"),
    ("UPDATE entity_mentions SET text = 'Ada Orlon' WHERE entity = 1", "mention at"),
    ("UPDATE entity_mentions SET start = start - 1 WHERE entity = 1", "not that slice|cannot hold"),
    ("UPDATE zones SET \"end\" = 9999 WHERE document = 1 AND kind = 'body'", "ends outside"),
    ("UPDATE zones SET kind = 'nose' WHERE document = 1 AND kind = 'body'", "'nose'"),
    ("UPDATE paragraphs SET text = 'Ferry row ends' WHERE number = 1", "paragraph at"),
    ("DELETE FROM paragraphs WHERE number = 2", "paragraphs are not those"),
    ("UPDATE paragraphs SET position = 99 WHERE number = 1", "paragraphs are not those"),
    # what the records say
    ("UPDATE statements SET act = 'deny' WHERE number = 1", "not those that were read"),
    ("UPDATE statements SET act = 'sing' WHERE number = 1", "'sing'"),
    ("UPDATE statements SET id = 'st-9' WHERE number = 1", "not those that were read"),
    ("UPDATE statements SET confidence = 0.9 WHERE number = 1", "not those that were read"),
    ("UPDATE statements SET confidence = 9 WHERE number = 1", "no probability"),
    (
        "UPDATE statements SET time = '2031-04-02', said = '2031-04-02' WHERE number = 1",
        "not those that were read",
    ),
    ("UPDATE statements SET said = '2031-05-01' WHERE number = 1", "said does not follow"),
    ("UPDATE statements SET said_until = '2031-05-01' WHERE number = 1", "said_until does not follow"),
    ("UPDATE statements SET words = 'We stay' WHERE number = 1", "words does not follow"),
    ("UPDATE statements SET paragraph = 1 WHERE number = 1", "paragraph does not follow"),
    ("UPDATE statements SET reading = 2 WHERE number = 1", "reading does not follow"),
    ("DELETE FROM statements WHERE number = 2", "not those that were read"),
    ("DELETE FROM statement_spans WHERE statement = 1 AND role = 'cue'", "not those that were read"),
    ("DELETE FROM statement_spans WHERE statement = 1", "has no content"),
    ("DELETE FROM statement_speakers WHERE statement = 1", "not those that were read"),
    ("UPDATE statement_speakers SET entity = 2 WHERE statement = 1", "speaks in another document"),
    ("UPDATE entity_names SET name = 'Eva Orlin' WHERE number = 1", "not those that were read"),
    ("UPDATE entity_names SET folded = 'eva orlin' WHERE number = 1", "not indexed as it stands"),
    ("DELETE FROM entity_names WHERE entity = 1", "not those that were read"),
    ("UPDATE entity_roles SET title = 'King' WHERE entity = 1 AND position = 0", "not those that were read"),
    ("DELETE FROM entity_mentions WHERE entity = 1", "no mention"),
    ("UPDATE readings SET digest = 'sha256:0' WHERE number = 1", "not those that were read"),
    # figures, times and events
    ("UPDATE figures SET text = 'Some 50' WHERE number = 1", "figure at"),
    ("UPDATE times SET start = start - 1 WHERE number = 1", "time at"),
    ('UPDATE events SET "end" = 9999 WHERE number = 1', "trigger at"),
    ("UPDATE figures SET value = 50 WHERE number = 1", "not those that were read"),
    ("UPDATE figures SET low = 50 WHERE number = 1", "not those of about"),
    ("UPDATE figures SET bound = 'nearly' WHERE number = 1", "'nearly'"),
    ("UPDATE figures SET statement = NULL WHERE number = 1", "not those that were read"),
    ("UPDATE figures SET statement = 3 WHERE number = 1", "in a statement of another document"),
    ("UPDATE figures SET reading = 2 WHERE number = 1", "reading does not follow"),
    ("DELETE FROM figures WHERE number = 2", "not those that were read"),
    ("UPDATE times SET value = '2031-05-01' WHERE number = 1", "not those that were read"),
    ("UPDATE times SET value = 'soon' WHERE number = 1", "'soon'"),
    ("UPDATE times SET reading = 2 WHERE number = 1", "reading does not follow"),
    ("UPDATE events SET type = 'AID' WHERE number = 1", "not those that were read"),
    ("UPDATE events SET statement = 3 WHERE number = 1", "in a statement of another document"),
    ("UPDATE events SET reading = 2 WHERE number = 1", "reading does not follow"),
    ("DELETE FROM event_parties WHERE event = 1 AND role = 'actor'", "not those that were read"),
    ("UPDATE event_parties SET entity = 2 WHERE event = 1 AND role = 'actor'", "acts in another document"),
    # copies and versions
    ("UPDATE copies SET published = '2031-05-01' WHERE number = 1", "said does not follow"),
    ("UPDATE copies SET authors = 'nobody' WHERE number = 1", "Expecting value"),
    ("UPDATE copies SET seen = 'today' WHERE number = 3", "today"),
    ("UPDATE versions SET url = 'third.txt' WHERE number = 1", "no copy of it"),
]


@pytest.mark.parametrize(("statement", "expected"), TAMPERED)
def test_what_was_touched_is_named(full: Ledger, path: Path, statement: str, expected: str) -> None:
    tamper(path, statement)
    found = list(full.verify())
    assert found
    assert any(re.search(expected, problem.reason) for problem in found), found
    # Whoever is made to speak elsewhere is counted there.
    elsewhere = {"second.txt"} if expected == "speaks in another document" else set()
    for problem in found:
        assert problem.url in {"harbour/ferry.txt", "third.txt"} | elsewhere
        assert str(problem).isprintable()


def test_every_document_is_judged(full: Ledger, report: Report, path: Path) -> None:
    tamper(
        path,
        "UPDATE documents SET text = text || 'x' WHERE number = 1",
        "UPDATE statements SET how = 'title' WHERE document = 2 AND position = 0",
    )
    first, second = full.verify()
    assert (first.document, first.url) == (report().document.id, "harbour/ferry.txt")
    assert (second.document, second.url) == (report("We stay").document.id, "second.txt")
    assert second.to_json() == {
        "document": second.document,
        "url": "second.txt",
        "record": None,
        "reason": "its records are not those that were read from it",
    }


def test_a_span_is_named_by_its_record(full: Ledger, path: Path) -> None:
    tamper(path, "UPDATE statement_spans SET text = 'x' WHERE statement = 1 AND role = 'cue'")
    (problem,) = full.verify()
    assert problem.record == "st-1"
    assert str(problem).startswith("harbour/ferry.txt: st-1: the cue at ")


def test_what_cannot_be_read_hides_nothing_else(full: Ledger, report: Report, path: Path) -> None:
    tamper(
        path,
        "UPDATE statement_spans SET text = CAST(x'fe' AS TEXT) WHERE statement = 1",
        "UPDATE statement_spans SET text = 'x' WHERE statement = 3 AND role = 'cue'",
    )
    first, second = full.verify()
    assert (first.document, first.reason[:15]) == (report().document.id, "cannot be read:")
    assert (second.url, second.record) == ("second.txt", "st-1")


def test_a_row_that_points_at_nothing(full: Ledger, path: Path) -> None:
    tamper(path, "DELETE FROM runs", keys="OFF")
    assert {problem.reason for problem in full.verify()} == {
        "row 1 of readings points at a row of runs that is not there",
        "row 2 of readings points at a row of runs that is not there",
    }


def test_a_text_that_nobody_read(full: Ledger, path: Path) -> None:
    tamper(path, "DELETE FROM readings WHERE document = 2", keys="OFF")
    assert "nobody read it" in {problem.reason for problem in full.verify()}


@pytest.mark.parametrize(
    ("table", "column"), [("paragraphs", "text"), ("statements", "words"), ("entity_names", "folded")]
)
def test_an_index_out_of_step(full: Ledger, path: Path, table: str, column: str) -> None:
    forget = f"INSERT INTO {table}_fts({table}_fts, rowid, {column}) SELECT 'delete', number, {column} FROM {table}"
    tamper(path, f"{forget} WHERE number = 1")
    assert [problem.reason for problem in full.verify()] == [
        f"the index of {table} does not hold the words of its rows"
    ]
    tamper(path, f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")
    assert list(full.verify()) == []


def test_a_damaged_file(full: Ledger, path: Path) -> None:
    # The last connection to close moves the log into the file.
    full.close()
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'documents'").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    with open_ledger(path, create=False) as damaged:
        found = list(damaged.verify())
    assert found
    assert all(isinstance(problem, Problem) and problem.document is None for problem in found)


def test_a_busy_ledger_is_not_called_damaged(full: Ledger, path: Path) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy):
        list(full.verify())
    writer.rollback()
    assert list(full.verify()) == []
    writer.close()
