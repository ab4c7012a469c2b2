"""Quantities: a number with the hedge and the unit beside it, and the phrase that is counted after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.finding.companions import companions
from onrecord.finding.quantity_words import (
    Extent,
    hedge_after,
    hedge_before,
    is_hedge,
    is_unit,
    is_while,
    number_before,
    trimmed,
    unit_after,
    whole_after,
    widened,
)
from onrecord.finding.ranges import is_range
from onrecord.finding.signs import prices_in, sign_before
from onrecord.finding.spans import Run, Tagged, extent_of
from onrecord.records import Quantity, Span
from onrecord.tallies import tallies_in, tally_at

_BESIDE = re.compile(r"[ \u00a0\u202f-]?")  # "$ 3", "3-km"
_COUNTS = re.compile(r"[ \u00a0\u202f-]?(of (the |its |their |his |her |our )?)?")  # "3,000 of its troops", "dozens of"


@dataclass(frozen=True, slots=True)
class _Part:
    """One run with its stretch of the text."""

    run: Run
    start: int
    end: int

    @property
    def extent(self) -> Extent:
        """Its stretch alone."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A number and what was found beside it, before its words are looked at."""

    number: Extent
    hedge: Extent | None
    unit: Extent | None
    counted: Extent | None
    sure: float | None


def quantities_in(window: Tagged, text: str) -> Iterator[Quantity]:
    """Yield the quantities of a window, in order of their numbers.

    What the tags leave open the words beside a number tell: the rest of a number that was cut, its hedge, its unit.
    """
    parts = [_Part(run, *extent_of(window.scores, run)) for run in window.runs["quantities"]]
    done = 0
    for sketch in _sketches(window, parts, text):
        if sketch.number[0] >= done:
            yield _quantity(text, sketch, done)
            done = sketch.number[1]


def _sketches(window: Tagged, parts: Sequence[_Part], text: str) -> Iterator[_Sketch]:
    """Every number with the tagged parts beside it, and the numbers that a unit stands behind alone."""
    taken: set[int] = set()
    found: list[_Sketch] = []
    for first, last in _numbers(parts, text):
        hedge, unit, counted = (part.extent if part else None for part in _beside(parts, first, last, text))
        taken |= {one[0] for one in (unit, counted) if one}
        sure = min(window.sure("quantities", part.run) for part in parts[first : last + 1])
        for number in _pieces(text, parts[first].start, parts[last].end):
            found.append(_Sketch(number, hedge, unit, counted, sure))
    for sketch in list(found):
        found += (_alone(number, sketch.sure) for number in companions(text, sketch.number))
    found += (_alone(number, None) for result in tallies_in(text, *_reach(window)) for number in result)
    for part in parts:
        alone = number_before(text, part.start) if part.run.kind == "unit" and part.start not in taken else None
        if alone:
            found.append(_Sketch(alone, None, part.extent, None, window.sure("quantities", part.run)))
    found += [
        _alone(widened(text, *price), None) for price in prices_in(text, *_reach(window)) if not _holds(found, price)
    ]
    return iter(sorted(found, key=lambda sketch: (sketch.number[0], -sketch.number[1])))


def _alone(number: Extent, sure: float | None) -> _Sketch:
    return _Sketch(number, None, None, None, sure)


def _holds(found: Sequence[_Sketch], number: Extent) -> bool:
    """Whether one of the numbers found holds a place of this one."""
    return any(sketch.number[0] < number[1] and number[0] < sketch.number[1] for sketch in found)


def _reach(window: Tagged) -> Extent:
    """The stretch of text that a window stands for."""
    starts, ends = window.scores.window.starts, window.scores.window.ends
    inside = starts >= 0
    return (int(starts[inside].min()), int(ends[inside].max())) if inside.any() else (0, 0)


def _pieces(text: str, start: int, end: int) -> tuple[Extent, ...]:
    """The number that was found, whole; both numbers of a result."""
    start, end = trimmed(text, start, end)
    return tally_at(text, start, end) or (widened(text, start, end),)


def _quantity(text: str, sketch: _Sketch, floor: int) -> Quantity:
    """The parts of a quantity as its words have them, none before `floor`, where the number before it ends."""
    number = sketch.number
    unit, counted = _unit(text, sketch)
    first = min(number[0], unit[0]) if unit else number[0]
    last = max(number[1], unit[1]) if unit else number[1]
    hedges = _hedges(text, sketch, first, last, unit is None)
    hedges = [hedge for hedge in hedges if hedge[0] >= floor]
    around = [number, *hedges, *([unit] if unit else [])]
    return Quantity(
        number=Span.cut(text, *number),
        span=Span.cut(text, min(start for start, _ in around), max(end for _, end in around)),
        hedge=Span.cut(text, *hedges[0]) if hedges else None,
        unit=Span.cut(text, *unit) if unit else None,
        counted=Span.cut(text, *counted) if counted else None,
        confidence=sketch.sure,
    )


def _unit(text: str, sketch: _Sketch) -> tuple[Extent | None, Extent | None]:
    """Unit and counted phrase; a unit that was found as what is counted is one, and so is one that was not found."""
    start, end = sketch.number
    hedge = hedge_after(text, end)
    after = unit_after(text, hedge[1] if hedge else end) or unit_after(text, end) or whole_after(text, start, end)
    unit, counted = sketch.unit, sketch.counted
    if unit and not is_unit(text, unit, sketch.number):
        counted = counted or (unit if unit[0] >= end else None)
        unit = None
    if after and (unit is None or after[0] <= unit[0]):
        unit = after if unit is None or after[1] > unit[1] else unit
    sign = sign_before(text, start)
    if sign and (unit is None or sign[0] <= unit[0] < start):
        unit = sign  # "$" alone may have been found of "US$", "A" of "$A"
    if counted and unit and counted[0] < unit[1] and unit[0] < counted[1]:
        counted = (unit[1] + 1, counted[1]) if counted[1] > unit[1] + 1 else None
    return unit, counted


def _hedges(text: str, sketch: _Sketch, first: int, last: int, bare: bool) -> list[Extent]:
    """What says how near the number is: the words before it, else those after it, else what was found."""
    words = text[slice(*sketch.number)]
    before = hedge_before(text, first, bare and not words[:1].isdigit())
    if before and is_while(text, before, sketch.number[1]):
        before = None
    after = hedge_after(text, last) or hedge_after(text, sketch.number[1])
    if after and not bare and text[slice(*after)].casefold() == "more":
        after = None  # "1,000 times more"
    found = sketch.hedge if sketch.hedge and is_hedge(text, sketch.hedge, sketch.number[1]) else None
    if before and found and found[1] <= first:
        before = min(before[0], found[0]), before[1]
    return [hedge for hedge in (before or found, after) if hedge]


def _numbers(parts: Sequence[_Part], text: str) -> Iterator[tuple[int, int]]:
    """First and last part of each number; two with a dash, "to" or "and" between them are one: a range.

    "and" joins only behind "between": three and four are two numbers elsewhere.
    """
    k = 0
    while k < len(parts):
        if parts[k].run.kind == "number":
            last = k
            while step := _is_range(parts, last, text):
                last += step
            yield k, last
            k = last
        k += 1


def _is_range(parts: Sequence[_Part], k: int, text: str) -> int:
    """How many parts on the number stands that is the other bound of the one at `k`: 0 where there is none.

    Between "$5 million" and "$7 million" stands a sign, between "5%" and "10%" a unit.
    """
    step = 1
    while k + step < len(parts) and parts[k + step].run.kind == "unit":
        step += 1
    if k + step >= len(parts) or parts[k + step].run.kind != "number":
        return 0
    first, second = trimmed(text, *parts[k].extent), trimmed(text, *parts[k + step].extent)
    return step if is_range(text, first, second) else 0


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
