"""Search: statements by their words or their meaning, in their place, with links that narrow them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from onrecord.exporting.month_strip import month_strip
from onrecord.ledger import Count, Found, HitJson
from onrecord.web import narrowing
from onrecord.web.faults import FAULTS
from onrecord.web.kept import Keeping
from onrecord.web.narrowing import Chip, Choice, Facet, Paging, facet, paging
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger, WithHands
from onrecord.web.schemas import model_of
from onrecord.web.twins import API, Table, publish
from onrecord.web.voice_json import VoiceJson, voice_json
from onrecord.web.words import factuality_in_words, joined

pages: Final = APIRouter()

MOST: Final = 100
_SUGGESTED: Final = 8
_NAMES: Final = 3
_COLUMNS: Final = (
    *("said", "speakers", "act", "factuality", "source", "cue", "content", "outlet", "title", "document", "url"),
    *("record", "similarity"),
)
_CALLED: Final = {"speaker": "by", "named": "by", "act": "act:", "factuality": "factuality:", "outlet": "in"}


class CountJson(TypedDict):
    """How many of the statements that were found have a value."""

    value: str
    statements: int


class FacetsJson(TypedDict):
    """How what was found spreads; each leaves its own narrowing out."""

    speaker: list[CountJson]
    act: list[CountJson]
    factuality: list[CountJson]
    outlet: list[CountJson]
    year: list[CountJson]
    month: list[CountJson]


class SearchJson(TypedDict):
    """A page of what was found; with `at_least`, `total` and the counts are lower bounds."""

    search: list[HitJson]
    total: int
    at_least: bool
    order: str
    facets: FacetsJson


class OutletJson(TypedDict):
    """An outlet."""

    name: str
    copies: int


class SuggestJson(TypedDict):
    """What a beginning may be meant for."""

    speakers: list[VoiceJson]
    outlets: list[OutletJson]


@dataclass(frozen=True)
class Search:
    """What was asked as it was typed, and what was found."""

    query: narrowing.Query
    found: Found
    offset: int
    limit: int

    @property
    def asked(self) -> Mapping[str, narrowing.Value]:
        """What was asked, by the names of the parameters."""
        return self.query.asked

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """What narrows further, or again less."""
        counts = self.found.facets
        made = (
            facet("Speaker", "named", counts.speaker, self.query),
            facet("Act", "act", counts.act, self.query),
            facet("Factuality", "factuality", counts.factuality, self.query, factuality_in_words),
            facet("Outlet", "outlet", counts.outlet, self.query),
        )
        return tuple(one for one in made if one.choices)

    @cached_property
    def periods(self) -> Facet | None:
        """The years that narrow, or within one year the months."""
        since, until = str(self.asked["since"]), str(self.asked["until"])
        year, counts = since[:4], self.found.facets
        if year and until[:4] == year:
            months = (Count(*one) for one in counts.month if one.value.startswith(year))
            made = tuple(self._period(one, on=since == until == one.value, wider=year) for one in months)
            return Facet("Month", made) if made else None
        made = tuple(self._period(one, on=False, wider="") for one in counts.year)
        return Facet("Year", made) if made else None

    def _period(self, count: Count, *, on: bool, wider: str) -> Choice:
        to = wider if on else count.value
        return Choice(count.value, count.statements, self.query.narrowed(since=to, until=to), on)

    @cached_property
    def strip(self) -> str:
        """A small bar for each month, as SVG."""
        return month_strip(dict(self.found.facets.month), title="Statements by month")

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """What is on, each with the address without it."""
        return tuple(Chip(label, self.query.narrowed(**dict.fromkeys(names))) for label, names in self._on())

    def _on(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        asked = {name: str(value) for name, value in self.asked.items() if value}
        if "words" in asked:
            meaning = " (by meaning)" if "by_meaning" in asked else ""
            yield f"{asked['words']}{meaning}", ("words", "by_meaning")
        for name, called in _CALLED.items():
            if name in asked:
                yield f"{called} {factuality_in_words(asked[name])}", (name,)
        since, until = asked.get("since"), asked.get("until")
        if since == until and since:
            yield f"in {since}", ("since", "until")
        elif since:
            yield f"since {since}", ("since",)
        if until and until != since:
            yield f"until {until}", ("until",)

    @cached_property
    def paging(self) -> Paging:
        """Where this page lies."""
        shown = len(self.found.shown)
        return paging(self.query, self.offset, self.limit, shown, self.found.total, at_least=self.found.at_least)

    def to_json(self) -> SearchJson:
        """Return the codebook's lines of `search`, with the counts of all that was found."""
        counts = self.found.facets
        return {
            "search": [one.hit.to_json() for one in self.found.shown],
            "total": self.found.total,
            "at_least": self.found.at_least,
            "order": self.found.order,
            "facets": {
                "speaker": [_count(*one) for one in counts.speaker],
                "act": [_count(*one) for one in counts.act],
                "factuality": [_count(*one) for one in counts.factuality],
                "outlet": [_count(*one) for one in counts.outlet],
                "year": [_count(*one) for one in counts.year],
                "month": [_count(*one) for one in counts.month],
            },
        }

    def table(self) -> Table:
        """Return a row for each statement of this page."""
        hits = (one.hit for one in self.found.shown)
        rows = (
            (
                hit.said,
                "; ".join(hit.speakers),
                hit.statement.act,
                hit.statement.factuality,
                hit.statement.source.text if hit.statement.source else None,
                hit.statement.cue.text if hit.statement.cue else None,
                joined(hit.statement.content),
                hit.page.outlet,
                hit.page.title,
                hit.ref.document,
                hit.ref.url,
                hit.ref.record,
                hit.similarity,
            )
            for hit in hits
        )
        return _COLUMNS, rows


def search(
    ledger: InLedger,
    keeping: Keeping,
    hands: WithHands,
    words: Annotated[str, Query(description='Words that all occur; begin* and "a phrase" work too.')] = "",
    speaker: Annotated[str, Query(description="Only what somebody of this name said; a part will do.")] = "",
    named: Annotated[str, Query(description="Only what was said by who has just this name.")] = "",
    act: Annotated[str, Query(description="Only statements of this act, as the codebook names it.")] = "",
    factuality: Annotated[str, Query(description="Only statements of this factuality: CT+, PR+, …")] = "",
    outlet: Annotated[str, Query(description="Only from reports of this outlet.")] = "",
    since: Annotated[str, Query(description="Only what was said then or later: 2026, 2026-03, 2026-03-12.")] = "",
    until: Annotated[str, Query(description="Only what was said then or earlier.")] = "",
    by_meaning: Annotated[bool, Query(description="What is nearest in meaning, whatever words it has.")] = False,
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many are passed over.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many are shown.")] = 20,
) -> Search:
    """Statements by their words or their meaning, and how they spread; without words the latest."""
    asked = {
        **{"words": words.strip(), "speaker": speaker.strip(), "named": named, "act": act, "factuality": factuality},
        **{"outlet": outlet, "since": since.strip(), "until": until.strip()},
    }
    among = {name: value or None for name, value in asked.items() if name != "words"}
    nearest = by_meaning and bool(asked["words"])

    def find() -> Found:
        if nearest:
            return ledger.browse_nearest(hands.meaning_of(asked["words"]), **among, offset=offset, limit=limit)
        return ledger.browse(asked["words"] or None, **among, offset=offset, limit=limit)

    found = keeping.answer(("search", *asked.values(), nearest, offset, limit), find)
    page = {"offset": offset, "limit": None if limit == 20 else limit}
    return Search(narrowing.Query("/search", {**asked, "by_meaning": by_meaning, **page}), found, offset, limit)


publish(pages, "/search", search, template="search.html", answer=SearchJson, table=True)


@pages.get("/search/names", include_in_schema=False)
def names(request: Request, ledger: InLedger, words: str = "") -> Response:
    """Speakers whose name the words of a search may be: a part of its page."""
    return render_part(request, "names.html", ledger.suggest(words, limit=_NAMES).speakers)


def suggest(
    ledger: InLedger,
    beginning: Annotated[str, Query(description="What was typed so far.", max_length=200)] = "",
) -> JSONResponse:
    """Names that speak, and outlets, of which a word begins with each word that is given."""
    found = ledger.suggest(beginning, limit=_SUGGESTED)
    told: SuggestJson = {
        "speakers": [voice_json(one) for one in found.speakers],
        "outlets": [{"name": name, "copies": copies} for name, copies in found.outlets],
    }
    return JSONResponse(told)


pages.get("/suggest.json", include_in_schema=False)(suggest)
pages.get(
    f"{API}/suggest",
    name="suggest",
    responses={200: {"model": model_of(SuggestJson)}, **FAULTS},
    response_class=JSONResponse,
)(suggest)


def _count(value: str, statements: int) -> CountJson:
    return {"value": value, "statements": statements}
