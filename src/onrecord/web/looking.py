"""How a page asks for what takes a search through the whole ledger, and how long it waits for it."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Annotated, Final, TypeVar

from fastapi import Depends, Request

from onrecord.ledger import Ledger
from onrecord.web.room import room_of
from onrecord.web.searches import Found, Searches, StillLooking

Item = TypeVar("Item")

# Seconds that a page waits for its search, and that a program does.
_PAGE: Final = 0.1
_PROGRAM: Final = 20.0


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks through the ledger for one request; a `program` is given the whole answer or none."""

    ledger: Ledger
    searches: Searches
    program: bool

    def look(self, question: Hashable, search: Callable[[Ledger], Iterable[Item]], subject: str) -> Found[Item]:
        """Return what `search` finds in the ledger, of a page what it has found so far; `question` names the search.

        Raises StillLooking, naming the `subject`, where a program would be given a part, and what the search raises.
        """
        patience = _PROGRAM if self.program else _PAGE
        found = self.searches.ask(self.ledger, question, search, patience=patience)
        if self.program and not found.done:
            raise StillLooking(subject)
        return found


def _looker(request: Request) -> Looker:
    room = room_of(request)
    path = request.url.path
    return Looker(room.ledger, room.searches, path.startswith("/api/") or path.endswith((".json", ".csv")))


Looking = Annotated[Looker, Depends(_looker)]
