"""Who else said it."""

import pytest

from onrecord.asking.echoes import who_else, who_means
from onrecord.asking.speakers import said_by, speakers_called
from onrecord.ledger import Ledger
from onrecord.records import MEANING_WIDTH, ToldStatement

from .conftest import Add

WORDS = "every ferry across the northern strait must carry two pilots"


def said(ledger: Ledger, name: str) -> list[ToldStatement]:
    return list(said_by(ledger, speakers_called(ledger, name)[0]).shown)


def test_others_who_say_it_in_nearly_the_same_words(ledger: Ledger, add: Add) -> None:
    add(("Ada Orlin", WORDS), url="a")
    add(("Bo Tarn", f"once more {WORDS}"), url="b")
    add(("Orlin", WORDS), url="c")
    add(("Bo Tarn", "pilots of the northern strait carry letters across, and every winter freezes it"), url="d")
    told = [one for one in said(ledger, "Ada Orlin") if one.page.url == "a"]
    found = who_else(ledger, told)
    assert [(echo.of.page.url, echo.hit.ref.url, echo.similarity) for echo in found.found] == [("a", "b", None)]
    assert found.looked_for == 1
    assert who_else(ledger, told, names=["Bo the Elder"]).found == []


def test_only_a_few_statements_are_looked_for_elsewhere_and_that_is_told(ledger: Ledger, add: Add) -> None:
    for number in range(12):
        add(("Ada Orlin", f"{WORDS} {number}"), url=f"{number}")
    found = who_else(ledger, said(ledger, "Ada Orlin"))
    assert (found.found, found.looked_for) == ([], 5)


def test_few_words_are_not_looked_for(ledger: Ledger, add: Add) -> None:
    add(("Ada Orlin", "it may be so"), url="a")
    add(("Bo Tarn", "it may be so"), url="b")
    assert who_else(ledger, said(ledger, "Ada Orlin")).found == []


def test_others_who_mean_it(ledger: Ledger, add: Add) -> None:
    same, other = b"\x40" * MEANING_WIDTH, b"\x40\xc0" * (MEANING_WIDTH // 2)
    add(("Ada Orlin", "the strait is closed"), ("Bo Tarn", "nobody crosses"), url="a", vectors=(same, same))
    add(("Bo Tarn", "tea is served"), ("Ada Orlin", "no boat sails"), url="b", vectors=(other, same))
    told = next(one for one in said(ledger, "Ada Orlin") if one.page.url == "a")
    (echo,) = who_means(ledger, told)
    assert (echo.hit.speakers, echo.similarity) == (("Bo Tarn",), pytest.approx(1.0))


def test_what_was_read_without_meanings_has_none_that_means_it(ledger: Ledger, add: Add) -> None:
    add(("Ada Orlin", WORDS), url="a")
    assert who_means(ledger, said(ledger, "Ada Orlin")[0]) == []
