"""The first page: what the ledger holds, and where to begin."""

from dataclasses import dataclass
from typing import Final, TypedDict

from fastapi import APIRouter

from onrecord.ledger import Counts
from onrecord.web.room import InLedger
from onrecord.web.twins import publish

pages: Final = APIRouter()


class HomeJson(TypedDict):
    """How much the ledger holds."""

    documents: int
    copies: int
    entities: int
    statements: int


@dataclass(frozen=True, slots=True)
class Home:
    """The first page."""

    counts: Counts

    def to_json(self) -> HomeJson:
        """Return what the `.json` twin prints."""
        held = self.counts
        return {
            "documents": held.documents,
            "copies": held.copies,
            "entities": held.entities,
            "statements": held.statements,
        }


def home(ledger: InLedger) -> Home:
    """How much the ledger holds."""
    return Home(ledger.counts())


publish(pages, "/", home, template="home.html", answer=HomeJson)
