"""An event: what is reported to pass between political actors (PLOVER; Halterman et al. 2023)."""

from dataclasses import dataclass
from typing import Final, Literal, Self, TypedDict, get_args

from onrecord.records.checks import refuse_improbable, refuse_unknown
from onrecord.records.span import Span, SpanJson
from onrecord.records.time import refuse_no_timex

# PLOVER's sixteen, as POLECAT spells them.
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["happened", "ongoing", "expected", "hypothetical", "denied"]

EVENT_TYPES: Final = frozenset(get_args(EventType))
STATUSES: Final = frozenset(get_args(Status))


class EventJson(TypedDict):
    """The codebook's `events` item."""

    id: str
    trigger: SpanJson
    type: EventType
    actors: list[str]
    recipients: list[str]
    where: str | None
    time: str | None
    status: Status | None
    statement: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One mention of something done, the word that names it, and who did it to whom.

    `actors` and `recipients` are ids of entities of the same record, `statement` the id of the innermost statement
    whose content holds the trigger. `where` is a place's name, `time` a TIMEX3 value. `confidence` is the calibrated
    probability that all of it is right. Raises RecordError for a value that the codebook does not list.
    """

    id: str
    trigger: Span
    type: EventType
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    where: str | None = None
    time: str | None = None
    status: Status | None = None
    statement: str | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("type", self.type, EVENT_TYPES)
        refuse_unknown("status", self.status, STATUSES)
        refuse_no_timex("time", self.time)
        refuse_improbable(self.confidence)

    def spans(self) -> tuple[Span, ...]:
        """Return the one span that this record rests on."""
        return (self.trigger,)

    def to_json(self) -> EventJson:
        """Return the codebook's event."""
        return {
            "id": self.id,
            "trigger": self.trigger.to_json(),
            "type": self.type,
            "actors": list(self.actors),
            "recipients": list(self.recipients),
            "where": self.where,
            "time": self.time,
            "status": self.status,
            "statement": self.statement,
            "confidence": self.confidence,
        }

    @classmethod
    def from_json(cls, data: EventJson) -> Self:
        """Read the codebook's event. Raises SpanMismatch, RecordError."""
        return cls(
            id=data["id"],
            trigger=Span.from_json(data["trigger"]),
            type=data["type"],
            actors=tuple(data["actors"]),
            recipients=tuple(data["recipients"]),
            where=data["where"],
            time=data["time"],
            status=data["status"],
            statement=data["statement"],
            confidence=data["confidence"],
        )
