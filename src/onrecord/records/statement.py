"""A statement: somebody is reported to have said, written, thought or meant something."""

from dataclasses import dataclass
from typing import Final, Literal, Self, TypedDict, get_args

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_disorder, refuse_improbable, refuse_unknown
from onrecord.records.span import Span, SpanJson, span_from_json, span_to_json

StatementType = Literal["direct", "indirect", "mixed"]
StatementKind = Literal["said", "held"]
How = Literal["name", "title", "pronoun", "list", "carried"]
# FactBank (Saurí and Pustejovsky 2009): certain, probable, possible; so, not so; underspecified.
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Act = Literal[
    "assert",
    "confirm",
    "assess",
    "expect",
    "warn",
    "accuse",
    "condemn",
    "deny",
    "reject",
    "demand",
    "pledge",
    "reaffirm",
    "support",
    "ask",
    "decline",
]

STATEMENT_TYPES: Final = frozenset(get_args(StatementType))
STATEMENT_KINDS: Final = frozenset(get_args(StatementKind))
HOWS: Final = frozenset(get_args(How))
FACTUALITIES: Final = frozenset(get_args(Factuality))
ACTS: Final = frozenset(get_args(Act))


class StatementJson(TypedDict):
    """The codebook's `statements` item."""

    id: str
    type: StatementType
    kind: StatementKind | None
    source: SpanJson | None
    cue: SpanJson | None
    content: list[SpanJson]
    speakers: list[str]
    act: Act | None
    factuality: Factuality | None
    condition: SpanJson | None
    time: str | None
    how: How | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution: source, cue, content (PARC3, PolNeAR), and what they were resolved to.

    `content` is in the order of the text, one span or more. `speakers` are ids of entities of the same record. `time`
    is a TIMEX3 value. `confidence` is the calibrated probability that source and speakers are right. Raises RecordError
    for a statement with no content, with content that overlaps or is out of order, or with a value that the codebook
    does not list.
    """

    id: str
    type: StatementType
    content: tuple[Span, ...]
    kind: StatementKind | None = None
    source: Span | None = None
    cue: Span | None = None
    speakers: tuple[str, ...] = ()
    act: Act | None = None
    factuality: Factuality | None = None
    condition: Span | None = None
    time: str | None = None
    how: How | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise RecordError(f"statement {self.id}", "has no content", "give the spans of what was said")
        refuse_disorder(f"statement {self.id}", self.content)
        refuse_unknown("type", self.type, STATEMENT_TYPES)
        refuse_unknown("kind", self.kind, STATEMENT_KINDS)
        refuse_unknown("act", self.act, ACTS)
        refuse_unknown("factuality", self.factuality, FACTUALITIES)
        refuse_unknown("how", self.how, HOWS)
        refuse_improbable(self.confidence)

    def spans(self) -> tuple[Span, ...]:
        """Return every span that this record rests on: source, cue, content, condition, as far as known."""
        known = (self.source, self.cue, *self.content, self.condition)
        return tuple(span for span in known if span is not None)

    def to_json(self) -> StatementJson:
        """Return the codebook's statement."""
        return {
            "id": self.id,
            "type": self.type,
            "kind": self.kind,
            "source": span_to_json(self.source),
            "cue": span_to_json(self.cue),
            "content": [span.to_json() for span in self.content],
            "speakers": list(self.speakers),
            "act": self.act,
            "factuality": self.factuality,
            "condition": span_to_json(self.condition),
            "time": self.time,
            "how": self.how,
            "confidence": self.confidence,
        }

    @classmethod
    def from_json(cls, data: StatementJson) -> Self:
        """Read the codebook's statement. Raises SpanMismatch, RecordError."""
        return cls(
            id=data["id"],
            type=data["type"],
            kind=data["kind"],
            source=span_from_json(data["source"]),
            cue=span_from_json(data["cue"]),
            content=tuple(Span.from_json(span) for span in data["content"]),
            speakers=tuple(data["speakers"]),
            act=data["act"],
            factuality=data["factuality"],
            condition=span_from_json(data["condition"]),
            time=data["time"],
            how=data["how"],
            confidence=data["confidence"],
        )
