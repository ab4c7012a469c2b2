import dataclasses
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

import onrecord
from onrecord.errors import BadText, RecordError, SpanMismatch, UsageError
from onrecord.ledger import Added, Ledger, Run
from onrecord.records import Record, Span
from onrecord.settings import Settings

Report = Callable[..., Record]
On = Callable[[int], datetime]


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, those of the indexes too."""
    tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: rows(path, f"SELECT * FROM {name}") for name in tables}


def test_a_record_comes_back_as_it_was(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    assert ledger.add(record, run=run, seen=on(4)) is Added.NEW
    assert ledger.record(record.document.id) == record


def test_a_record_with_nothing_in_it_comes_back(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    whole = report(published=None, title=None)
    bare = dataclasses.replace(whole.document, dateline=None, authors=(), zones=(), warnings=(), language=None)
    record = Record(bare)
    ledger.add(record, run=run, seen=on(4))
    assert ledger.record(bare.id) == record


def test_adding_twice_changes_nothing(ledger: Ledger, run: Run, report: Report, on: On, path: Path) -> None:
    ledger.add(report(), run=run, seen=on(4))
    before = everything(path)
    assert ledger.add(report(), run=run, seen=on(5)) is Added.SAME
    assert everything(path) == before


def test_copies_share_one_text(ledger: Ledger, run: Run, report: Report, on: On, path: Path) -> None:
    first, second = report(url="a.txt"), report(url="b.txt", title="Row over ferry")
    assert ledger.add(first, run=run, seen=on(4)) is Added.NEW
    assert ledger.add(second, run=run, seen=on(3)) is Added.NEW_COPY
    assert rows(path, "SELECT count(*) FROM documents") == rows(path, "SELECT count(*) FROM readings") == [(1,)]
    assert [(copy.url, copy.seen) for copy in ledger.copies(first.document.id)] == [
        ("b.txt", on(3)),
        ("a.txt", on(4)),
    ]
    assert ledger.record("a.txt") == first
    assert ledger.record("b.txt") == second


def test_a_copy_is_first_seen_when_it_was_first_seen(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    for number in (4, 6, 2, 5):
        ledger.add(report(), run=run, seen=on(number))
    assert [copy.seen for copy in ledger.copies(report().document.id)] == [on(2)]


def test_a_copy_in_the_codebooks_form(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(4))
    (copy,) = ledger.copies(report().document.id)
    assert copy.to_json() == {
        "document": report().document.id,
        "url": "harbour/ferry.txt",
        "outlet": "The Lantern",
        "published": "2031-04-03",
        "seen": "2031-04-04T12:00:00+00:00",
    }
    assert (copy.authors, copy.dateline) == (("Béla Ruhn", "Ono Tal"), report().document.dateline)


def test_a_text_from_no_address(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report(url=None)
    assert ledger.add(record, run=run, seen=on(4)) is Added.NEW
    assert ledger.has(record.document, run.reader)
    assert ledger.add(report("Another", url=None), run=run, seen=on(5)) is Added.NEW
    assert ledger.record(record.document.id) == record
    assert [copy.url for copy in ledger.copies(record.document.id)] == [None]


def test_an_address_with_another_text_has_a_new_version(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    old, new = report("We sail"), report("We stay")
    ledger.add(old, run=run, seen=on(4))
    assert ledger.add(new, run=run, seen=on(5)) is Added.NEW_VERSION
    assert ledger.record("harbour/ferry.txt") == new
    assert ledger.record(old.document.id) == old
    versions = [(one.url, one.document, one.seen) for one in ledger.versions("harbour/ferry.txt")]
    assert versions == [
        ("harbour/ferry.txt", old.document.id, on(4)),
        ("harbour/ferry.txt", new.document.id, on(5)),
    ]


def held(ledger: Ledger, names: dict[str, str]) -> str:
    return "".join(names[one.document] for one in ledger.versions("harbour/ferry.txt"))


@pytest.mark.parametrize(
    ("sightings", "expected"),
    [
        ("A4 B5 A6", "ABA"),  # a text that came back
        ("B5 A4", "AB"),  # an older one than the one held
        ("A4 B6 A8 B7", "ABA"),  # seen between, no change
        ("A4 A7 B5 A3", "AB"),  # the first sighting moves back
        ("A4 C6 B5", "ABC"),  # a third between the two
        ("A4 B4 A4 B4", "AB"),  # two at one moment, twice
    ],
)
def test_versions_are_the_changes(
    ledger: Ledger, run: Run, report: Report, on: On, sightings: str, expected: str
) -> None:
    names = {}
    for sighting in sightings.split():
        record = report(f"Text {sighting[0]}")
        names[record.document.id] = sighting[0]
        ledger.add(record, run=run, seen=on(int(sighting[1])))
    assert held(ledger, names) == expected


def test_a_text_that_came_back_is_what_its_address_gives(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    for said, number in (("We sail", 4), ("We stay", 5)):
        ledger.add(report(said), run=run, seen=on(number))
    assert not ledger.has(report("We sail").document, run.reader)
    assert ledger.add(report("We sail"), run=run, seen=on(6)) is Added.NEW_VERSION
    assert ledger.has(report("We sail").document, run.reader)
    assert ledger.record("harbour/ferry.txt") == report("We sail")


def test_another_model_replaces_the_records_and_its_run_is_kept(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path, card: Callable[..., Any]
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    again = dataclasses.replace(report(), statements=report().statements[:1])
    second = ledger.begin_run(card(digest="sha256:bbbb"), Settings())
    assert not ledger.has(again.document, second.reader)
    assert ledger.add(again, run=second, seen=on(5)) is Added.READ_AGAIN
    assert ledger.record(again.document.id) == again
    assert rows(path, "SELECT run, count(DISTINCT digest) FROM readings GROUP BY run") == [(1, 1), (2, 1)]
    assert rows(path, "SELECT count(DISTINCT digest) FROM readings") == [(2,)]
    for table in ("statements", "entities", "figures", "times", "events"):
        assert rows(path, f"SELECT DISTINCT reading FROM {table}") == [(2,)]
    assert [hit.statement.id for hit in ledger.search("strait")] == []
    assert list(ledger.verify()) == []


def test_another_version_of_the_package_reads_again(
    ledger: Ledger,
    run: Run,
    report: Report,
    on: On,
    monkeypatch: pytest.MonkeyPatch,
    card: Callable[..., Any],
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    same = ledger.begin_run(card(), Settings(threads=1))
    assert ledger.has(report().document, same.reader)
    monkeypatch.setattr(onrecord, "__version__", "99.0")
    later = ledger.begin_run(card(), Settings())
    assert not ledger.has(report().document, later.reader)
    assert ledger.add(report(), run=later, seen=on(5)) is Added.READ_AGAIN
    assert ledger.has(report().document, later.reader)


def test_other_metadata_replaces_what_stood(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(published=None), run=run, seen=on(4))
    assert [hit.said for hit in ledger.search("sail")] == [None]
    assert not ledger.has(report().document, run.reader)
    assert ledger.add(report(), run=run, seen=on(5)) is Added.READ_AGAIN
    assert ledger.has(report().document, run.reader)
    assert [hit.said for hit in ledger.search("sail")] == ["2031-04-03"]
    assert ledger.record(report().document.id) == report()


def test_has_knows_only_what_was_added(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    assert not ledger.has(report().document, run.reader)
    ledger.add(report(), run=run, seen=on(4))
    assert ledger.has(report().document, run.reader)
    assert not ledger.has(report(url="elsewhere.txt").document, run.reader)
    assert not ledger.has(report("Other words").document, run.reader)


def test_a_run_says_what_read_and_when(ledger: Ledger, run: Run, path: Path) -> None:
    (row,) = rows(
        path,
        "SELECT model, digest, version, settings, started < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', "
        "'+1 day'), finished FROM runs",
    )
    assert row[:3] == ("attribution", "sha256:aaaa", onrecord.__version__)
    assert json.loads(row[3])["max_bytes"] == 16 * 1024 * 1024
    assert row[4:] == (1, None)
    run.finish()
    ((started, finished),) = rows(path, "SELECT started, finished FROM runs")
    assert started <= finished
    assert run.id == 1


def test_a_moment_without_a_zone_is_refused(ledger: Ledger, run: Run, report: Report) -> None:
    with pytest.raises(UsageError, match="time zone"):
        ledger.add(report(), run=run, seen=datetime(2031, 4, 4))
    assert list(ledger.documents()) == []


def test_a_record_that_contradicts_itself_is_refused(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    misnamed = dataclasses.replace(record.document, id="sha256:" + "0" * 64)
    with pytest.raises(RecordError, match=r"ferry\.txt: its id is not the digest"):
        ledger.add(dataclasses.replace(record, document=misnamed), run=run, seen=on(4))
    other = dataclasses.replace(record.statements[0], content=(Span(0, 5, "Worry"),))
    with pytest.raises(SpanMismatch):
        ledger.add(dataclasses.replace(record, statements=(other,)), run=run, seen=on(4))
    assert list(ledger.documents()) == []


@pytest.mark.parametrize("bad", ["\udcff", "a\0b"])
def test_a_name_that_is_no_text_is_refused(ledger: Ledger, run: Run, report: Report, on: On, bad: str) -> None:
    record = report()
    named = dataclasses.replace(record.entities[0], aliases=(bad,))
    counted = dataclasses.replace(record.figures[0], counted=bad)
    placed = dataclasses.replace(record.events[0], where=bad)
    for broken in (
        report(url=f"reports/{bad}.txt"),
        report(title=bad),
        dataclasses.replace(record, entities=(named,)),
        dataclasses.replace(record, figures=(counted,)),
        dataclasses.replace(record, events=(placed,)),
    ):
        with pytest.raises(BadText) as caught:
            ledger.add(broken, run=run, seen=on(4))
        assert str(caught.value).isprintable()
        assert not ledger.has(broken.document, run.reader)
    assert list(ledger.documents()) == []
    ledger.add(record, run=run, seen=on(4))
    assert not ledger.has(report(url=bad).document, run.reader)


STEPS = [
    "INSERT INTO documents",
    "INSERT INTO paragraphs",
    "INSERT INTO copies",
    "INSERT INTO versions",
    "INSERT INTO readings",
    "INSERT INTO zones",
    "INSERT INTO entities",
    "INSERT INTO entity_names",
    "INSERT INTO entity_roles",
    "INSERT INTO entity_mentions",
    "INSERT INTO statements",
    "INSERT INTO statement_spans",
    "INSERT INTO statement_speakers",
    "INSERT INTO figures",
    "INSERT INTO times",
    "INSERT INTO events",
    "INSERT INTO event_parties",
]


@pytest.fixture
def interrupt() -> Iterator[Callable[[str], None]]:
    """Let Ctrl-C come right after a step."""
    wanted: list[str] = []

    def after(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if wanted and statement.startswith(wanted[0]):
            wanted.clear()
            raise KeyboardInterrupt

    event.listen(Engine, "after_cursor_execute", after)
    yield wanted.append
    event.remove(Engine, "after_cursor_execute", after)


@pytest.mark.parametrize("step", STEPS)
def test_an_interrupt_leaves_nothing_half_stored(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path, interrupt: Callable[[str], None], step: str
) -> None:
    ledger.add(report("We stay"), run=run, seen=on(3))
    before = everything(path)
    interrupt(step)
    with pytest.raises(KeyboardInterrupt):
        ledger.add(report(), run=run, seen=on(4))
    assert everything(path) == before
    assert ledger.add(report(), run=run, seen=on(4)) is Added.NEW_VERSION
    assert list(ledger.verify()) == []


def test_an_interrupt_while_reading_again_keeps_what_stood(
    ledger: Ledger,
    run: Run,
    report: Report,
    on: On,
    interrupt: Callable[[str], None],
    card: Callable[..., Any],
) -> None:
    ledger.add(report(), run=run, seen=on(3))
    second = ledger.begin_run(card(digest="sha256:bbbb"), Settings())
    interrupt("INSERT INTO statement_spans")
    with pytest.raises(KeyboardInterrupt):
        ledger.add(dataclasses.replace(report(), entities=report().entities), run=second, seen=on(4))
    assert ledger.record(report().document.id) == report()
    assert list(ledger.verify()) == []
