"""The first page: what the ledger holds, its latest reports, what moved in them, who speaks, and where to begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypedDict

from fastapi import APIRouter, Request, Response

from onrecord.asking.lately import moved_lately
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.differing import differing
from onrecord.folding import fold
from onrecord.ledger import Counts, Ledger, Listed
from onrecord.records import Record, Statement
from onrecord.web.evidence import Side, side_of
from onrecord.web.kept import Keeping
from onrecord.web.pages.documents import ListedJson, listed_json
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger
from onrecord.web.twins import publish

pages: Final = APIRouter()

_REPORTS: Final = 9
# So many of the newest are looked through for them, as versions and copies of one report share a title.
_LOOKED_AT: Final = 40
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
    """A report, words out of it where some stand out, and how many of the newest others have its title."""

    listed: Listed
    quote: Quote | None
    others: int


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


def home(ledger: InLedger, keeping: Keeping) -> Home:
    """How much the ledger holds, and its latest reports."""
    return keeping.answer("home", lambda: Home(ledger.counts(), tuple(_headlines(ledger))))


publish(pages, "/", home, template="home.html", answer=HomeJson)


@pages.get("/parts/front/voices", include_in_schema=False)
def voices(request: Request, ledger: InLedger, keeping: Keeping) -> Response:
    """Who speaks most: a part of the first page."""
    most = keeping.answer("voices", lambda: ledger.speakers(limit=_SPEAKERS))
    return render_part(request, "front_voices.html", most)


@pages.get("/parts/front/moved", include_in_schema=False)
def moved(request: Request, ledger: InLedger, keeping: Keeping) -> Response:
    """The numbers of the latest reports that do not agree with others: a part of the first page."""

    def find() -> tuple[Moved, ...]:
        latest = [one.copy.document for one in ledger.newest(_REPORTS)]
        return tuple(map(_side_by_side, moved_lately(ledger, latest, limit=_MOVED)))

    return render_part(request, "front_moved.html", keeping.answer("moved", find))


def _side_by_side(conflict: Conflict) -> Moved:
    marks = differing(conflict.a, conflict.b)
    return Moved(conflict, (side_of(conflict.a, marks[0]), side_of(conflict.b, marks[1])))


def _headlines(ledger: Ledger) -> Iterator[Headline]:
    by_title: dict[str, list[Listed]] = {}
    for one in ledger.newest(_LOOKED_AT):
        by_title.setdefault(fold(one.copy.title or "") or one.copy.document, []).append(one)
    for place, (first, *others) in enumerate(islice(by_title.values(), _REPORTS)):
        quote = quote_in(ledger.record(first.copy.document)) if place < _QUOTED else None
        yield Headline(first, quote, len(others))


def quote_in(record: Record) -> Quote | None:
    """Return the surest words that a report has of somebody it names, neither short nor long, quoted ones first."""
    fit = [one for one in record.statements if one.speakers and _SHORTEST <= len(one.content[0].text) <= _LONGEST]
    best = max(fit, key=lambda one: (one.type == "direct", one.confidence or 0.0, -one.content[0].start), default=None)
    return None if best is None else Quote(best, tuple(record.speaker_names(best)))
