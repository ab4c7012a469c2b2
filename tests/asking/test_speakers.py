"""Somebody over all documents of a ledger."""

import pytest

from onrecord.asking import speakers
from onrecord.asking.speakers import given_by, said_by, speaker_of, speakers_called
from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger import Ledger
from onrecord.records import Role

from .conftest import Add

MINISTER = Role("Harbour Minister", "Valland")


def test_a_speaker_by_name_is_one_over_documents(ledger: Ledger, add: Add) -> None:
    add(("Ada Orlin", "the ferry sails"), url="a", published="2031-04-03", roles=(MINISTER,))
    add(("Ada Orlin", "the ferry stays"), url="b", published="2031-04-09", roles=(MINISTER,))
    add(("Bo Tarn", "the ferry sank"), url="c")
    (found,) = speakers_called(ledger, "orlin")
    assert (found.group.name, found.documents, found.whole) == ("Ada Orlin", 2, True)
    assert [(one.role, one.since, one.until) for one in found.offices()] == [(MINISTER, "2031-04-03", "2031-04-09")]
    assert found.names() == [("Ada Orlin", 2)]
    assert sum(ledger.statements_by(found.keys).values()) == 2


def test_a_speaker_by_key_is_the_same(ledger: Ledger, add: Add) -> None:
    record = add(("Ada Orlin", "the ferry sails"), url="a")
    add(("Ada Orlin", "the ferry stays"), url="b")
    key = record.document.id, record.entities[0].id
    assert speaker_of(ledger, key).keys == speakers_called(ledger, "Ada Orlin")[0].keys


def test_nobody_of_a_name_and_no_entity_of_a_key(ledger: Ledger, add: Add) -> None:
    record = add(("Ada Orlin", "the ferry sails"), url="a")
    assert speakers_called(ledger, "Mira Dunn") == []
    with pytest.raises(UsageError):
        speakers_called(ledger, "?!")
    with pytest.raises(NotInLedger, match="en-0: is no entity of"):
        speaker_of(ledger, (record.document.id, "en-0"))


def test_statements_come_the_last_said_first_a_page_at_a_time(ledger: Ledger, add: Add) -> None:
    for url, published in (("a", "2031-04-03"), ("b", None), ("c", "2031-06"), ("d", "2031-05-02")):
        add(("Ada Orlin", f"the ferry {url} sails"), url=url, published=published)
    (found,) = speakers_called(ledger, "Ada Orlin")
    said = said_by(ledger, found)
    assert ([one.page.url for one in said.shown], said.total) == (["c", "d", "a", "b"], 4)
    said = said_by(ledger, found, offset=1, limit=2)
    assert ([one.page.url for one in said.shown], said.total) == (["d", "a"], 4)
    assert said_by(ledger, found, offset=9).shown == []
    with pytest.raises(UsageError):
        said_by(ledger, found, limit=0)


def test_figures_that_a_speaker_gave(ledger: Ledger, add: Add) -> None:
    add(("Ada Orlin", "40 boats lay still"), ("Bo Tarn", "it froze"), url="a", figure="40")
    add(("Bo Tarn", "40 boats sank"), url="b", figure="40")
    (found,) = speakers_called(ledger, "Ada Orlin")
    given = given_by(ledger, found)
    assert ([(one.figure.value, one.page.url) for one in given.shown], given.total) == ([(40, "a")], 1)


def test_of_whom_very_many_documents_name_the_last_added_are_looked_at(
    ledger: Ledger, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speakers, "_MOST", 3)
    for number in range(5):
        add(("Ada Orlin", f"the ferry sails {number} times"), url=f"{number}")
    (found,) = speakers_called(ledger, "Ada Orlin")
    assert ([one.page.url for one in found.group.members], found.whole) == (["2", "3", "4"], False)
    assert not speaker_of(ledger, found.keys[0]).whole
