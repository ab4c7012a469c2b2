"""How far a ledger has come, and asking it at a pace."""

from collections.abc import Callable
from datetime import datetime

import pytest

from onrecord.ledger import Ledger, Run
from onrecord.records import Record


def test_it_changes_with_each_reading_and_not_without(
    ledger: Ledger, run: Run, report: Callable[..., Record], on: Callable[[int], datetime]
) -> None:
    empty = ledger.stand()
    ledger.add(report(), run=run, seen=on(3))
    one = ledger.stand()
    assert one != empty
    ledger.add(report(), run=run, seen=on(3))
    assert ledger.stand() == one
    ledger.add(report("We will not sail"), run=run, seen=on(4))
    assert ledger.stand() != one


def test_each_question_waits_for_the_pace(ledger: Ledger) -> None:
    asked: list[int] = []
    paced = ledger.at_pace(lambda: asked.append(1))
    paced.counts()
    list(paced.documents())
    assert len(asked) == 2
    ledger.counts()
    assert len(asked) == 2


def test_the_pace_can_end_a_search(ledger: Ledger) -> None:
    def stop() -> None:
        raise KeyError("enough")

    with pytest.raises(KeyError, match="enough"):
        ledger.at_pace(stop).counts()
