"""Documents as a page lists them, what stands around one, and where a record stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger import Ledger, Listing, Run
from onrecord.records import Record, Traces

Report = Callable[..., Record]
On = Callable[[int], datetime]


def about(record: Record, **known: object) -> Record:
    return replace(record, document=replace(record.document, **known))  # type: ignore[arg-type]


@pytest.fixture
def shelf(ledger: Ledger, run: Run, report: Report, on: On) -> Ledger:
    ledger.add(about(report("One", url="one", published="2031-04-03T09:00:00Z")), run=run, seen=on(4))
    second = about(report("Two", url="two", published="2031-05"), outlet="Radio Orm", agency=None, title="Névé falls")
    ledger.add(second, run=run, seen=on(5))
    third = about(report("Three", url="three", published=None), language="fr")
    ledger.add(replace(third, statements=(), figures=(), events=()), run=run, seen=on(6))
    return ledger


def urls(found: Listing) -> list[str | None]:
    return [one.copy.url for one in found.shown]


def test_the_last_published_or_added_first(shelf: Ledger) -> None:
    found = shelf.documents_page()
    assert (urls(found), found.total) == (["two", "one", "three"], 3)
    assert urls(shelf.documents_page(order="added")) == ["three", "two", "one"]
    assert urls(shelf.latest(1)) == ["three"]
    assert urls(shelf.documents_page(offset=1, limit=1)) == ["one"]


def test_what_is_in_each(shelf: Ledger) -> None:
    found = shelf.documents_page()
    assert [(one.language, one.statements, one.figures, one.events) for one in found.shown] == [
        ("en", 2, 2, 1),
        ("en", 2, 2, 1),
        ("fr", 0, 0, 0),
    ]
    assert found.outlet == (("The Lantern", 2), ("Radio Orm", 1))
    assert found.agency == (("Northwire", 2),)
    assert found.language == (("en", 2), ("fr", 1))


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"outlet": "The Lantern"}, ["one", "three"]),
        ({"agency": "Northwire", "language": "en"}, ["one"]),
        ({"since": "2031-05"}, ["two"]),
        ({"until": "2031-04-03"}, ["one"]),
        ({"since": "2031-05-30", "until": "2031-05-30"}, ["two"]),  # it may be of that day
        ({"words": "two"}, ["two"]),
        ({"words": "neve fall*"}, ["two"]),  # in the title alone
        ({"words": "ferry deepens"}, ["two", "one", "three"]),
        ({"words": "two frozen"}, []),  # in two paragraphs
        ({"titled": "ferry deepens"}, ["one", "three"]),
        ({"titled": "ferry", "words": "three"}, ["three"]),
        ({"titled": "frozen"}, []),  # in the text alone
        ({"words": "strait", "outlet": "Radio Orm"}, ["two"]),
    ],
)
def test_what_is_narrowed(shelf: Ledger, narrowed: dict[str, str], found: list[str]) -> None:
    assert urls(shelf.documents_page(**narrowed)) == found  # type: ignore[arg-type]


def test_an_outlet_is_counted_without_its_own_narrowing(shelf: Ledger) -> None:
    found = shelf.documents_page(outlet="Radio Orm")
    assert found.outlet == (("The Lantern", 2), ("Radio Orm", 1))
    assert (found.agency, found.language) == ((), (("en", 1),))


def test_a_title_is_found_when_it_has_changed(shelf: Ledger, run: Run, report: Report, on: On) -> None:
    again = about(report("One", url="one", published="2031-04-03T09:00:00Z"), title="Glaciers melt")
    shelf.add(again, run=run, seen=on(8))
    assert urls(shelf.documents_page(words="glaciers")) == ["one"]
    assert list(shelf.verify()) == []


def test_the_copy_that_was_read_is_the_one_that_is_listed(shelf: Ledger, run: Run, report: Report, on: On) -> None:
    copy = about(report("One", url="elsewhere", published="2031-06-01"), outlet="Morning Ferry")
    shelf.add(copy, run=run, seen=on(8))
    assert [one.url for one in shelf.copies(copy.document.id)] == ["one", "elsewhere"]
    found = shelf.documents_page()
    assert urls(found) == ["two", "one", "three"]
    assert ("Morning Ferry", 1) not in found.outlet


@pytest.mark.parametrize("asked", [{"words": "!"}, {"since": "soon"}, {"offset": -1}, {"limit": 0}])
def test_what_makes_no_sense_is_refused(ledger: Ledger, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        ledger.documents_page(**asked)  # type: ignore[arg-type]


def test_what_stands_around_a_document(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    first, later = report("One", url="one"), report("Two", url="one")
    traces = Traces(signature=b"s", bands={0: b"h", 1: b"i"}, figures={}, entities={})
    ledger.add(first, run=run, seen=on(4), traces=traces)
    ledger.add(about(first, url="mirror"), run=run, seen=on(5), traces=traces)
    ledger.add(later, run=run, seen=on(6), traces=traces)
    around = ledger.surroundings(first.document.id)
    assert [copy.url for copy in around.copies] == ["one", "mirror"]
    assert [(version.url, version.document) for version in around.versions] == [
        ("one", first.document.id),
        ("one", later.document.id),
    ]
    assert around.near == 1
    with pytest.raises(NotInLedger):
        ledger.surroundings("sha256:none")


def test_where_a_record_is(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    ledger.add(record, run=run, seen=on(4))
    layers = {"st-1": "statement", "fg-2": "figure", "ev-1": "event", "en-1": "entity", "tx-1": "time"}
    assert {one: ledger.where_is(one) for one in layers} == {
        one: (record.document.id, layer) for one, layer in layers.items()
    }
    for unknown in ("st-9", "", "\0"):
        with pytest.raises(NotInLedger):
            ledger.where_is(unknown)


def test_the_newest_are_the_first_of_the_list(shelf: Ledger) -> None:
    assert shelf.newest(2) == shelf.documents_page(limit=2).shown
    assert [one.copy.url for one in shelf.newest()] == ["two", "one", "three"]
    with pytest.raises(UsageError):
        shelf.newest(0)
