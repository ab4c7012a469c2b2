"""What every page stands on: the ledger, the model's functions, and the secrets of this opening of the room."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from onrecord.ledger import Ledger
from onrecord.web.desk import Desk
from onrecord.web.entrance import Entrance
from onrecord.web.hands import Hands
from onrecord.web.kept import Kept
from onrecord.web.searches import Searches


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One opening of the reading room.

    `ledger` is open and may be used by several threads at once. `token` is what a request that changes something has
    to show: it is new with each opening. `desk` is where reports are handed over, at most `most_bytes` at
    once. `entrance` knows who may be inside;
    it is `None` where only this machine comes in.
    `searches` go through the whole ledger beside the room, `kept` are answers that hold until it changes.
    """

    ledger: Ledger
    hands: Hands
    token: str
    most_bytes: int
    desk: Desk
    entrance: Entrance | None = None
    searches: Searches = field(default_factory=Searches)
    kept: Kept = field(default_factory=Kept)


def room_of(request: Request) -> Room:
    """Return the room that a request came to."""
    room = request.app.state.room
    assert isinstance(room, Room)
    return room


def _ledger_of(request: Request) -> Ledger:
    return room_of(request).ledger


def _hands_of(request: Request) -> Hands:
    return room_of(request).hands


InLedger = Annotated[Ledger, Depends(_ledger_of)]
WithHands = Annotated[Hands, Depends(_hands_of)]
InRoom = Annotated[Room, Depends(room_of)]
