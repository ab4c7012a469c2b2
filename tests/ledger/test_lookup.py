from collections.abc import Callable
from datetime import datetime

import pytest

from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger import Ledger, Run
from onrecord.records import Record

Report = Callable[..., Record]
On = Callable[[int], datetime]


@pytest.mark.parametrize("length", [4, 12, 64])
@pytest.mark.parametrize("start", ["", "sha256:"])
def test_the_beginning_of_an_id_is_enough(
    ledger: Ledger, run: Run, report: Report, on: On, start: str, length: int
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    digits = report().document.id.removeprefix("sha256:")
    assert ledger.record(start + digits[:length]) == report()
    assert ledger.record(start + digits[:length].upper()) == report()


def test_no_address_stands_in_the_place_of_an_id(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    # Whoever hands a file over chooses its name, and so its address.
    ledger.add(report(), run=run, seen=on(4))
    taken = report().document.id
    ledger.add(report("We will not sail", url=taken), run=run, seen=on(5))
    assert ledger.record(taken) == report()


def test_several_documents_of_one_beginning_are_listed(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    # Of some hundred ids, two begin with the same four digits only by chance; so they are looked for here.
    seen: dict[str, str] = {}
    number = 0
    while True:
        said = f"We will sail in {number} boats"
        digits = report(said).document.id.removeprefix("sha256:")[:4]
        if digits in seen:
            break
        seen[digits] = said
        number += 1
    for words in (seen[digits], said):
        ledger.add(report(words, url=None), run=run, seen=on(4))
    with pytest.raises(UsageError, match="several documents") as caught:
        ledger.record(digits)
    for words in (seen[digits], said):
        assert report(words).document.id in str(caught.value)
        assert ledger.record(report(words).document.id) == report(words, url=None)


@pytest.mark.parametrize(
    "name", ["", "harbour", "abc", "sha256:", "0000", "sha256:" + "0" * 64, "%", "____", "st-1", "\udcff"]
)
def test_what_is_not_there(ledger: Ledger, run: Run, report: Report, on: On, name: str) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.add(report("No address", url=None), run=run, seen=on(4))
    with pytest.raises(NotInLedger):
        ledger.record(name)
    with pytest.raises(NotInLedger):
        list(ledger.copies(name))
    assert list(ledger.versions(name)) == []


def test_the_canonical_address_finds_the_copy_that_states_it(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    stated = "https://lantern.example/ferry"
    saved = report(url="saved.html", canonical=stated)
    ledger.add(saved, run=run, seen=on(4))
    assert ledger.record(stated) == saved
    fetched = report("As fetched", url=stated)
    ledger.add(fetched, run=run, seen=on(3))
    assert ledger.record(stated) == fetched


def test_documents_and_copies(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.add(report("We stay", url="second.txt"), run=run, seen=on(3))
    ledger.add(report(url="third.txt"), run=run, seen=on(2))
    assert [(one.document, one.url) for one in ledger.documents()] == [
        (report().document.id, "harbour/ferry.txt"),
        (report("We stay").document.id, "second.txt"),
    ]
    counts = ledger.counts()
    assert (counts.documents, counts.copies, counts.entities, counts.statements) == (2, 3, 2, 4)
    assert list(ledger.versions("nowhere.txt")) == []


def test_a_ledger_can_be_added_to_while_it_is_read(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    for number in range(3):
        ledger.add(report(f"Boat {number}", url=f"{number}.txt"), run=run, seen=on(4))
    read = []
    for copy in ledger.documents():
        read.append(copy.url)
        ledger.add(report(f"Ship {copy.url}", url=f"new {copy.url}"), run=run, seen=on(5))
    assert read == ["0.txt", "1.txt", "2.txt"]
    assert ledger.counts().documents == 6


def test_a_document_alone_is_that_of_its_record(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(4))
    assert ledger.document("harbour/ferry.txt") == report().document
    with pytest.raises(NotInLedger):
        ledger.document("harbour/other.txt")
