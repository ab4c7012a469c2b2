"""Who speaks, by name, and what a beginning may be meant for."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, Run, Voice
from onrecord.records import Record

Report = Callable[..., Record]
On = Callable[[int], datetime]


@pytest.fixture
def heard(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    for url, speaker in (("a", "Ada Orlin"), ("b", "ÁDA ORLIN"), ("c", "Bo Tarn"), ("d", "Ada Tarnow")):
        record = report(url=url, speaker=speaker, alias="the minister")
        first, second = record.statements
        # In the last report both statements are hers.
        speakers = ("en-1",) if url == "d" else ()
        ledger.add(replace(record, statements=(first, replace(second, speakers=speakers))), run=run, seen=on(4))
    return ledger


def test_those_with_most_statements_come_first(heard: Ledger) -> None:
    found = heard.speakers()
    assert found.shown == (
        Voice("Ada Orlin", "person", 2, 2),
        Voice("Ada Tarnow", "person", 2, 1),
        Voice("Bo Tarn", "person", 1, 1),
    )
    assert found.total == 3
    page = heard.speakers(offset=1, limit=1)
    assert (page.shown, page.total) == (found.shown[1:2], 3)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("tarn", ["Ada Tarnow", "Bo Tarn"]),
        ("TAR a", ["Ada Tarnow"]),
        ("rlin", []),
        ("Órl", ["Ada Orlin"]),
        ("minister", []),  # an alias
        ("%", ["Ada Orlin", "Ada Tarnow", "Bo Tarn"]),  # no word: nothing is left out
        ("_", ["Ada Orlin", "Ada Tarnow", "Bo Tarn"]),
    ],
)
def test_names_by_the_beginnings_of_their_words(heard: Ledger, words: str, names: list[str]) -> None:
    found = heard.speakers(words)
    assert ([voice.name for voice in found.shown], found.total) == (names, len(names))


def test_kinds_are_told_apart(heard: Ledger, run: Run, report: Report, on: On) -> None:
    record = report("Boats burn", url="e", speaker="Bo Tarn")
    (entity,) = record.entities
    ledger_record = replace(record, entities=(replace(entity, kind="organization"),))
    heard.add(ledger_record, run=run, seen=on(4))
    assert {voice.kind for voice in heard.speakers("bo tarn").shown} == {"person", "organization"}


def test_a_document_read_again_is_counted_again(heard: Ledger, run: Run, report: Report, on: On) -> None:
    record = report(url="d", speaker="Ada Tarnow", alias="the minister", title="Another title")
    heard.add(replace(record, statements=record.statements[1:], figures=(), events=()), run=run, seen=on(5))
    assert [voice.name for voice in heard.speakers().shown] == ["Ada Orlin", "Bo Tarn"]
    assert list(heard.verify()) == []


def test_a_count_that_was_changed_is_found(heard: Ledger, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE voices SET statements = 7 WHERE folded = 'bo tarn'")
    assert [str(problem.reason) for problem in heard.verify()] == [
        "the counts of who speaks in it are not those of its records"
    ]


def test_suggestions(heard: Ledger) -> None:
    assert [voice.name for voice in heard.suggest("ta").speakers] == ["Ada Tarnow", "Bo Tarn"]
    assert heard.suggest("lant").outlets == (("The Lantern", 4),)
    assert heard.suggest("the lantern post").outlets == ()
    assert heard.suggest(" ").speakers == heard.suggest("—").outlets == ()
    with pytest.raises(UsageError):
        heard.suggest("a", limit=0)


def test_kinds_are_counted_and_narrow(heard: Ledger, run: Run, report: Report, on: On) -> None:
    record = report("Some words", url="e", speaker="Valland")
    country = replace(record, entities=tuple(replace(one, kind="country") for one in record.entities))
    heard.add(country, run=run, seen=on(4))
    found = heard.speakers(kind="country")
    assert ([one.name for one in found.shown], found.total) == (["Valland"], 1)
    assert found.kinds == heard.speakers().kinds == (("person", 3), ("country", 1))
    assert heard.speakers(kind="group").shown == ()


def test_statements_of_somebody_in_their_place(heard: Ledger) -> None:
    keys = [one.key for one in heard.entities_called("orlin")]
    shown, months, total = heard.shown_of(keys, limit=1)
    told, said = heard.statements_of(keys)
    assert (len(shown), total) == (1, said) == (1, 2)
    assert shown[0].hit.ref == told[0].ref()
    assert shown[0].hit.ref.span.text in shown[0].passage.text
    assert sum(one.statements for one in months) == total
    assert [one.told for one in heard.uttered_by(keys)] == sorted(told, key=lambda one: one.page.url or "")
    with pytest.raises(UsageError):
        heard.shown_of(keys, offset=-1)


def test_more_words_than_a_name_has_are_refused(ledger: Ledger) -> None:
    words = " ".join(f"word{number}" for number in range(101))
    for ask in (ledger.speakers, ledger.suggest):
        with pytest.raises(UsageError, match="101 words"):
            ask(words)
