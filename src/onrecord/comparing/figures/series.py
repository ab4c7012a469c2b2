"""A series: every figure about one thing in the order of its moment, each told once, with why it belongs.

A figure belongs where its own words, or what stands around it, name the noun that is asked for under any of its names,
the nations and all else. What a document says again by the same speakers, and what another copies word for word, is
kept with the first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from onrecord.comparing.figures.asking import Asked, answers, is_among, stands_there
from onrecord.comparing.figures.bounds import says_a_number
from onrecord.comparing.figures.contexts import Known, around_figure
from onrecord.comparing.figures.documents import told_before
from onrecord.comparing.figures.moments import order_of, said_on
from onrecord.comparing.figures.things import Found, thing_told
from onrecord.comparing.figures.wordings import Thing, base_of
from onrecord.folding import fold
from onrecord.records import RefJson, ToldFigure
from onrecord.records.figure import Figure, FigureJson


class PointJson(TypedDict):
    """The codebook's line of `figures`."""

    ref: RefJson
    figure: FigureJson
    speakers: list[str]
    said: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure of a series.

    `why` are the reasons why it belongs, each a phrase; `again` are the same figure said again in its document,
    `copies` in others that have its sentence word for word, each in order.
    """

    told: ToldFigure
    why: tuple[str, ...] = ()
    again: tuple[ToldFigure, ...] = ()
    copies: tuple[ToldFigure, ...] = ()

    def all(self) -> Iterator[ToldFigure]:
        """Yield the figure and all that say it again."""
        yield from (self.told, *self.again, *self.copies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What was asked, its points in order, and what of the same thing is told apart.

    `fates` says how many figures tell what became of some ("killed"); `vague` how many say no number ("several").
    """

    asked: Asked
    points: tuple[Point, ...]
    fates: tuple[tuple[str, int], ...] = ()
    vague: int = 0

    def all(self) -> Iterator[ToldFigure]:
        """Yield every figure of the series in order, also what is said again and copied."""
        yield from sorted((told for point in self.points for told in point.all()), key=order_of)


# From where on a sentence tells of what is asked for: of 27 sums that near, 21 were of it (five questions, by hand).
NEAR: Final = 0.5
_BARE_TIMES: Final = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))


def series_of(asked: Asked, figures: Iterable[ToldFigure], near: Iterable[tuple[ToldFigure, float]] = ()) -> Series:
    """Return the series that answers, out of the figures that have a key of what is asked (`Asked.keys`), in any order.

    A figure whose paragraph tells of no nation has the key because its document does (`documents.figure_keys`). `near`
    are figures that name nothing they count, whose sentences are near in meaning, each with the cosine: sums, rates.
    """
    wanted = None if asked.thing is None else asked.thing.state
    found = _known(figures)
    belonging = [(told, thing) for told, thing in found if answers(asked, thing) and is_among(asked, told)]
    alive = [(told, thing) for told, thing in belonging if thing.thing.state == wanted]
    fates = [thing.thing.state for _, thing in belonging if wanted is None and thing.thing.state is not None]
    alive += _near(asked, near)
    vague = [told for told, _ in alive if not says_a_number(told.figure)]
    alive = [(told, thing) for told, thing in alive if says_a_number(told.figure)]
    points = _folded(sorted(alive, key=lambda one: order_of(one[0])), asked)
    return Series(
        asked=asked,
        points=tuple(points),
        fates=tuple((fate, fates.count(fate)) for fate in dict.fromkeys(fates)),
        vague=len(vague),
    )


def point_json(told: ToldFigure) -> PointJson:
    """Return the codebook's line of `figures`."""
    return {
        "ref": told.ref().to_json(),
        "figure": told.figure.to_json(),
        "speakers": [speaker.name for speaker in told.speakers],
        "said": told.said,
        "as_of": told.figure.as_of,
    }


def of_one_unit(points: Sequence[Point]) -> tuple[str, list[tuple[int, Point]]]:
    """Return the commonest unit, and the points that have it, each with its number in the series, from 1."""
    if not points:
        return "count", []
    units = Counter(point.told.figure.unit or "count" for point in points)
    unit = units.most_common(1)[0][0]
    return unit, [(n, point) for n, point in enumerate(points, 1) if (point.told.figure.unit or "count") == unit]


def number_of(figure: Figure) -> tuple[object, ...]:
    """Return what two figures have in common that state the same number with the same bound."""
    return figure.bound, figure.value, figure.low, figure.high, figure.unit, figure.change


def _near(asked: Asked, near: Iterable[tuple[ToldFigure, float]]) -> Iterator[tuple[ToldFigure, Found]]:
    """What is near in meaning and can be of what is asked for: not bare numbers, whose noun is left out, nor times."""
    for told, cosine in near:
        unit = base_of(told.figure.unit)
        if unit != "count" and unit not in _BARE_TIMES and cosine >= NEAR and is_among(asked, told):
            why = Known("", "meaning", f"its sentence is near in meaning ({cosine:.2f})")
            yield told, Found(Thing(noun="", unit=unit), (why,))


def _known(figures: Iterable[ToldFigure]) -> list[tuple[ToldFigure, Found]]:
    """What each figure counts; a bare number counts what its document told it of before."""
    every = list(figures)
    found = [(told, thing) for told in every if (thing := thing_told(told)) is not None]
    named = {_place(told) for told, _ in found}
    by_document: dict[str, list[tuple[ToldFigure, Found]]] = {}
    for told, thing in found:
        by_document.setdefault(told.page.document, []).append((told, thing))
    for told in every:
        known = () if _place(told) in named else by_document.get(told.page.document, ())
        before = told_before(told, known)
        if before is not None:
            first, thing = before
            words = " ".join(f"{first.figure.span.text} {first.figure.counted}".split())
            found.append((told, Found(thing.thing, (*thing.how, Known("", "document", f"“{words}” before it")))))
    return found


def _folded(found: Iterable[tuple[ToldFigure, Found]], asked: Asked) -> Iterator[Point]:
    """Yield each figure once, with those that say it again."""
    points: list[list[ToldFigure]] = []
    by_speakers: dict[tuple[object, ...], list[ToldFigure]] = {}
    by_sentence: dict[tuple[object, ...], list[ToldFigure]] = {}
    reasons: dict[str, tuple[str, ...]] = {}
    for told, thing in found:
        said, copied = _by_speakers(told), _by_sentence(told)
        same = by_sentence.get(copied) or by_speakers.get(said)
        if same is None:
            same = []
            points.append(same)
            reasons[_place(told)] = tuple(_reasons(told, thing, asked))
        same.append(told)
        by_speakers.setdefault(said, same)
        by_sentence.setdefault(copied, same)
    for same in points:
        first = same[0]
        others = [one for one in same[1:] if one.page.document == first.page.document]
        copies = [one for one in same[1:] if one.page.document != first.page.document]
        yield Point(told=first, why=reasons[_place(first)], again=tuple(others), copies=tuple(copies))


def _place(told: ToldFigure) -> str:
    return f"{told.page.document} {told.figure.id}"


def _by_speakers(told: ToldFigure) -> tuple[object, ...]:
    """What a figure has in common with the same one said again in its document by the same speakers."""
    speakers = tuple(sorted(speaker.name for speaker in told.speakers))
    said = said_on(told)
    return told.page.document, speakers, said and said.first[:7], *number_of(told.figure)


def _by_sentence(told: ToldFigure) -> tuple[object, ...]:
    """What a figure has in common with a copy of it: its sentence, word for word."""
    around = around_figure(told)
    return fold(around.before), fold(around.behind), *number_of(told.figure)


def _reasons(told: ToldFigure, found: Found, asked: Asked) -> Iterator[str]:
    counted = told.figure.counted
    if counted is not None and fold(counted) != fold(asked.words):
        yield f"counts “{counted}”"
    yield from (known.said for known in found.how)
    by_meaning = any(known.by == "meaning" for known in found.how)
    if asked.thing is not None and asked.thing.nations and not found.thing.nations and not by_meaning:
        yield f"{' and '.join(sorted(asked.thing.nations))} as its document tells elsewhere"
    there = stands_there(asked, told)
    if there is not None and there.said != told.figure.where:
        yield there.said
