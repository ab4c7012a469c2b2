"""What finding hands to resolving: spans and what kind each is of, before anybody has asked what they mean."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from onrecord.errors import RecordError
from onrecord.records.attribution import Attribution
from onrecord.records.checks import refuse_improbable, refuse_unknown
from onrecord.records.event import EVENT_TYPES, EventType
from onrecord.records.meaning import Meaning
from onrecord.records.span import Span
from onrecord.records.time import TIME_TYPES, TimeType

NameKind = Literal["person", "organization", "country", "place", "other", "nationality"]
MentionKind = Literal["person", "organization", "place", "other"]

NAME_KINDS: Final = frozenset(get_args(NameKind))
MENTION_KINDS: Final = frozenset(get_args(MentionKind))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; a `nationality` is the adjective or noun made from a country's or a people's name."""

    kind: NameKind
    span: Span
    confidence: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("kind", self.kind, NAME_KINDS)
        refuse_improbable(self.confidence)


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers, and the nearest earlier one that refers to the same.

    `antecedent` is that one's place in the tuple of mentions that this one stands in, `None` where it is the first.
    `sure` is the probability of that link (of there being none, where there is none).
    """

    kind: MentionKind
    span: Span
    confidence: float | None = None
    antecedent: int | None = None
    sure: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("kind", self.kind, MENTION_KINDS)
        refuse_improbable(self.confidence)
        refuse_improbable(self.sure)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, without its preposition; what day it is, resolving decides."""

    type: TimeType
    span: Span
    confidence: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("type", self.type, TIME_TYPES)
        refuse_improbable(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its hedge and its unit, `span` around all that is known of the three; and what is counted.

    "some 1,200 soldiers" has hedge "some", number "1,200", no unit, counted "soldiers", span "some 1,200".
    """

    number: Span
    span: Span
    hedge: Span | None = None
    unit: Span | None = None
    counted: Span | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        for part in (self.hedge, self.number, self.unit):
            if part is not None and not (self.span.start <= part.start and part.end <= self.span.end):
                raise RecordError("quantity", f"{part.text!r} stands outside {self.span.text!r}")
        refuse_improbable(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The word that names an event, its PLOVER type, and the phrases that say who did it and to whom, likeliest first.

    `factuality` is how far the text takes it for a fact: -3, certainly not so, to 3, certainly so.
    """

    type: EventType
    span: Span
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    confidence: float | None = None
    factuality: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("type", self.type, EVENT_TYPES)
        refuse_improbable(self.confidence)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is found in one document, each tuple in the order of the text; meanings where they were asked for.

    Raises RecordError for a mention whose antecedent is not one before it.
    """

    attributions: tuple[Attribution, ...] = ()
    names: tuple[Name, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def __post_init__(self) -> None:
        for place, mention in enumerate(self.mentions):
            if mention.antecedent is not None and not 0 <= mention.antecedent < place:
                reason = f"the antecedent of mention {place} is {mention.antecedent}"
                raise RecordError("findings", reason, "point at a mention before it")
