"""Searches through the whole ledger, which take longer than a page may: each goes on beside the room, and is kept.

A page waits a moment for its search and then shows what was found so far; its script asks again. A program is given
the whole answer, or told to come back. A search stands aside while anything else is being answered, so that the other
pages stay quick.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition, Event, Thread
from typing import Any, Final, Generic, TypeVar, cast

from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.errors import LedgerBusy
from onrecord.ledger import Ledger

Item = TypeVar("Item")

# Searches that go on at once (others wait for their turn), and searches that are kept: what was not asked for longest
# goes first. Where one waits for its turn, one that was not asked for as many seconds is given up.
_AT_ONCE: Final = 2
_KEPT: Final = 16
_FORGOTTEN: Final = 30.0
# Of the threads that answer, so many may wait for searches: the others are for whoever asks for a page meanwhile.
_MOST_WAITING: Final = 10
# How long a search stands aside in one go, in seconds, and how long it then goes on for: a room that is never at rest
# must not keep it from its end.
_ASIDE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Found(Generic[Item]):
    """What a search found so far.

    `done` tells whether that is all, `stale` whether the ledger has changed since, `seconds` how long it looked.
    """

    items: tuple[Item, ...]
    done: bool
    stale: bool = False
    seconds: float = 0.0


class StillLooking(LedgerBusy):
    """A search through the whole ledger that is not through yet."""

    REASON = "is still being looked for in the whole ledger"
    ADVICE = "ask again in a moment: what was found is kept"


class _StoppedError(Exception):
    """Ends a search that nobody asks for any more."""


@dataclass(slots=True, eq=False)
class _Search:
    """One search: its state of the ledger, what it found, and how it ended."""

    stand: Hashable
    found: list[Any] = field(default_factory=list)
    error: Exception | None = None
    done: Event = field(default_factory=Event)
    stopped: Event = field(default_factory=Event)
    begun: float = field(default_factory=time.monotonic)
    ended: float | None = None
    asked: float = field(default_factory=time.monotonic)
    goes_on_until: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it has been looking, or looked."""
        return (self.ended or time.monotonic()) - self.begun

    def so_far(self, stand: Hashable) -> Found[Any]:
        """Return what was found, for a ledger that stands there; raises what ended the search."""
        done = self.done.is_set() and not self.stopped.is_set()
        if self.error is not None:
            raise self.error
        return Found(tuple(self.found), done, self.stand != stand, self.seconds)

    def answers(self, stand: Hashable) -> bool:
        """Whether there is no need to look again: not while it looks, nor until it is as old as it took to be found.

        Where a ledger is being filled, a search would else be begun over and over.
        """
        if self.error is not None or self.stopped.is_set():
            return False
        return self.stand == stand or self.ended is None or time.monotonic() - self.ended < self.seconds


class Searches:
    """The searches of one opening of the room, running and done, by their questions."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._kept: OrderedDict[Hashable, _Search] = OrderedDict()
        self._answering = 0
        self._patient = 0
        self._at_work = 0
        self._waiting = 0

    def ask(
        self,
        ledger: Ledger,
        question: Hashable,
        search: Callable[[Ledger], Iterable[Item]],
        *,
        patience: float,
    ) -> Found[Item]:
        """Return what a search found, after `patience` seconds at most; it is begun where the ledger has changed since.

        `search` is given the ledger to ask, on a thread of its own; `question` names it. Raises what it raises.
        """
        stand = ledger.stand()
        running = self._running(ledger, stand, question, search)
        with self._standing_aside() as crowded:
            running.done.wait(0 if crowded else patience)
        return cast("Found[Item]", running.so_far(stand))

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While something is answered, searches stand aside."""
        with self._changed:
            self._answering += 1
        try:
            yield
        finally:
            with self._changed:
                self._answering -= 1
                self._changed.notify_all()

    def stop(self) -> None:
        """End every search."""
        with self._changed:
            for search in self._kept.values():
                search.stopped.set()
            self._kept.clear()
            self._changed.notify_all()

    @contextmanager
    def _standing_aside(self) -> Iterator[bool]:
        """Who waits for a search is not being answered: the search may go on. Yields whether too many wait already."""
        with self._changed:
            self._answering -= 1
            self._patient += 1
            crowded = self._patient > _MOST_WAITING
            self._changed.notify_all()
        try:
            yield crowded
        finally:
            with self._changed:
                self._answering += 1
                self._patient -= 1

    def _running(
        self, ledger: Ledger, stand: Hashable, question: Hashable, search: Callable[[Ledger], Iterable[Any]]
    ) -> _Search:
        with self._changed:
            known = self._kept.get(question)
            if known is not None and known.answers(stand):
                known.asked = time.monotonic()
                self._kept.move_to_end(question)
                return known
            if known is not None:
                known.stopped.set()
            begun = self._kept[question] = _Search(stand)
            self._kept.move_to_end(question)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)[1].stopped.set()
        paced = ledger.at_pace(lambda: self._pace(begun))
        # It must not keep the program from ending.
        Thread(target=self._run, args=(begun, search, paced), daemon=True, name="search").start()
        return begun

    def _run(self, running: _Search, search: Callable[[Ledger], Iterable[Any]], ledger: Ledger) -> None:
        with self._changed:
            self._waiting += 1
            self._changed.wait_for(lambda: self._at_work < _AT_ONCE or running.stopped.is_set())
            self._waiting -= 1
            self._at_work += 1
        try:
            for item in search(ledger):
                running.found.append(item)
        except _StoppedError:
            running.stopped.set()
        except Exception as error:  # whatever it is, it is told to whoever asked
            running.error = error
        with self._changed:
            self._at_work -= 1
            self._changed.notify_all()
        running.ended = time.monotonic()
        running.done.set()

    def _pace(self, search: _Search) -> None:
        forgotten = self._waiting > 0 and time.monotonic() - search.asked > _FORGOTTEN
        if forgotten or search.stopped.is_set():
            raise _StoppedError
        if self._answering <= 0 or time.monotonic() < search.goes_on_until:
            return
        with self._changed:
            at_rest = self._changed.wait_for(lambda: self._answering <= 0 or search.stopped.is_set(), _ASIDE)
        if not at_rest:
            search.goes_on_until = time.monotonic() + _ASIDE


class StandAside:
    """ASGI middleware: lets searches wait while a request is answered."""

    def __init__(self, app: ASGIApp, searches: Searches) -> None:
        self._app = app
        self._searches = searches

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with self._searches.answering():
            await self._app(scope, receive, send)
