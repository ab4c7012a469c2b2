"""What a whole document tells of its figures that their own paragraphs leave out: of which country their things are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from onrecord.comparing.figures.contexts import nation_with
from onrecord.comparing.figures.nouns import PEOPLE
from onrecord.comparing.figures.telling import paragraphs_of, told_figures_of
from onrecord.comparing.figures.things import keys_of_thing, thing_told
from onrecord.comparing.figures.wordings import Thing
from onrecord.records import Figure, Record, Span, ToldFigure

_T = TypeVar("_T")
_TELLING: Final = 100
"""The least number that is known again by itself: two of "three" may be of anything."""
_BEFORE: Final = 2
"""How many paragraphs before its own a figure's country is looked for: a question, and what was said first to it."""


def figure_keys(record: Record) -> dict[str, tuple[str, ...]]:
    """Return, by its id, the keys under which each figure of a document is found again (`things.keys_of`).

    Of people whose country nothing in their paragraph tells, the country is that of the same number of the same people
    elsewhere in the document, else the one that the paragraphs right before name with the same noun. A bare number
    ("about 450 sleep in tents") is of what it was told of before (`told_before`).
    """
    figures = list(told_figures_of(record))
    known = [(told, found.thing) for told in figures if (found := thing_told(told)) is not None]
    bare = [told for told in figures if told.figure.counted is None]
    known += [(told, before[1]) for told in bare if (before := told_before(told, known)) is not None]
    again = {_number(told.figure, thing): thing.nations for told, thing in known if thing.nations}
    paragraphs = paragraphs_of(record.document)
    keys: dict[str, tuple[str, ...]] = {}
    for told, thing in known:
        if not thing.nations and thing.noun in PEOPLE:
            nations = again.get(_number(told.figure, thing)) or _before(told, thing, paragraphs)
            thing = replace(thing, nations=frozenset(nations))
        keys[told.figure.id] = tuple(keys_of_thing(thing))
    return keys


def told_before(told: ToldFigure, known: Iterable[tuple[ToldFigure, _T]]) -> tuple[ToldFigure, _T] | None:
    """Return the figure, with what is known of it, that a bare number repeats: the last of its value before it.

    Only of the same document, and only numbers that are not small; `None` where there is none, or where the number was
    told of one thing and another.
    """
    figure = told.figure
    if figure.counted is not None or figure.value is None or figure.value < _TELLING or figure.unit != "count":
        return None
    same = [(one, of) for one, of in known if one.page.document == told.page.document and _repeats(figure, one.figure)]
    nouns = {one.figure.counted for one, _ in same}
    return same[-1] if len(nouns) == 1 else None


def _repeats(figure: Figure, before: Figure) -> bool:
    here = before.span.end <= figure.span.start and before.value == figure.value and before.unit == figure.unit
    return here and before.counted is not None


def _number(figure: Figure, thing: Thing) -> tuple[object, ...]:
    return thing.noun, thing.state, figure.bound, figure.value, figure.low, figure.high, figure.unit


def _before(told: ToldFigure, thing: Thing, paragraphs: Sequence[Span]) -> Iterator[str]:
    """The one country that the nearest of the paragraphs before names with the noun."""
    place = paragraphs.index(told.paragraph)
    for paragraph in reversed(paragraphs[max(0, place - _BEFORE) : place]):
        named = nation_with(paragraph.text, thing.noun)
        if named is not None:
            yield named.country
            return
