"""Answers are kept until the ledger changes, and no longer."""

from collections.abc import Callable

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.web import kept
from onrecord.web.kept import Kept


class Counter:
    """A question that counts how often it was worked out."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def ask(keeper: Kept, ledger: Ledger, work_out: Callable[[], int], question: str = "a") -> int:
    return keeper.answer(ledger, question, work_out)


def test_an_answer_is_worked_out_once(own_ledger: Ledger) -> None:
    keeper, work_out = Kept(), Counter()
    assert [ask(keeper, own_ledger, work_out) for _ in range(3)] == [1, 1, 1]
    assert ask(keeper, own_ledger, work_out, "b") == 2


def test_a_change_of_the_ledger_ends_it(own_ledger: Ledger) -> None:
    keeper, work_out = Kept(), Counter()
    ask(keeper, own_ledger, work_out)
    a, b = (one.key for one in list(own_ledger.entities_called("Hale"))[:2])
    own_ledger.judge(a, b, same=False, by="person", who="Ada Orlin")
    assert ask(keeper, own_ledger, work_out) == 2


def test_what_fails_is_not_kept(own_ledger: Ledger) -> None:
    keeper, work_out = Kept(), Counter()

    def fail() -> int:
        raise UsageError("a", "makes no sense", "")

    with pytest.raises(UsageError):
        ask(keeper, own_ledger, fail)
    assert ask(keeper, own_ledger, work_out) == 1


def test_the_one_that_was_not_asked_for_longest_goes(own_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    keeper, work_out = Kept(), Counter()
    for question in "abac":
        ask(keeper, own_ledger, work_out, question)
    assert ask(keeper, own_ledger, work_out, "a") == 1
    assert ask(keeper, own_ledger, work_out, "b") == 4
