"""Judgements of identity, as the ledger keeps them, and entities found by name, key and id."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from onrecord.errors import NoNameKeys, NotInLedger, RecordError, UsageError
from onrecord.ledger import Ledger, Run
from onrecord.records import EntityKey, Record, Traces

Report = Callable[..., Record]
On = Callable[[int], datetime]


@pytest.fixture
def keys(ledger: Ledger, run: Run, report: Report, on: On) -> list[EntityKey]:
    """Four documents, each with one entity `en-1` of another name; the keys of the entities."""
    found = []
    for number, name in enumerate(("Ada Orlin", "Ada Órlin", "Una Quill", "Cho Min-ha")):
        record = report(f"We will sail {number}", speaker=name, alias=name.split()[-1], url=f"{number}.txt")
        traces = Traces(entities={"en-1": (f"p:{name.split()[0]}",)})
        ledger.add(record, run=run, seen=on(1), traces=traces)
        found.append((record.document.id, "en-1"))
    return found


def judge(ledger: Ledger, a: EntityKey, b: EntityKey, same: bool = True) -> int:
    return ledger.judge(a, b, same=same, by="person", who="Una").number


def test_a_judgement_comes_back_as_it_was_made(ledger: Ledger, keys: list[EntityKey]) -> None:
    made = ledger.judge(keys[0], keys[1], same=True, by="machine", who="onrecord 1", probability=0.5, why=("a", "ü"))
    assert ledger.judgements([keys[1]]) == [made]
    assert (made.by, made.who, made.probability, made.why) == ("machine", "onrecord 1", 0.5, ("a", "ü"))
    assert made.to_json()["a"] == {"document": keys[0][0], "entity": "en-1"}


def test_what_is_tied_to_what_is_asked_for_is_told(ledger: Ledger, keys: list[EntityKey]) -> None:
    chain = [judge(ledger, keys[0], keys[1]), judge(ledger, keys[2], keys[1], False)]
    assert [one.number for one in ledger.judgements([keys[0]])] == chain
    assert ledger.judgements([keys[3]]) == [] and ledger.judgements([("sha256:none", "en-1")]) == []


def test_what_is_taken_back_stays_written_down(ledger: Ledger, path: Path, keys: list[EntityKey]) -> None:
    number = judge(ledger, keys[0], keys[1])
    assert ledger.withdraw(number, by="person", who="Ben")
    assert ledger.judgements(keys) == []
    assert not ledger.withdraw(number, by="person", who="Ben") and not ledger.withdraw(99, by="person", who="Ben")
    again = judge(ledger, keys[0], keys[1])
    assert [one.number for one in ledger.judgements(keys)] == [again]
    ledger.close()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM judgements").fetchone() == (2,)
    assert connection.execute("SELECT judgement, who FROM withdrawals").fetchall() == [(number, "Ben")]
    connection.close()


def test_a_judgement_outlives_a_second_reading(
    ledger: Ledger, run: Run, report: Report, on: On, keys: list[EntityKey]
) -> None:
    number = judge(ledger, keys[0], keys[2])
    record = report("We will sail 0", speaker="Ada Orlin", alias="Orlin", url="0.txt")
    again = replace(record, document=replace(record.document, outlet="The Bell"))
    ledger.add(again, run=run, seen=on(2), traces=Traces(entities={"en-1": ("p:Ada",)}))
    assert [one.number for one in ledger.judgements([keys[0]])] == [number]
    assert [one.entity.name for one in ledger.entities([keys[0]])] == ["Ada Orlin"]
    assert list(ledger.verify()) == []


def test_nobody_is_judged_who_is_not_there(ledger: Ledger, keys: list[EntityKey]) -> None:
    with pytest.raises(NotInLedger, match=r"en-2: is no entity of that document"):
        judge(ledger, keys[0], (keys[0][0], "en-2"))
    with pytest.raises(NotInLedger):
        judge(ledger, ("sha256:none", "en-1"), keys[0])
    with pytest.raises(UsageError, match="is one with itself"):
        judge(ledger, keys[0], keys[0])
    with pytest.raises(RecordError):
        ledger.judge(keys[0], keys[1], same=True, by="machine", who="m", probability=2)
    assert ledger.judgements(keys) == []


@pytest.mark.parametrize("who", ["", " ", "U\0na", "\udcff"])
def test_nobody_judges_without_a_name(ledger: Ledger, keys: list[EntityKey], who: str) -> None:
    with pytest.raises(UsageError, match="nobody"):
        ledger.judge(keys[0], keys[1], same=True, by="person", who=who)
    with pytest.raises(UsageError, match="nobody"):
        ledger.withdraw(1, by="person", who=who)


def test_entities_are_found_by_a_key(ledger: Ledger, keys: list[EntityKey]) -> None:
    assert [one.key for one in ledger.entities_with(["p:Ada", "p:nobody"])] == keys[:2]
    assert [one.page.url for one in ledger.entities_with(["p:Cho"])] == ["3.txt"]


def test_entities_are_found_by_words_of_a_name(ledger: Ledger, keys: list[EntityKey]) -> None:
    assert [one.key for one in ledger.entities_called("orlin")] == keys[:2]
    assert list(ledger.entities_called("orlin quill")) == []
    with pytest.raises(UsageError, match="NAME"):
        ledger.entities_called("…")


def test_entities_are_found_by_the_beginning_of_an_id(ledger: Ledger, keys: list[EntityKey]) -> None:
    assert [one.key for one in ledger.entities_with_id("en-1")] == keys
    assert list(ledger.entities_with_id("en-f")) == [] and list(ledger.entities_with_id("st-1")) == []


def test_statements_are_counted_by_who_made_them(ledger: Ledger, keys: list[EntityKey]) -> None:
    assert ledger.statements_by([keys[0], ("sha256:none", "en-1")]) == {keys[0]: 1}


def test_a_ledger_without_keys_says_so(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    assert list(ledger.entities_with(["p:Ada"])) == []
    ledger.add(report(), run=run, seen=on(1))
    with pytest.raises(NoNameKeys, match="add its documents again"):
        list(ledger.entities_with(["p:Ada"]))
