"""Addresses that changed, and texts that are alike."""

import pytest

from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger import Added, Ledger, Run, Version
from onrecord.ledger.moments import moment_given
from onrecord.ledger.words import Term

from .conftest import Report, day


def test_addresses_that_changed_in_their_order(ledger: Ledger, run: Run, report: Report) -> None:
    for number, (said, url) in enumerate([("A", "x"), ("A", "y"), ("A", "z"), ("B", "z"), ("B", "x")], start=1):
        ledger.add(report(said, url=url), run=run, seen=day(number))
    assert ledger.changed_addresses() == ["x", "z"]


def test_an_address_that_never_changed_has_not(ledger: Ledger, run: Run, report: Report) -> None:
    ledger.add(report(), run=run, seen=day(4))
    ledger.add(report(), run=run, seen=day(5))
    assert ledger.changed_addresses() == []


def test_a_version_is_told_as_its_address_gave_it(ledger: Ledger, run: Run, report: Report) -> None:
    first, copy = report(url="x", title="Here"), report(url="y", title="There")
    ledger.add(first, run=run, seen=day(4))
    ledger.add(copy, run=run, seen=day(5))
    (version,) = ledger.versions("x")
    assert ledger.version(version).document == first.document
    with pytest.raises(NotInLedger):
        ledger.version(Version(url="z", document=first.document.id, seen=day(4)))


def test_the_addresses_of_a_text(ledger: Ledger, run: Run, report: Report) -> None:
    for number, url in enumerate(["y", "x"], start=4):
        ledger.add(report(url=url), run=run, seen=day(number))
    assert ledger.addresses(report().document.id) == ["y", "x"]
    assert ledger.addresses("sha256:none") == [] == ledger.addresses("\ud800")


def test_an_older_version_that_is_added_later_is_not_the_last(ledger: Ledger, run: Run, report: Report) -> None:
    old, new = report("We sail"), report("We stay")
    ledger.add(new, run=run, seen=day(6))
    assert not ledger.has(old.document, run.reader, seen=day(4))
    assert ledger.add(old, run=run, seen=day(4)) is Added.NEW_VERSION
    assert ledger.record("harbour/ferry.txt") == new
    assert [one.document for one in ledger.versions("harbour/ferry.txt")] == [old.document.id, new.document.id]


def test_whether_a_text_is_held_depends_on_when(ledger: Ledger, run: Run, report: Report) -> None:
    old, new = report("We sail"), report("We stay")
    ledger.add(old, run=run, seen=day(4))
    ledger.add(new, run=run, seen=day(6))
    assert ledger.has(old.document, run.reader, seen=day(5))
    assert not ledger.has(old.document, run.reader)
    assert not ledger.has(new.document, run.reader, seen=day(5))


def test_texts_with_most_of_the_words_come_first(ledger: Ledger, run: Run, report: Report) -> None:
    near, far = report("Ice grips Oresk", url="near"), report("Tides rule", url="far")
    for record in (far, near):
        ledger.add(record, run=run, seen=day(4))
    assert ledger.documents_like(["oresk", "grips"])[0] == near.document.id
    assert ledger.documents_like(["zebra"]) == [] == ledger.documents_like(['"', "*"])
    with pytest.raises(UsageError):
        ledger.documents_like(["ice"], limit=0)


def test_paragraphs_with_one_of_the_words(ledger: Ledger, run: Run, report: Report) -> None:
    record = report(tail="Corrects the year.\n")
    ledger.add(record, run=run, seen=day(4))
    found = ledger.paragraphs_with([Term("correct", prefix=True), Term("zebra")])
    assert found == [(record.document.id, "Corrects the year.")]


@pytest.mark.parametrize(
    ("written", "read"),
    [("2021-04-03", "2021-04-03T00:00:00+00:00"), ("2021-04-03T09:30+02:00", "2021-04-03T07:30:00+00:00")],
)
def test_moments_that_a_user_gives(written: str, read: str) -> None:
    assert moment_given("--seen", written).isoformat() == read


def test_a_moment_that_is_yet_to_come_is_refused() -> None:
    with pytest.raises(UsageError, match="yet to come"):
        moment_given("--seen", "2999-04-03")


@pytest.mark.parametrize("written", ["", "soon", "2021-02-30", "0001-01-01T00:00+14:00"])
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="--seen"):
        moment_given("--seen", written)
