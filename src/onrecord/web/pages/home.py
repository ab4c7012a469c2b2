"""The first page: what the ledger holds, its latest reports, what moved in them, who speaks, and where to begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypedDict

from fastapi import APIRouter, Request, Response

from onrecord.asking.lately import moved_lately
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.differing import differing
from onrecord.ledger import Counts, Ledger, Listed, Voices
from onrecord.records import Record, Statement
from onrecord.web.evidence import Side, side_of
from onrecord.web.pages.documents import ListedJson, listed_json
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger
from onrecord.web.twins import publish

pages: Final = APIRouter()

_REPORTS: Final = 9
# Of so many reports at the top words are shown; of a quotation so many letters at least and at most.
_QUOTED: Final = 3
_SHORTEST, _LONGEST = 40, 320
_SPEAKERS: Final = 10
_MOVED: Final = 3


class HomeJson(TypedDict):
    """How much the ledger holds, and its latest reports."""

    documents: int
    copies: int
    entities: int
    statements: int
    latest: list[ListedJson]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, and the names of whoever said them."""

    statement: Statement
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """A report, and words out of it where some stand out."""

    listed: Listed
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Home:
    """The first page."""

    counts: Counts
    latest: tuple[Headline, ...]

    def to_json(self) -> HomeJson:
        """Return what the `.json` twin prints."""
        held = self.counts
        return {
            "documents": held.documents,
            "copies": held.copies,
            "entities": held.entities,
            "statements": held.statements,
            "latest": [listed_json(one.listed) for one in self.latest],
        }


@dataclass(frozen=True, slots=True)
class Moved:
    """Two numbers that cannot both hold, side by side."""

    conflict: Conflict
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page loads after itself."""

    voices: Voices
    moved: tuple[Moved, ...]


def home(ledger: InLedger) -> Home:
    """How much the ledger holds, and its latest reports."""
    counts = ledger.counts()
    latest = ledger.documents_page(limit=_REPORTS).shown if counts.documents else ()
    return Home(counts, tuple(_headlines(ledger, latest)))


publish(pages, "/", home, template="home.html", answer=HomeJson)


@pages.get("/parts/front", include_in_schema=False)
def front(request: Request, ledger: InLedger) -> Response:
    """Who speaks most, and the numbers that moved in the latest reports: a part of the first page."""
    latest = [one.copy.document for one in ledger.documents_page(limit=_REPORTS).shown]
    found = moved_lately(ledger, latest, limit=_MOVED)
    moved = tuple(map(_side_by_side, found))
    return render_part(request, "front.html", Front(ledger.speakers(limit=_SPEAKERS), moved))


def _side_by_side(conflict: Conflict) -> Moved:
    marks = differing(conflict.a, conflict.b)
    return Moved(conflict, (side_of(conflict.a, marks[0]), side_of(conflict.b, marks[1])))


def _headlines(ledger: Ledger, latest: tuple[Listed, ...]) -> Iterator[Headline]:
    for place, one in enumerate(latest):
        yield Headline(one, quote_in(ledger.record(one.copy.document)) if place < _QUOTED else None)


def quote_in(record: Record) -> Quote | None:
    """Return the surest words that a report quotes of somebody whom it names, neither short nor long, if it does."""
    fit = [
        one
        for one in record.statements
        if one.speakers and one.type == "direct" and _SHORTEST <= len(one.content[0].text) <= _LONGEST
    ]
    best = max(fit, key=lambda one: (one.confidence or 0.0, -one.content[0].start), default=None)
    return None if best is None else Quote(best, tuple(record.speaker_names(best)))
