"""Texts that share hashes, found in a ledger."""

from collections.abc import Callable
from datetime import datetime

import pytest

from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger, Run
from onrecord.ledger.near import Near
from onrecord.records import Record, Traces

Report = Callable[..., Record]
On = Callable[[int], datetime]


@pytest.fixture
def add(ledger: Ledger, run: Run, report: Report, on: On) -> Callable[..., str]:
    def add_one(said: str, bands: dict[int, bytes], url: str | None = "ferry.txt") -> str:
        record = report(said=said, url=url)
        traces = Traces(signature=b"signature", bands=bands)
        ledger.add(record, run=run, seen=on(3), traces=traces)
        return record.document.id

    return add_one


def test_texts_with_the_same_hash_in_the_same_place_are_near(ledger: Ledger, add: Callable[..., str]) -> None:
    a = add("one", {0: b"x", 1: b"y", 70_000: b"z"})
    b = add("two", {0: b"x", 1: b"no", 70_000: b"z"})
    add("three", {0: b"y", 1: b"x"})
    assert list(ledger.near_pairs()) == [Near(a, b, 2, 3)]
    assert ledger.near_to(a) == [Near(a, b, 2, 3)]
    assert ledger.near_to(b) == [Near(b, a, 2, 3)]


def test_who_shares_most_is_first(ledger: Ledger, add: Callable[..., str]) -> None:
    a = add("one", {0: b"x", 1: b"y"})
    b = add("two", {0: b"x"})
    c = add("three", {0: b"x", 1: b"y"})
    assert [near.b for near in ledger.near_to(a)] == [c, b]
    assert [(near.a, near.b) for near in ledger.near_pairs()] == [(a, c), (a, b), (b, c)]


def test_a_hash_under_many_texts_pairs_each_with_a_few(ledger: Ledger, add: Callable[..., str]) -> None:
    added = [add(f"number {number}", {0: b"footer"}) for number in range(30)]
    pairs = list(ledger.near_pairs())
    assert len(pairs) < 30 * 6
    assert {near.b for near in pairs if near.a == added[0]} == set(added[1:])
    assert len(ledger.near_to(added[7])) == 29


def test_a_text_is_given_with_its_zones_and_each_copy_with_its_page(
    ledger: Ledger, add: Callable[..., str], report: Report
) -> None:
    document = add("one", {}, url="first.txt")
    add("one", {}, url="second.txt")
    other = add("two", {})
    text = ledger.text(document)
    assert (text.text, text.zones) == (report(said="one").document.text, report(said="one").document.zones)
    pages = ledger.pages(document)
    assert [(page.url, page.outlet, page.agency) for page in pages] == [
        ("first.txt", "The Lantern", "Northwire"),
        ("second.txt", "The Lantern", "Northwire"),
    ]
    assert ledger.at_several_addresses() == [document]
    assert [page.document for page in ledger.pages(other)] == [other]


def test_what_was_added_without_traces_is_counted(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(3))
    assert ledger.documents_without_signatures() == 1
    assert list(ledger.near_pairs()) == []


def test_a_record_tells_its_document(ledger: Ledger, add: Callable[..., str]) -> None:
    document = add("one", {})
    assert ledger.document_of("st-1") == ledger.document_of("fg-1") == document
    assert ledger.id_of("ferry.txt") == document
    assert ledger.meaning_of_statement("st-1") is None
    assert ledger.keys_of_figure("fg-1") == []


def test_what_is_not_there_is_named(ledger: Ledger) -> None:
    for ask in (ledger.near_to, ledger.text, ledger.pages, ledger.document_of, ledger.id_of):
        with pytest.raises(NotInLedger, match="st-0"):
            ask("st-0")
