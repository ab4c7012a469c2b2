"""What a time expression is read against: the day of publication, the times told before it, and its sentence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.records import TimeType
from onrecord.resolving.timex.points import Point

Lean = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: its TIMEX3 value, its type, and the stretch of the calendar where it is one.

    `aside` says that it only compares ("a year earlier"): what comes next is not counted from it.
    """

    value: str | None
    type: TimeType = "DATE"
    point: Point | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands.

    today: the day of publication; type: what finding takes it for; lean: the tense of the verb beside it,
    firm: whether that stands right beside it; before,
    after: the words of its sentence on either side, in lower case; last: the time told last, day, quarter: the last
    one that is such; near: whether `last` stands in the same paragraph; narrative: whether the text tells of other
    years than its own.
    """

    today: date | None = None
    type: TimeType = "DATE"
    lean: Lean | None = None
    firm: bool = False
    before: str = ""
    after: str = ""
    last: Point | None = None
    day: Point | None = None
    quarter: Point | None = None
    near: bool = False
    narrative: bool = False

    @property
    def base(self) -> date | None:
        """The day from which "this" and "that" are counted: in a narrative the one told last."""
        return self.last.first if self.narrative and self.last is not None else None if self.narrative else self.today


def at(point: Point) -> Reading:
    """Return the reading of a stretch of the calendar."""
    return Reading(point.value, "DATE", point)
