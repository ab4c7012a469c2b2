"""What a speaker's page loads after itself: figures, positions on a topic, who else said it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response

from onrecord.asking.echoes import Echo, told_statement, who_else, who_means
from onrecord.asking.positions import Line, line_of_speaker
from onrecord.asking.speakers import Given, given_by
from onrecord.comparing.positions.positions import is_dated
from onrecord.comparing.positions.topics import Topic
from onrecord.telling.positions import line_summed_up
from onrecord.web.kept import Keeping
from onrecord.web.pages.speaker import speaker_with
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger, WithHands

pages: Final = APIRouter(include_in_schema=False)

_FIGURES: Final = 12

Entity = Annotated[str, Query(alias="as")]


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that somebody of this name gave."""

    name: str
    given: Given


@dataclass(frozen=True, slots=True)
class Positions:
    """What somebody said on a topic over time."""

    topic: str
    line: Line

    def summed_up(self) -> str:
        """How many statements of how many are on it, and how many of them changed."""
        changes = [one.changed.change for one in self.line.positions if one.changed is not None]
        return line_summed_up(
            len(self.line.positions),
            len(self.line.said),
            hardened=changes.count("hardened"),
            softened=changes.count("softened"),
            undated=sum(not is_dated(one.uttered) for one in self.line.positions),
        )


@dataclass(frozen=True, slots=True)
class Echoes:
    """Who else said a statement: in the same words, or in others that mean the same."""

    found: Sequence[Echo]


@pages.get("/parts/speaker/figures")
def figures(request: Request, ledger: InLedger, keeping: Keeping, entity: Entity) -> Response:
    """The figures that somebody gave last."""
    one = speaker_with(keeping, entity)
    return render_part(request, "speaker_figures.html", Figures(one.group.name, given_by(ledger, one, limit=_FIGURES)))


@pages.get("/parts/speaker/positions")
def positions(
    request: Request, ledger: InLedger, keeping: Keeping, hands: WithHands, entity: Entity, topic: str
) -> Response:
    """What somebody said on a topic, and where it hardened or softened."""
    one = speaker_with(keeping, entity)
    line = line_of_speaker(ledger, one.group.name, one.keys, Topic(topic, hands.meaning_of(topic)))
    return render_part(request, "speaker_positions.html", Positions(topic, line))


@pages.get("/statements/{record}/echoes")
def echoes(request: Request, ledger: InLedger, record: str) -> Response:
    """Who else said a statement."""
    told = told_statement(ledger, record)
    names = [called for one in told.speakers for called in (one.name, *one.aliases)]
    worded = who_else(ledger, [told], names).found
    known = {one.hit.ref.record for one in worded}
    meant = [one for one in who_means(ledger, told) if one.hit.ref.record not in known]
    return render_part(request, "echoes.html", Echoes([*worded, *meant]))
