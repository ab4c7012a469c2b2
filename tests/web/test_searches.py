"""Searches beside the room: begun once, waited for a moment, kept until the ledger changes, ended when nobody asks."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, open_ledger
from onrecord.web import searches as module
from onrecord.web.searches import Searches


@pytest.fixture
def ledger(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[Ledger]:
    with open_ledger(laid_ledger(tmp_path / "ledger.db"), create=False) as opened:
        yield opened


@pytest.fixture
def searches() -> Searches:
    return Searches()


@contextmanager
def request(searches: Searches) -> Iterator[None]:
    """Whoever asks is being answered, as the middleware has it."""
    with searches.answering():
        yield


def ask(searches: Searches, ledger: Ledger, question: str, search: object, patience: float = 5.0) -> module.Found[int]:
    with request(searches):
        return searches.ask(ledger, question, search, patience=patience)  # type: ignore[arg-type]


def test_a_search_is_made_once_and_kept(searches: Searches, ledger: Ledger) -> None:
    made: list[int] = []

    def search(_: Ledger) -> Iterator[int]:
        made.append(1)
        yield from (1, 2, 3)

    first = ask(searches, ledger, "three", search)
    again = ask(searches, ledger, "three", search)
    assert (first.items, first.done, again.items, len(made)) == ((1, 2, 3), True, (1, 2, 3), 1)


def test_what_was_found_so_far_is_told_before_it_is_done(searches: Searches, ledger: Ledger) -> None:
    go_on = threading.Event()

    def search(_: Ledger) -> Iterator[int]:
        yield 1
        go_on.wait(10)
        yield 2

    part = ask(searches, ledger, "two", search, patience=0.2)
    assert (part.items, part.done) == ((1,), False)
    go_on.set()
    assert ask(searches, ledger, "two", search).items == (1, 2)


def test_its_error_is_told_and_it_is_tried_again(searches: Searches, ledger: Ledger) -> None:
    tried: list[int] = []

    def search(_: Ledger) -> Iterator[int]:
        tried.append(1)
        if len(tried) == 1:
            raise UsageError("--about", "holds no word", "give one")
        yield 7

    with pytest.raises(UsageError, match="holds no word"):
        ask(searches, ledger, "seven", search)
    assert ask(searches, ledger, "seven", search).items == (7,)


def test_it_is_made_again_once_the_ledger_has_changed(
    searches: Searches, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def search(_: Ledger) -> Iterator[int]:
        made.append(1)
        yield len(made)

    assert ask(searches, ledger, "count", search).items == (1,)
    monkeypatch.setattr(Ledger, "stand", lambda _: (99,))
    # A search is good for as long as it took; this one took next to nothing.
    time.sleep(0.05)
    assert ask(searches, ledger, "count", search).items == (2,)


def test_it_stands_aside_while_something_else_is_answered(searches: Searches, ledger: Ledger) -> None:
    asked: list[float] = []

    def search(paced: Ledger) -> Iterator[int]:
        for number in range(5):
            paced.counts()
            asked.append(time.monotonic())
            yield number

    with request(searches), request(searches):
        began = time.monotonic()
        part = searches.ask(ledger, "five", search, patience=0.1)
        assert part.items == ()
    assert ask(searches, ledger, "five", search).done
    assert asked[0] - began >= 0.1


def test_a_room_that_is_never_at_rest_does_not_stop_it(searches: Searches, ledger: Ledger) -> None:
    def search(paced: Ledger) -> Iterator[int]:
        for number in range(20):
            paced.counts()
            yield number

    with searches.answering():
        assert ask(searches, ledger, "twenty", search, patience=10).done


def test_one_that_nobody_asks_for_gives_way_to_one_that_waits(
    searches: Searches, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FORGOTTEN", 0.0)

    def endless(paced: Ledger) -> Iterator[int]:
        while True:
            paced.counts()
            yield 0

    for name in ("one", "another"):
        assert not ask(searches, ledger, name, endless, patience=0.05).done
    assert ask(searches, ledger, "short", lambda _: iter((1,)), patience=10).items == (1,)
    searches.stop()


def test_a_stopped_search_is_never_told_as_the_whole(searches: Searches, ledger: Ledger) -> None:
    def endless(paced: Ledger) -> Iterator[int]:
        while True:
            paced.counts()
            yield 0

    threading.Timer(0.1, searches.stop).start()
    assert not ask(searches, ledger, "endless", endless, patience=3.0).done


def test_of_many_that_wait_the_last_are_told_at_once(
    searches: Searches, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_WAITING", 2)
    gate = threading.Event()

    def slow(_: Ledger) -> Iterator[int]:
        gate.wait(10)
        yield 1

    waiting = [threading.Thread(target=ask, args=(searches, ledger, "slow", slow, 5.0)) for _ in range(2)]
    for one in waiting:
        one.start()
    time.sleep(0.3)
    begun = time.monotonic()
    assert not ask(searches, ledger, "slow", slow, 5.0).done
    assert time.monotonic() - begun < 2
    gate.set()
    for one in waiting:
        one.join()
    assert ask(searches, ledger, "slow", slow, 5.0).items == (1,)
