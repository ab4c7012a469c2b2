"""A time: an expression that says when, how long or how often (TIMEX3; TimeML, ISO 24617-1)."""

import re
from dataclasses import dataclass
from typing import Final, Literal, Self, TypedDict, get_args

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_improbable, refuse_unknown
from onrecord.records.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TIME_TYPES: Final = frozenset(get_args(TimeType))

# A value is one word of letters, digits and the marks of ISO 8601, as TimeML 1.2.1 extends it ("2024-W44", "PT1H").
_VALUE: Final = re.compile(r"[A-Z0-9][A-Z0-9_:.+-]*", re.ASCII)


class TimeJson(TypedDict):
    """The codebook's `times` item."""

    id: str
    span: list[int]
    text: str
    type: TimeType
    value: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression and the TIMEX3 value it stands for, `None` where it is not known.

    `confidence` is the calibrated probability that the value is right. Raises RecordError for a type that TIMEX3
    does not have or a value that cannot be TimeML's.
    """

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("type", self.type, TIME_TYPES)
        refuse_no_timex("value", self.value)
        refuse_improbable(self.confidence)

    def spans(self) -> tuple[Span, ...]:
        """Return the one span that this record rests on."""
        return (self.span,)

    def to_json(self) -> TimeJson:
        """Return the codebook's time."""
        return {
            "id": self.id,
            "span": [self.span.start, self.span.end],
            "text": self.span.text,
            "type": self.type,
            "value": self.value,
            "confidence": self.confidence,
        }

    @classmethod
    def from_json(cls, data: TimeJson) -> Self:
        """Read the codebook's time. Raises SpanMismatch, RecordError."""
        return cls(
            id=data["id"],
            span=Span.from_json({"span": data["span"], "text": data["text"]}),
            type=data["type"],
            value=data["value"],
            confidence=data["confidence"],
        )


def refuse_no_timex(field: str, value: str | None) -> None:
    """Raise RecordError for what cannot be a TIMEX3 value; `None` (not known) passes."""
    if value is not None and not _VALUE.fullmatch(value):
        raise RecordError(field, f"{value!r} is no TIMEX3 value", "give it in TimeML's form, such as 2024-10-31")
