"""Where the words that were looked for stand in their document."""

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import Ledger, Run
from onrecord.records import Record

Report = Callable[..., Record]
On = Callable[[int], datetime]

SAID = "We shall réopen the Reef, the re-opened reef of Ålund"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("reopen", ["réopen"]),
        ("REEF", ["Reef", "reef"]),
        ("re*", ["réopen", "Reef", "re", "reef"]),
        ('"the reef"', ["the Reef"]),
        ('"re-opened reef"', ["re-opened reef"]),
        ('"reef of ål"*', ["reef of Ålund"]),
        ("alund shall", ["shall", "Ålund"]),
        ("tide reef", ["Reef", "reef", "tide"]),  # in both pieces of the content
        ('"alund if the"', ["Ålund,”", "“if the"]),  # from one piece into the other
    ],
)
def test_the_words_are_marked(ledger: Ledger, run: Run, report: Report, on: On, words: str, marked: list[str]) -> None:
    record = report(SAID)
    ledger.add(record, run=run, seen=on(4))
    (shown,) = ledger.browse(words).shown
    text = record.document.text
    assert [text[start:end] for start, end in shown.marks] == marked


def test_the_passage_is_the_paragraph_around(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report()
    ledger.add(record, run=run, seen=on(4))
    (shown,) = ledger.browse("frozen").shown
    assert shown.passage.text == "It was reported that the strait 🜁 had frozen. Some 40 boats lay still on Monday."
    shown.passage.check(record.document.text)
    assert [record.document.text[start:end] for start, end in shown.marks] == ["frozen"]


def test_a_text_may_hold_any_sign(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    record = report("\U000f0000 reef \U000f0001 <b>reef</b>")
    ledger.add(record, run=run, seen=on(4))
    (shown,) = ledger.browse("reef").shown
    assert [record.document.text[start:end] for start, end in shown.marks] == ["reef", "reef"]


def test_without_words_nothing_is_marked(ledger: Ledger, run: Run, report: Report, on: On) -> None:
    ledger.add(report(), run=run, seen=on(4))
    assert [shown.marks for shown in ledger.browse().shown] == [(), ()]


@given(st.lists(st.sampled_from(["Reef", "réopen", "alund", "sha*", '"reef of"', "we"]), min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
def test_each_word_that_was_looked_for_is_marked(
    ledger: Ledger, run: Run, report: Report, on: On, words: list[str]
) -> None:
    ledger.add(report(SAID), run=run, seen=on(4))
    (shown,) = ledger.browse(" ".join(words)).shown
    assert len(shown.marks) >= len({word.casefold() for word in words} - {'"reef of"'})
    assert list(shown.marks) == sorted(shown.marks)
