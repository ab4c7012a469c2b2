"""What somebody said, and whole documents, from a real ledger."""

from collections.abc import Callable
from datetime import datetime

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, Run
from onrecord.records import MEANING_WIDTH, Meaning, Record, Traces

Report = Callable[..., Record]
On = Callable[[int], datetime]


def test_what_somebody_said_is_found_by_name_alias_and_key_with_its_meaning(
    ledger: Ledger, run: Run, report: Report, on: On
) -> None:
    record = report()
    content = record.statements[0].content
    meaning = Meaning(content[0].start, content[-1].end, b"\x01" * MEANING_WIDTH, "content")
    traces = Traces(entities={"en-1": ("p:orlin",)})
    ledger.add(record, run=run, seen=on(3), meanings=[meaning], traces=traces)
    for found in (
        list(ledger.said_by("ada orlin")),
        list(ledger.said_by("Orlin")),
        list(ledger.said_by("nobody", keys=["p:orlin", "p:marr"])),
        list(ledger.said_by("nobody", offices_of=["Valland"])),
    ):
        (one,) = found
        assert one.told.statement == record.statements[0]
        assert (one.paragraph, one.meaning) == (2, b"\x01" * MEANING_WIDTH)
    assert list(ledger.said_by("nobody", keys=["p:marr"], offices_of=["Oresk"])) == []


def test_without_meanings_the_statement_has_none(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(3))
    assert [one.meaning for one in ledger.said_by("Orlin")] == [None]


def test_only_what_was_said_within_the_days_is_found(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(time="2031-04-01"), run=run, seen=on(3))
    assert len(list(ledger.said_by("Orlin", since="2031-04", until="2031-04-01"))) == 1
    assert list(ledger.said_by("Orlin", since="2031-04-02")) == []


def test_whole_documents_are_found_by_words_names_and_keys(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    first, second = report(), report("We will stay", speaker="Bo Rell", alias="Rell", url="b.txt")
    ledger.add(first, run=run, seen=on(3), traces=Traces(entities={"en-1": ("p:orlin",)}))
    ledger.add(second, run=run, seen=on(4))
    assert list(ledger.records()) == [first, second]
    assert list(ledger.records(holding="sail dawn")) == [first]
    assert list(ledger.records(naming="rell")) == [second]
    assert list(ledger.records(naming="nobody", keys=["p:orlin"])) == [first]
    assert list(ledger.records(holding="sail", naming="rell")) == []


def test_what_makes_no_sense_is_refused_at_once(ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        ledger.said_by("—")
    with pytest.raises(UsageError):
        ledger.said_by("Orlin", since="soon")
    with pytest.raises(UsageError):
        ledger.records(holding="—")


def test_an_empty_ledger_holds_nothing(ledger: Ledger) -> None:
    assert list(ledger.said_by("Orlin")) == []
    assert list(ledger.records()) == []


def test_more_documents_than_are_loaded_together_come_in_their_order(
    ledger: Ledger, run: Run, report: Report, on: Callable[[int], datetime]
) -> None:
    records = [report(f"We sail at {number}", url=f"{number}.txt") for number in range(23)]
    for record in records:
        ledger.add(record, run=run, seen=on(1))
    assert list(ledger.records()) == records
    assert [one.document.id for one in ledger.records_saying(about="sail")] == [one.document.id for one in records]
