"""Documents of a ledger side by side."""

import pytest

from onrecord.asking.passages import side_by_side, text_of, wordings
from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger
from onrecord.records import MEANING_WIDTH

from .conftest import Add


def test_what_became_of_each_passage(ledger: Ledger, add: Add) -> None:
    add(("Ada Orlin", "every ferry across the strait must carry a pilot"), ("Bo Tarn", "tea is served"), url="a")
    add(("Ada Orlin", "every ferry across the strait may carry a pilot"), url="b")
    compared = side_by_side(text_of(ledger, "a"), text_of(ledger, "b"))
    assert [pair.kind for pair in compared.pairs] == ["dropped", "reworded"]
    assert not compared.two_languages


def test_a_text_has_the_meanings_that_it_was_added_with(ledger: Ledger, add: Add) -> None:
    record = add(("Ada Orlin", "the ferry sails"), url="a", sentence=b"\x01" * MEANING_WIDTH)
    text = text_of(ledger, "a")
    assert text.document == record.document
    assert [one.vector for one in text.meanings] == [b"\x01" * MEANING_WIDTH]
    with pytest.raises(NotInLedger):
        text_of(ledger, "b")


def test_how_documents_word_a_topic_each_once_by_date(ledger: Ledger, add: Add) -> None:
    later = add(("Ada Orlin", "pilots are needed"), url="a", published="2031-05-01")
    add(("Bo Tarn", "tea is served"), url="b", published="2031-04-01")
    found = wordings(ledger, "pilot", ["a", "b", later.document.id])
    assert [(one.document.url, len(one.passages)) for one in found] == [("b", 0), ("a", 1)]
