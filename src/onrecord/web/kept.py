"""Answers that hold until the ledger changes: what many ask for again is worked out once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated, Any, Final, TypeVar, cast

from fastapi import Depends, Request

from onrecord.ledger import Ledger

Answer = TypeVar("Answer")

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers of one opening of the room, by their questions; whatever was not asked for longest goes first."""

    _answers: OrderedDict[Hashable, tuple[Hashable, Any]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def answer(self, ledger: Ledger, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """Return what `work_out` returned, or returns, while the ledger stands as it does; `question` names it."""
        stand = ledger.stand()
        with self._lock:
            held = self._answers.get(question)
            if held is not None and held[0] == stand:
                self._answers.move_to_end(question)
                return cast(Answer, held[1])
        found = work_out()
        with self._lock:
            self._answers[question] = stand, found
            self._answers.move_to_end(question)
            while len(self._answers) > _MOST:
                self._answers.popitem(last=False)
        return found


@dataclass(frozen=True, slots=True)
class Keeper:
    """The ledger and the kept answers of the room that a request came to."""

    ledger: Ledger
    kept: Kept

    def answer(self, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """Return what `Kept.answer` does, of this ledger."""
        return self.kept.answer(self.ledger, question, work_out)


def _keeper(request: Request) -> Keeper:
    room = request.app.state.room
    return Keeper(room.ledger, room.kept)


Keeping = Annotated[Keeper, Depends(_keeper)]
