"""Who speaks: names, whoever has most statements first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query

from onrecord.ledger import Voices
from onrecord.web import narrowing
from onrecord.web.kept import Keeping
from onrecord.web.narrowing import Chip, Facet, Paging, facet, paging
from onrecord.web.room import InLedger
from onrecord.web.twins import Table, publish
from onrecord.web.voice_json import VoiceJson, voice_json

pages: Final = APIRouter()

MOST: Final = 200
_USUAL: Final = 60
_COLUMNS: Final = ("name", "kind", "statements", "documents")


class KindJson(TypedDict):
    """How many names are of a kind."""

    value: str
    speakers: int


class SpeakersJson(TypedDict):
    """A page of the names that speak, how many there are in all, and of which kinds."""

    speakers: list[VoiceJson]
    total: int
    kind: list[KindJson]


@dataclass(frozen=True)
class Speakers:
    """What was asked as it was typed, and the names."""

    query: narrowing.Query
    voices: Voices
    offset: int
    limit: int

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The kinds that narrow."""
        return (facet("Kind", "kind", self.voices.kinds, self.query),) if self.voices.kinds else ()

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """What is on, each with the address without it."""
        return tuple(self._chips())

    def _chips(self) -> Iterator[Chip]:
        for name, called in (("name", "called"), ("kind", "kind:")):
            if self.query.asked[name]:
                yield Chip(f"{called} {self.query.asked[name]}", self.query.narrowed(**{name: None}))

    @cached_property
    def paging(self) -> Paging:
        """Where this page lies."""
        return paging(self.query, self.offset, self.limit, len(self.voices.shown), self.voices.total)

    @cached_property
    def most(self) -> int:
        """The most statements of a name of this page."""
        return max((one.statements for one in self.voices.shown), default=1)

    def to_json(self) -> SpeakersJson:
        """Return the names of this page."""
        return {
            "speakers": [voice_json(one) for one in self.voices.shown],
            "total": self.voices.total,
            "kind": [{"value": kind, "speakers": number} for kind, number in self.voices.kinds],
        }

    def table(self) -> Table:
        """Return a row for each name of this page."""
        return _COLUMNS, ((one.name, one.kind, one.statements, one.documents) for one in self.voices.shown)


def speakers(
    ledger: InLedger,
    keeping: Keeping,
    name: Annotated[str, Query(description="Only names in which a word begins with each of these.")] = "",
    kind: Annotated[str, Query(description="Only of this kind: person, organization, country, group, …")] = "",
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many are passed over.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many are shown.")] = _USUAL,
) -> Speakers:
    """The names that speak, whoever has most statements first."""
    asked = {"name": name.strip(), "kind": kind}
    voices = keeping.answer(
        ("speakers", *asked.values(), offset, limit),
        lambda: ledger.speakers(asked["name"] or None, kind=kind or None, offset=offset, limit=limit),
    )
    page = {"offset": offset, "limit": None if limit == _USUAL else limit}
    return Speakers(narrowing.Query("/speakers", {**asked, **page}), voices, offset, limit)


publish(pages, "/speakers", speakers, template="speakers.html", answer=SpeakersJson, table=True)
