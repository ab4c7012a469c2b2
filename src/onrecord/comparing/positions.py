"""The line of a speaker: what he said on a topic, in order of when he said it, repeats folded, and where it changed.

A statement is compared with the one before it that is about the same, the nearest in meaning among the last few days'
and the earlier ones: two of a topic need not be about the same thing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from onrecord.comparing.repeats import Repeated, folded
from onrecord.comparing.strength import Change, change_of, force_of_statement
from onrecord.comparing.topics import Topic, Why, cosines
from onrecord.days import days_of

from onrecord.records import Ref, RefJson, StatementJson, Uttered

# Two statements this near in meaning are about the same thing (see `evaluation.positions`).
ABOUT_THE_SAME: Final = 0.6
_LAST: Final = "9999-12-31"


class WhyJson(TypedDict):
    """Why a statement is on the topic: words of the topic that it has, the cosine of the meanings."""

    words: list[str]
    similarity: float | None


class ShiftJson(TypedDict):
    """How a statement differs from an earlier one about the same."""

    change: Change
    since: RefJson


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
    """What became of a position: hardened or softened, and since which earlier statement about the same."""

    change: Change
    since: Uttered


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
            moved = {"change": self.changed.change, "since": self.changed.since.told.ref().to_json()}
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
    return [
        Position(one.first, reasons[id(one.first)], one.also, _shift(once[:number], one))
        for number, one in enumerate(once)
    ]


def moment_of(one: Uttered) -> tuple[str, str, str, int]:
    """Return what orders statements by when they were said: first day, last day, hour, place in the document."""
    said = one.told.said
    first, last = days_of(said) or (_LAST, _LAST)
    return first, last, said or _LAST, one.told.evidence.start


def is_dated(one: Uttered) -> bool:
    """Whether it is known when it was said."""
    return days_of(one.told.said) is not None


def _shift(earlier: Sequence[Repeated], one: Repeated) -> Shifted | None:
    """How a statement differs in strength from the nearest earlier one about the same; None where it does not."""
    if one.first.meaning is None or not is_dated(one.first):
        return None
    before = [other for other in earlier if _precedes(other.first, one.first)]
    near = cosines([other.first.meaning for other in before], one.first.meaning)
    about = [(cosine, number) for number, cosine in enumerate(near) if cosine is not None and cosine >= ABOUT_THE_SAME]
    if not about:
        return None
    other = before[max(about)[1]].first
    change = change_of(force_of_statement(other.told.statement), force_of_statement(one.first.told.statement))
    return None if change is None else Shifted(change, other)


def _precedes(one: Uttered, other: Uttered) -> bool:
    """Whether one was said before the other: on an earlier day, or earlier in the same document."""
    if not is_dated(one):
        return False
    a, b = one.told, other.told
    if a.page.document == b.page.document:
        return a.evidence.start < b.evidence.start
    return moment_of(one)[1] < moment_of(other)[0]


