"""The line of a speaker: what he said on a topic, in order of when he said it, repeats folded, and where it changed.

A claim is compared with the earlier one that it takes up (`claims`): two statements on a topic may be about two things.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypedDict

from onrecord.comparing.positions.repeats import folded
from onrecord.comparing.positions.topics import Topic, Why
from onrecord.comparing.positions.uptake import Claim, Claims, claims_of
from onrecord.comparing.redline.strength import Change
from onrecord.days import days_of
from onrecord.records import RefJson, SpanJson, StatementJson, Uttered

_LAST: Final = "9999-12-31"


class WhyJson(TypedDict):
    """Why a statement is on the topic: words of the topic that it has, the cosine of the meanings."""

    words: list[str]
    similarity: float | None


class ShiftJson(TypedDict):
    """How a claim of a statement differs from the claim of an earlier one that it takes up."""

    change: Change
    since: RefJson
    before: SpanJson
    after: SpanJson


class PositionJson(TypedDict):
    """The line of `positions`."""

    ref: RefJson
    statement: StatementJson
    speakers: list[str]
    said: str | None
    why: WhyJson
    reports: int
    also: list[RefJson]
    changed: ShiftJson | None


@dataclass(frozen=True, slots=True)
class Shifted:
    """What became of a position: hardened or softened, and which claim of an earlier statement became which."""

    change: Change
    before: Claim
    after: Claim


@dataclass(frozen=True, slots=True)
class Position:
    """One statement of the line; `also` are the other reports that tell the same words, `changed` is how it moved."""

    uttered: Uttered
    why: Why
    also: tuple[Uttered, ...] = ()
    changed: Shifted | None = None

    @property
    def documents(self) -> int:
        """In how many documents the words stand."""
        return len({one.told.page.document for one in (self.uttered, *self.also)})

    def to_json(self) -> PositionJson:
        """Return the line of `positions`."""
        told = self.uttered.told
        moved: ShiftJson | None = None
        if self.changed is not None:
            moved = {
                "change": self.changed.change,
                "since": self.changed.before.of.told.ref().to_json(),
                "before": self.changed.before.span.to_json(),
                "after": self.changed.after.span.to_json(),
            }
        return {
            "ref": told.ref().to_json(),
            "statement": told.statement.to_json(),
            "speakers": [one.name for one in told.speakers],
            "said": told.said,
            "why": {"words": list(self.why.words), "similarity": self.why.similarity},
            "reports": self.documents,
            "also": [one.told.ref().to_json() for one in self.also],
            "changed": moved,
        }


def line_of(uttered: Iterable[Uttered], topic: Topic) -> list[Position]:
    """Return what of these statements, all by one speaker, is on a topic, in order of when it was said.

    What says the same in the same words stands once, where it was first said. What was said nobody knows when stands
    last. Questions that are put to others, and what was declined, are no position.
    """
    asked = [one for one in uttered if one.told.statement.act not in ("ask", "decline")]
    reasons = {id(one): why for one, why in zip(asked, topic.on_topic(asked), strict=True) if why is not None}
    once = folded(sorted((one for one in asked if id(one) in reasons), key=moment_of))
    earlier = Claims(topic.words)
    return [Position(one.first, reasons[id(one.first)], one.also, _shift(earlier, one.first)) for one in once]


def between(uttered: Iterable[Uttered], first: str | None, last: str | None) -> list[Uttered]:
    """Return what may have been said from one day to another, YYYY-MM-DD or None; of unknown days if both are."""
    if first is None and last is None:
        return list(uttered)
    known = ((one, days_of(one.told.said)) for one in uttered)
    return [
        one
        for one, days in known
        if days is not None and (first is None or days[1] >= first) and (last is None or days[0] <= last)
    ]


def moment_of(one: Uttered) -> tuple[str, str, str, str, int]:
    """Return what orders statements by when they were said: first and last day, publication, place in the document."""
    first, last = days_of(one.told.said) or (_LAST, _LAST)
    page = one.told.page
    return first, last, page.published or _LAST, page.document, one.told.evidence.start


def is_dated(one: Uttered) -> bool:
    """Whether it is known when it was said."""
    return days_of(one.told.said) is not None


def _shift(earlier: Claims, one: Uttered) -> Shifted | None:
    """How a statement differs in strength from what it takes up; what is of unknown date takes nothing up."""
    if not is_dated(one):
        return None
    claims = claims_of(one)
    found = earlier.change(claims)
    earlier.add(claims)
    return None if found is None else Shifted(*found)
