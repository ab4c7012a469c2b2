"""By when something is promised: the times inside the promise that lie after it was made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypedDict

from onrecord.days import days_of
from onrecord.records import Span, Time
from onrecord.records.span import SpanJson

_BY: Final = re.compile(
    r"\b(?:by|before|between\s+now\s+and|until|till|through|in|within|during|on|at|no\s+later\s+than|not\s+later\s+than|prior\s+to|over"
    r"|ahead\s+of|for)\s+(?:the\s+end\s+of\s+|the\s+|early\s+|late\s+|mid-?\s*|at\s+least\s+|approximately\s+)*$",
    re.IGNORECASE,
)
_SPAN_WITHIN: Final = re.compile(
    r"\b(?:within|over|in|during|for|throughout)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)*$", re.I
)
_NEXT: Final = re.compile(r"\b(?:next|coming|following)\b|^within\b", re.IGNORECASE)
# A clause of its own about something that is named: its time is not the promise's.
_RELATIVE: Final = re.compile(r",\s+(?:which|who|whose|where|currently|originally|initially)\b")
# What stands before the subject and tells by when.
_OPENING: Final = re.compile(
    r"(?:^|,\s+)(?:and\s+)?(?:By|by|Before|Within|Between|Until|In|in|No later than)\s+(?:[\w-]+\s+){0,4}$"
)
_COMING: Final = re.compile(r"(?:next|later|tomorrow)\b", re.IGNORECASE)
# From when on, not by when.
_FROM: Final = re.compile(
    r"\b(?:beginning|starting|as\s+early\s+as|effective|since)\s+(?:(?:in|on|from)\s+)?(?:the\s+)?(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)
_DECADE: Final = re.compile(r"[12]\d\d")
_PERIOD: Final = re.compile(r"P(?P<number>\d+)(?P<unit>[YMWD])")


class DeadlineJson(TypedDict):
    """`{"value": …, "span": …, "text": …}`: the TIMEX3 value of the last day or period, and the words that say it."""

    value: str
    span: list[int]
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a promise is due: a TIMEX3 value no earlier than the promise, and the words that say so."""

    value: str
    span: Span

    def last_day(self) -> str:
        """Return the last day that it may mean, as YYYY-MM-DD."""
        days = stretch_of(self.value)
        assert days is not None  # none is made of a value that is no stretch of the calendar
        return days[1]

    def to_json(self) -> DeadlineJson:
        """Return `{"value", "span", "text"}`."""
        one: SpanJson = self.span.to_json()
        return {"value": self.value, **one}


def deadline_of(
    times: Sequence[Time], words: tuple[int, int], opening: int, text: str, said: str | None
) -> Deadline | None:
    """Return by when what is promised is to be done; None where it does not say, or nobody knows when it was promised.

    `words` is the extent of what is promised, `opening` where its sentence begins: "By 2030 we will" counts too. A date
    counts if it lies after the promise; "within 18 months" counts from the day of the promise, at the precision of its
    unit. Of several the first that a preposition introduces stands.
    """
    days = days_of(said)
    if days is None:
        return None
    start, end = words
    for one in times:
        inside = start <= one.span.start and one.span.end <= end and not _RELATIVE.search(text, start, one.span.start)
        ahead = opening <= one.span.start < start and _OPENING.search(text[opening : one.span.start])
        if one.value is not None and (inside or ahead):
            before = text[start if inside else opening : one.span.start]
            value = _value(one, before, date.fromisoformat(days[1]))
            found = stretch_of(value)
            if value is not None and found is not None and found[1] > days[1]:
                return Deadline(value, one.span)
    return None


def stretch_of(value: str | None) -> tuple[str, str] | None:
    """Return the first and last day that a value may mean, as `days_of`; of "203", TIMEX3's 2030s, the decade's."""
    if value is not None and _DECADE.fullmatch(value):
        return f"{value}0-01-01", f"{value}9-12-31"
    return days_of(value)


def _value(one: Time, before: str, said: date) -> str | None:
    if one.type == "DATE":
        coming = _COMING.match(one.span.text) and not before.endswith("of ")
        by = _BY.search(before) or coming or not before.strip()
        return one.value if by and not _FROM.search(before) else None
    if one.type == "DURATION" and one.value is not None:
        period = _PERIOD.fullmatch(one.value)
        ahead = _NEXT.search(one.span.text) or (re.search(r"\bwithin\s+(?:the\s+)?$", before, re.IGNORECASE))
        if period is not None and ahead and _SPAN_WITHIN.search(before):
            return _after(said, int(period["number"]), period["unit"])
    return None


def _after(said: date, number: int, unit: str) -> str | None:
    """The end of a period that begins on a day, as precise as its unit."""
    try:
        if unit == "Y":
            return f"{said.year + number:04d}"
        if unit == "M":
            months = said.year * 12 + said.month - 1 + number
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        return (said + timedelta(days=number * (7 if unit == "W" else 1))).isoformat()
    except (OverflowError, ValueError):
        return None
