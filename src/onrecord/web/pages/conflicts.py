"""The conflicts: pairs of records that cannot both hold, in their words; each opens at an address of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query

from onrecord.asking.conflicts import chosen, conflicts_found, side_by_side
from onrecord.comparing.conflicts.conflict import Conflict, ConflictJson, ConflictKind, Told
from onrecord.comparing.conflicts.conflicts import Marked, days_between
from onrecord.comparing.conflicts.differing import differing
from onrecord.ledger import Ledger
from onrecord.records import Document, RefJson
from onrecord.telling.conflicts import total
from onrecord.telling.values import day_in_words
from onrecord.web.evidence import Piece, Side, evidence_of, paragraphs_around, side_of
from onrecord.web.evidence_words import joined_names
from onrecord.web.looking import Looking
from onrecord.web.room import InLedger
from onrecord.web.searches import Found
from onrecord.web.twins import Table, publish

pages: Final = APIRouter()

_COLUMNS: Final = (
    *("kind", "confidence", "one_speaker"),
    *(f"{side}_{of}" for side in "ab" for of in ("speakers", "said", "outlet", "words", "document", "url", "record")),
)


class ConflictsJson(TypedDict):
    """Pairs of records that cannot both hold."""

    conflicts: list[ConflictJson]


class SideBySideJson(TypedDict):
    """Two records side by side, and how they conflict, null where they do not."""

    a: RefJson
    b: RefJson
    conflict: ConflictJson | None


@dataclass(frozen=True)
class Pair:
    """Two records with their words, and how they conflict, if they do."""

    a: Told
    b: Told
    conflict: Conflict | None

    @cached_property
    def in_order(self) -> tuple[Told, Told]:
        """Both, what was said first first; of a denial, the claim."""
        turned = not self._denied and self._days is not None and self._days[0] > self._days[1]
        return (self.b, self.a) if turned else (self.a, self.b)

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """Both as evidence in this order, what differs marked."""
        one, other = self.in_order
        marks = differing(one, other)
        return side_of(one, marks[0]), side_of(other, marks[1])

    @property
    def labels(self) -> tuple[str, str]:
        """What each is beside the other, as far as it is known."""
        if self._denied:
            return "Claim", "Denial"
        apart = self._days is not None and self._days[0] != self._days[1]
        return ("First", "Then") if apart else ("One", "The other")

    @property
    def _denied(self) -> bool:
        return self.conflict is not None and self.conflict.kind == "denied"

    @property
    def _days(self) -> tuple[str, str] | None:
        """The days on which they were said, where both are known."""
        one, other = self.a.said, self.b.said
        return None if one is None or other is None else (day_in_words(one), day_in_words(other))


@dataclass(frozen=True)
class Conflicts:
    """What was asked as it was typed, and what was found so far; `shown` are the first of the `wanted`."""

    about: str
    speaker: str
    since: str
    until: str
    kinds: tuple[ConflictKind, ...]
    limit: int
    found: Found[Marked]
    wanted: tuple[Conflict, ...]

    @cached_property
    def shown(self) -> tuple[Pair, ...]:
        """The first of them, as pairs."""
        return tuple(Pair(one.a, one.b, one) for one in self.wanted[: self.limit])

    @property
    def total(self) -> str:
        """How many there are, in words."""
        updates = sum(one.kind == "updated" for one in self.wanted)
        return total(len(self.wanted) - updates, updates)

    @property
    def asks(self) -> bool:
        """Whether anything but the whole ledger is asked for."""
        return bool(self.about or self.speaker or self.since or self.until or self.kinds)

    def to_json(self) -> ConflictsJson:
        """Return the codebook's lines of `conflicts`."""
        return {"conflicts": [one.to_json() for one in self.wanted[: self.limit]]}

    def table(self) -> Table:
        """Return a row for each pair."""
        return _COLUMNS, (
            (one.kind, one.confidence, "yes" if one.one_voice else "no", *_cells(one.a), *_cells(one.b))
            for one in self.wanted[: self.limit]
        )


@dataclass(frozen=True)
class SideBySide(Pair):
    """A pair, opened: the paragraphs around each record in its document."""

    documents: tuple[Document, Document]

    @cached_property
    def around(self) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
        """The paragraphs around each."""
        documents = {one.id: one for one in self.documents}
        both = zip(self.in_order, differing(*self.in_order), strict=True)
        return tuple(paragraphs_around(documents[told.page.document], evidence_of(told), marks) for told, marks in both)

    def to_json(self) -> SideBySideJson:
        """Return where both are, and the codebook's line of `conflicts`."""
        return {
            "a": self.a.ref().to_json(),
            "b": self.b.ref().to_json(),
            "conflict": None if self.conflict is None else self.conflict.to_json(),
        }


def conflicts(
    looking: Looking,
    about: Annotated[str, Query(description="Words that all occur where one of the two stands.")] = "",
    speaker: Annotated[str, Query(description="Only what somebody of this name said, or what meets it.")] = "",
    since: Annotated[str, Query(description="Only where one was said then or later: 2026, 2026-03-12.")] = "",
    until: Annotated[str, Query(description="Only where one was said then or earlier.")] = "",
    kind: Annotated[list[ConflictKind] | None, Query(description="Only pairs that differ so; again for more.")] = None,
    limit: Annotated[int, Query(description="At most so many pairs.", ge=1, le=10_000)] = 50,
) -> Conflicts:
    """Pairs of records that cannot both hold, or of which one takes the other back."""
    days = days_between(since or None, until or None)

    def search(ledger: Ledger) -> Iterator[Marked]:
        return conflicts_found(ledger, about=about or None, speaker=speaker or None)

    found = looking.look(("conflicts", about, speaker), search, "conflicts")
    kinds = tuple(dict.fromkeys(kind or ()))
    wanted = tuple(chosen(found.items, days, kinds))
    return Conflicts(about, speaker, since, until, kinds, limit, found, wanted)


def conflict(ledger: InLedger, a: str, b: str) -> SideBySide:
    """Two statements or figures side by side, by their ids, and how they conflict, if they do."""
    one, other, found = side_by_side(ledger, a, b)
    documents = ledger.text(one.page.document), ledger.text(other.page.document)
    return SideBySide(one, other, found, documents)


publish(pages, "/conflicts", conflicts, template="conflicts.html", answer=ConflictsJson, table=True)
publish(pages, "/conflicts/{a}/{b}", conflict, template="conflict.html", answer=SideBySideJson)


def _cells(told: Told) -> tuple[str | None, ...]:
    ref = told.ref()
    return (
        joined_names(one.name for one in told.speakers),
        told.said,
        told.page.outlet,
        evidence_of(told).text,
        ref.document,
        ref.url,
        ref.record,
    )
