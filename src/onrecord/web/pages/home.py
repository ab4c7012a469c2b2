"""The first page: what the ledger holds, its latest reports, what moved in them, who speaks, and where to begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypedDict

from fastapi import APIRouter, Request, Response

from onrecord.asking.lately import moved_lately
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.differing import differing
from onrecord.folding import fold
from onrecord.ledger import Counts, Ledger, Listed
from onrecord.records import Document, Record, Span, Statement
from onrecord.telling.clean import one_line
from onrecord.web.evidence import Side, paragraphs_in, sentence_at, side_of
from onrecord.web.kept import Keeping
from onrecord.web.pages.documents import ListedJson, listed_json
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger
from onrecord.web.twins import publish
from onrecord.web.words import joined

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
    """Words of a report, and the names of whoever said them.

    `words` are what was quoted, or of what is told in the report's own words the whole sentence.
    """

    statement: Statement
    speakers: tuple[str, ...]
    words: str


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
    """Return the surest words that a report quotes of somebody it names, else the sentence that tells them, if any."""
    paragraphs = paragraphs_in(record.document)
    # What the headline says stands above already.
    body = [one for one in record.statements if one.speakers and not _in_headline(one, record.document)]
    fit = [(one, _words(one, paragraphs)) for one in body]
    fit = [(one, words) for one, words in fit if _SHORTEST <= len(words) <= _LONGEST]
    best = max(fit, key=lambda each: (each[0].type == "direct", each[0].confidence or 0.0), default=None)
    return None if best is None else Quote(best[0], tuple(record.speaker_names(best[0])), best[1])


def _in_headline(statement: Statement, document: Document) -> bool:
    start = statement.content[0].start
    return any(zone.kind == "headline" and zone.start <= start < zone.end for zone in document.zones)


def _words(statement: Statement, paragraphs: Sequence[Span]) -> str:
    """The words of a quotation, parts that stand apart joined; of what is told, its sentence, or nothing."""
    if statement.type == "direct":
        return joined(statement.content)
    start, end = statement.content[0].start, statement.content[-1].end
    paragraph = next((one for one in paragraphs if one.start <= start and end <= one.end), None)
    if paragraph is None:
        return ""
    sentence = sentence_at(paragraph, start)
    return one_line(sentence.text) if end <= sentence.end else ""
