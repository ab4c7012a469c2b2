"""A speaker's page: who it is, in which offices, what was said and which figures were given, and why it is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query

from onrecord.asking.speakers import Speaker, speaker_of, speakers_called
from onrecord.comparing.identity.biography import WhoJson, days_of, who_json
from onrecord.errors import NotInLedger
from onrecord.exporting.month_strip import month_strip
from onrecord.folding import fold
from onrecord.ledger import Count, HitJson, Ledger, Shown
from onrecord.records import EntityKey, IdentityJudgement
from onrecord.web import narrowing
from onrecord.web.biography import Bar, Why, bars_of, whys_of
from onrecord.web.kept import Keeper, Keeping
from onrecord.web.narrowing import Paging, paging
from onrecord.web.pages.search import CountJson
from onrecord.web.room import InLedger
from onrecord.web.twins import Table, publish
from onrecord.web.words import address, joined

pages: Final = APIRouter()

PATH: Final = "/speakers/{name:path}"
_LIMIT: Final = 25
_COLUMNS: Final = ("said", "act", "factuality", "content", "outlet", "title", "document", "url", "record")


class SpeakerJson(TypedDict):
    """Somebody over all documents; `speaker` is null where several have the name: these are `others`.

    `whole` is false where so many documents have the name that only those added last were looked at.
    """

    speaker: WhoJson | None
    whole: bool
    total: int
    statements: list[HitJson]
    month: list[CountJson]
    others: list[WhoJson]


@dataclass(frozen=True)
class Person:
    """One speaker with a page of its statements, and who else has the name."""

    ledger: Ledger
    query: narrowing.Query
    speaker: Speaker
    others: Sequence[Speaker]
    shown: Sequence[Shown]
    months: tuple[Count, ...]
    total: int
    offset: int

    @property
    def key(self) -> str:
        """The id that the page's lasting address has: that of its first entity."""
        return self.speaker.group.members[0].entity.id

    @property
    def kind(self) -> str:
        """What it is: person, organization, …"""
        return self.speaker.group.members[0].entity.kind

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day of the reports that show it."""
        return days_of(self.speaker.group)

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """Its offices over time."""
        return tuple(bars_of(self.speaker.offices()))

    @cached_property
    def names(self) -> list[tuple[str, int]]:
        """What else it is called, and in how many documents."""
        return [(name, number) for name, number in self.speaker.names() if name != self.speaker.group.name]

    @cached_property
    def strip(self) -> str:
        """A small bar for each month, as SVG."""
        return month_strip(dict(self.months), title="Statements by month")

    @cached_property
    def paging(self) -> Paging:
        """Where this page of statements lies."""
        return paging(self.query, self.offset, _LIMIT, len(self.shown), self.total)

    @cached_property
    def whys(self) -> tuple[Why, ...]:
        """Why each of its entities belongs to it, in the order of their days."""
        return tuple(whys_of(self.speaker.group))

    @cached_property
    def parted(self) -> list[IdentityJudgement]:
        """Who judged that it is another than somebody else."""
        return [one for one in self.ledger.judgements(self.speaker.keys) if not one.same and self._about(one)]

    def _about(self, one: IdentityJudgement) -> bool:
        own = set(self.speaker.keys)
        return one.a in own or one.b in own

    @cached_property
    def said(self) -> Mapping[EntityKey, int]:
        """How many statements each entity of this name made."""
        return _said(self.ledger, (self.speaker, *self.others))

    def to_json(self) -> SpeakerJson:
        """Return the speaker as `who` prints it, and this page of its statements."""
        return {
            "speaker": who_json(self.speaker.group, self.said),
            "whole": self.speaker.whole,
            "total": self.total,
            "statements": [one.hit.to_json() for one in self.shown],
            "month": [{"value": one.value, "statements": one.statements} for one in self.months],
            "others": [who_json(one.group, self.said) for one in self.others],
        }

    def table(self) -> Table:
        """Return a row for each statement of this page."""
        hits = (one.hit for one in self.shown)
        rows = (
            (
                hit.said,
                hit.statement.act,
                hit.statement.factuality,
                joined(hit.statement.content),
                hit.page.outlet,
                hit.page.title,
                hit.ref.document,
                hit.ref.url,
                hit.ref.record,
            )
            for hit in hits
        )
        return _COLUMNS, rows


@dataclass(frozen=True)
class Several:
    """Speakers of one name, and what tells them apart."""

    ledger: Ledger
    name: str
    others: Sequence[Speaker]
    speaker: None = None

    @cached_property
    def said(self) -> Mapping[EntityKey, int]:
        """How many statements each entity of this name made."""
        return _said(self.ledger, self.others)

    def to_json(self) -> SpeakerJson:
        """Return all of them."""
        others = [who_json(one.group, self.said) for one in self.others]
        whole = all(one.whole for one in self.others)
        return {"speaker": None, "whole": whole, "total": 0, "statements": [], "month": [], "others": others}

    def table(self) -> Table:
        """Return no statement: it is not known whose."""
        return _COLUMNS, ()


def speaker(
    ledger: InLedger,
    keeping: Keeping,
    name: str,
    entity: Annotated[str, Query(alias="as", description="The id of an entity: only whom it means.")] = "",
    topic: Annotated[str, Query(description="What the page shows positions on.")] = "",
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many statements are passed over.")] = 0,
) -> Person | Several:
    """Somebody over all documents: offices, names, statements; several where several have the name."""
    found = [] if entity else keeping.answer(("called", name), lambda: _called(ledger, name))
    meant = speaker_with(keeping, entity) if entity else _meant(name, found)
    if meant is None:
        return Several(ledger, name, found)
    shown, months, total = ledger.shown_of(meant.keys, offset=offset, limit=_LIMIT)
    query = narrowing.Query(address("speakers", name), {"as": entity, "topic": topic.strip(), "offset": offset})
    others = [one for one in found if one is not meant]
    return Person(ledger, query, meant, others, shown, months, total, offset)


def speaker_with(keeping: Keeper, entity: str) -> Speaker:
    """Return whom an entity is, by its whole id. Raises NotInLedger, NoNameKeys."""
    return keeping.answer(("entity", entity), lambda: _speaker_with(keeping.ledger, entity))


def _speaker_with(ledger: Ledger, entity: str) -> Speaker:
    key = next((one.key for one in ledger.entities_with_id(entity) if one.entity.id == entity.lower()), None)
    if key is None:
        raise NotInLedger(entity, "is no entity of the ledger", "look the name up under /speakers")
    return speaker_of(ledger, key)


def _called(ledger: Ledger, name: str) -> list[Speaker]:
    found = speakers_called(ledger, name)
    if not found:
        raise NotInLedger(name, "is nobody's name in this ledger", "look for a part of it under /speakers")
    return found


def _meant(name: str, found: Sequence[Speaker]) -> Speaker | None:
    """Return whom a name means: who alone is called just so by most reports, or at all."""
    wanted = fold(name)
    usually = [one for one in found if fold(one.group.name) == wanted]
    ever = [one for one in found if any(fold(called) == wanted for called, _ in one.names())]
    alone = next((some for some in (usually, ever, found) if some), [])
    return alone[0] if len(alone) == 1 else None


def _said(ledger: Ledger, speakers: Sequence[Speaker]) -> Mapping[EntityKey, int]:
    return ledger.statements_by([key for one in speakers for key in one.keys])


publish(pages, PATH, speaker, template="speaker.html", answer=SpeakerJson, table=True)
