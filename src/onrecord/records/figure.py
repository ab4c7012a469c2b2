"""A figure: a quantity that a report states about the world."""

import math
from dataclasses import dataclass
from typing import Final, Literal, Self, TypedDict, get_args

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_improbable, refuse_unknown
from onrecord.records.span import Span
from onrecord.records.time import refuse_no_timex

Bound = Literal["exact", "about", "at_most", "at_least", "more_than", "less_than", "range", "vague"]
Change = Literal["increment", "total"]

BOUNDS: Final = frozenset(get_args(Bound))
CHANGES: Final = frozenset(get_args(Change))


class FigureJson(TypedDict):
    """The codebook's `figures` item."""

    id: str
    span: list[int]
    text: str
    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    change: Change | None
    unit: str | None
    counted: str | None
    where: str | None
    as_of: str | None
    statement: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its hedge and unit, what it says in full, and of what.

    `value` is the number stated, `low` and `high` the bounds that the words state (`bounds_of`). `unit` is `count` for
    things that are counted, else a currency's code or a unit's name, with `/day` or the like for a rate; `counted` is
    what is counted, in the report's words. `where` is a place's name, `as_of` a TIMEX3 value, `statement` the id of
    the innermost statement that it stands in. `confidence` is the calibrated probability that all of it is right.
    Raises RecordError for a value that the codebook does not list, for numbers that are none or that their bound
    contradicts.
    """

    id: str
    span: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    change: Change | None = None
    unit: str | None = None
    counted: str | None = None
    where: str | None = None
    as_of: str | None = None
    statement: str | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        refuse_unknown("bound", self.bound, BOUNDS)
        refuse_unknown("change", self.change, CHANGES)
        refuse_no_timex("as_of", self.as_of)
        refuse_improbable(self.confidence)
        for field, number in (("value", self.value), ("low", self.low), ("high", self.high)):
            _refuse_no_double(field, number)
        _refuse_other_bounds(self)

    def spans(self) -> tuple[Span, ...]:
        """Return the one span that this record rests on."""
        return (self.span,)

    def to_json(self) -> FigureJson:
        """Return the codebook's figure; a whole number has no decimal point."""
        return {
            "id": self.id,
            "span": [self.span.start, self.span.end],
            "text": self.span.text,
            "value": _plain(self.value),
            "low": _plain(self.low),
            "high": _plain(self.high),
            "bound": self.bound,
            "change": self.change,
            "unit": self.unit,
            "counted": self.counted,
            "where": self.where,
            "as_of": self.as_of,
            "statement": self.statement,
            "confidence": self.confidence,
        }

    @classmethod
    def from_json(cls, data: FigureJson) -> Self:
        """Read the codebook's figure. Raises SpanMismatch, RecordError."""
        return cls(
            id=data["id"],
            span=Span.from_json({"span": data["span"], "text": data["text"]}),
            value=data["value"],
            low=data["low"],
            high=data["high"],
            bound=data["bound"],
            change=data["change"],
            unit=data["unit"],
            counted=data["counted"],
            where=data["where"],
            as_of=data["as_of"],
            statement=data["statement"],
            confidence=data["confidence"],
        )


def bounds_of(bound: Bound, value: float | None) -> tuple[float | None, float | None]:
    """Return (low, high) as a bound and the number it is said of fix them; both open for `range` and `vague`."""
    low = value if bound in ("exact", "at_least", "more_than") else None
    high = value if bound in ("exact", "at_most", "less_than") else None
    return low, high


def _refuse_other_bounds(figure: Figure) -> None:
    """Raise RecordError where value, low and high are not those of the bound."""
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        raise RecordError("figure", f"its low {figure.low} is above its high {figure.high}")
    if figure.bound in ("range", "vague"):
        if figure.value is not None:
            raise RecordError("figure", f"has the value {figure.value} and the bound {figure.bound}")
    elif figure.bound is not None and (figure.low, figure.high) != bounds_of(figure.bound, figure.value):
        numbers = f"{figure.value}, {figure.low}, {figure.high}"
        raise RecordError("figure", f"its value, low and high ({numbers}) are not those of {figure.bound}")


def _refuse_no_double(field: str, number: float | None) -> None:
    """Raise RecordError for a number that is not finite or that a double (IEEE 754) cannot hold unchanged."""
    try:
        held = number is None or (math.isfinite(number) and float(number) == number)
    except OverflowError:
        held = False
    if not held:
        raise RecordError(field, f"{number!r} is no number that JSON and a database hold alike")


def _plain(number: float | None) -> float | None:
    return int(number) if isinstance(number, float) and number.is_integer() else number
