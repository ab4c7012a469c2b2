"""The key to a chart over time: each speaker and each kind of mark in it, as a small picture with its name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.exporting.chart_figures import ChartFigure, ink_of, inks_of, plain
from onrecord.exporting.symbols import OTHERS, Ink, look_of, picture

_RADIUS: Final = 5
_NEUTRAL: Final = Ink("neutral", "currentColor", "circle")
# What is drawn for each kind: symbols, hollow, faint.
_KINDS: Final = {
    "exactly": (("circle",), False, False),
    "at least": (("circle", "up"), False, False),
    "more than": (("circle", "up"), True, False),
    "at most": (("circle", "down"), False, False),
    "less than": (("circle", "down"), True, False),
    "between": (("between",), False, False),
    "about, or hedged": (("circle",), False, True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One line of a key: `symbol` is an SVG of its own, without text, `name` is plain text, `count` how many there are.

    `ink` is the class of the speaker's marks in the chart, `None` for a kind of mark.
    """

    about: Literal["speaker", "bound", "mark"]
    name: str
    count: int
    symbol: str
    ink: str | None = None


def keys_of(figures: Sequence[ChartFigure]) -> tuple[Key, ...]:
    """Return the key to the figures that are drawn: the speakers, those with most figures first; bounds; marks."""
    return (*_speakers(figures), *_bounds(figures), *_marks(figures))


def _speakers(figures: Sequence[ChartFigure]) -> Iterator[Key]:
    inks = inks_of(figures)
    counted = Counter(ink_of(figure, inks) for figure in figures)
    names = {ink: plain(name) for name, ink in inks.items()} | {OTHERS: "Others" if inks else "Unknown speaker"}
    for ink, name in names.items():
        if counted[ink]:
            drawn = picture([ink.shape], ink, _RADIUS)
            yield Key(about="speaker", name=name, count=counted[ink], symbol=drawn, ink=ink.name)


def _bounds(figures: Sequence[ChartFigure]) -> Iterator[Key]:
    counted = Counter(kind for figure in figures for kind in _kinds(figure))
    for kind, (shapes, hollow, faint) in _KINDS.items():
        if counted[kind]:
            drawn = picture(shapes, _NEUTRAL, _RADIUS, look_of(hollow=hollow, faint=faint))
            yield Key(about="bound", name=kind, count=counted[kind], symbol=drawn)


def _kinds(figure: ChartFigure) -> Iterator[str]:
    if figure.faint:
        yield "about, or hedged"
    if len(figure.ends) > 1:
        yield "between"
    elif figure.arrow == "up":
        yield "more than" if figure.hollow else "at least"
    elif figure.arrow == "down":
        yield "less than" if figure.hollow else "at most"
    elif not figure.faint:
        yield "exactly"


def _marks(figures: Sequence[ChartFigure]) -> Iterator[Key]:
    counted = Counter(figure.mark for figure in figures if figure.mark is not None)
    for mark in ("restated", "contradicted"):
        if counted[mark]:
            drawn = picture(["circle", mark], _NEUTRAL, _RADIUS)
            yield Key(about="mark", name=mark, count=counted[mark], symbol=drawn)
