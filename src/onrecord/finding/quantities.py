"""Quantities: a number with the hedge and the unit beside it, and the phrase that is counted after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.encoder import Scores
from onrecord.finding.layers import span_of
from onrecord.finding.spans import Run, Tagged, extent_of
from onrecord.records import Quantity, Span

_BESIDE = re.compile(r"[ \u00a0\u202f-]?")  # "$ 3", "3-km"
_COUNTS = re.compile(r"[ \u00a0\u202f-]?(of (the |its |their |his |her |our )?)?")  # "3,000 of its troops", "dozens of"
_RANGE = re.compile(r" ?(-|–|—|to|and|or) ?")


@dataclass(frozen=True, slots=True)
class _Part:
    """One run with its stretch of the text."""

    run: Run
    start: int
    end: int


def quantities_in(window: Tagged, text: str) -> Iterator[Quantity]:
    """Yield the quantities of a window, in order of their numbers."""
    scores = window.scores
    parts = [_Part(run, *extent_of(scores, run)) for run in window.runs["quantities"]]
    for first, last in _numbers(parts, text):
        numbers = parts[first : last + 1]
        hedge, unit, counted = _beside(parts, first, last, text)
        known = [*numbers, *filter(None, (hedge, unit))]
        yield Quantity(
            number=Span.cut(text, numbers[0].start, numbers[-1].end),
            span=Span.cut(text, min(p.start for p in known), max(p.end for p in known)),
            hedge=_span(scores, hedge, text),
            unit=_span(scores, unit, text),
            counted=_span(scores, counted, text),
            confidence=min(window.sure("quantities", p.run) for p in numbers),
        )


def _span(scores: Scores, part: _Part | None, text: str) -> Span | None:
    return span_of(scores, part.run, text) if part else None


def _numbers(parts: Sequence[_Part], text: str) -> Iterator[tuple[int, int]]:
    """First and last part of each number; two with a dash, "to" or "and" between them are one: a range.

    "and" joins only behind "between": three and four are two numbers elsewhere.
    """
    k = 0
    while k < len(parts):
        if parts[k].run.kind == "number":
            last = k
            while _is_range(parts, last, text):
                last += 1
            yield k, last
            k = last
        k += 1


def _is_range(parts: Sequence[_Part], k: int, text: str) -> bool:
    if k + 1 >= len(parts) or parts[k + 1].run.kind != "number":
        return False
    between = _RANGE.fullmatch(text[parts[k].end : parts[k + 1].start])
    if not between:
        return False
    hedge = text[parts[k - 1].start : parts[k - 1].end].casefold() if k and parts[k - 1].run.kind == "hedge" else ""
    return between[1] != "and" or hedge.endswith("between")


def _beside(
    parts: Sequence[_Part], first: int, last: int, text: str
) -> tuple[_Part | None, _Part | None, _Part | None]:
    """Hedge, unit and counted phrase of the number in parts [first, last]."""
    found: dict[str, _Part] = {}
    for step, here in ((-1, first), (1, last)):
        at = here + step
        while 0 <= at < len(parts) and parts[at].run.kind != "number" and parts[at].run.kind not in found:
            left, right = (parts[at], parts[at - step]) if step < 0 else (parts[at - step], parts[at])
            gap = _COUNTS if parts[at].run.kind == "counted" and step > 0 else _BESIDE
            if not gap.fullmatch(text[left.end : right.start]):
                break
            found[parts[at].run.kind] = parts[at]
            at += step
    return found.get("hedge"), found.get("unit"), found.get("counted")
