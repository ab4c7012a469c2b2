"""The marks of a chart over time: each figure's shape, arrow, bar and ring where it belongs, in one link."""

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.exporting.chart_figures import ChartFigure, ink_of, inks_of, plain
from onrecord.exporting.frame import SVG, Frame
from onrecord.exporting.number_axis import NumberAxis
from onrecord.exporting.spreading import spread
from onrecord.exporting.symbols import DEFAULT, Ink, look_of, symbol
from onrecord.exporting.time_axis import TimeAxis, instants_of

if TYPE_CHECKING:
    from lxml.etree import _Element

# A finger's target is drawn around marks so few that one does not hide the next.
_FEW: Final = 60
_BAR: Final = "3.5"


class Plot(NamedTuple):
    """Where on the drawing a moment and a number stand, and how large a shape is."""

    frame: Frame
    days: TimeAxis
    numbers: NumberAxis
    radius: float

    def x(self, instant: float) -> float:
        """Return where an instant stands, in milliseconds since 1970."""
        part = (instant - self.days.first) / (self.days.last - self.days.first)
        return self.frame.left + part * (self.frame.right - self.frame.left)

    def y(self, number: float) -> float:
        """Return where a number stands."""
        low, high, at = self.numbers.floor, self.numbers.top, number
        if self.numbers.logarithmic:
            low, high, at = math.log(low), math.log(high), math.log(at)
        return self.frame.bottom - (at - low) / (high - low) * (self.frame.bottom - self.frame.top)


def definitions(prefix: str, drawn: Sequence[ChartFigure], radius: float) -> "_Element":
    """Return each symbol once, in each colour that it is drawn in: marks only point to it, so that many stay small.

    `prefix` begins their ids.
    """
    every, inks = element("defs"), inks_of(drawn)
    used = dict.fromkeys((ink_of(figure, inks), figure.arrow) for figure in drawn)
    for ink, arrow in used:
        group = element("g", id=_id(prefix, ink, arrow), **ink.paint() | {"class": ink.name})
        group.extend(symbol(name, radius) for name in (ink.shape, arrow) if name is not None)
        every.append(group)
    for name in ("restated", "contradicted", "target"):
        shape = symbol(name, radius)
        shape.set("id", prefix + name)
        every.append(shape)
    return every


def marks(prefix: str, drawn: Sequence[ChartFigure], plot: Plot) -> "_Element":
    """Return the figures as a group of marks, in their order; `prefix` is that of the symbols (`definitions`)."""
    group = element("g", **{"class": "figures"} | DEFAULT)
    inks = inks_of(drawn)
    stretches = [instants_of(figure.moment) or (0, 0) for figure in drawn]
    heights = [[plot.y(number) for number in figure.ends] for figure in drawn]
    points = [(plot.x((first + last) / 2), ys[0]) for (first, last), ys in zip(stretches, heights, strict=True)]
    places = spread(points, 2 * plot.radius, plot.frame.left, plot.frame.right)
    for figure, (first, last), ys, x in zip(drawn, stretches, heights, places, strict=True):
        ink = ink_of(figure, inks)
        mark = _mark(figure, ink)
        mark.extend(_stretch(ink, plot.x(first), plot.x(last), ys, plot.radius))
        mark.extend(_shapes(prefix, figure, ink, x, ys))
        if len(drawn) <= _FEW:
            mark.append(_use(f"{prefix}target", x, ys[0]))
        group.append(mark)
    return group


def element(name: str, **attributes: str) -> "_Element":
    """Return an empty SVG element."""
    from lxml import etree

    return etree.Element(f"{SVG}{name}", attributes, nsmap={None: SVG[1:-1]})


def rounded(number: float) -> str:
    """Return a number as a chart writes it: a tenth of a pixel is more than is seen."""
    return f"{number:.1f}".removesuffix(".0")


def _id(prefix: str, ink: Ink, arrow: str | None) -> str:
    return f"{prefix}{ink.name.removeprefix('speaker-')}{'' if arrow is None else f'-{arrow}'}"


def _mark(figure: ChartFigure, ink: Ink) -> "_Element":
    link = figure.link
    mark = element("g", role="img", tabindex="0") if link is None else element("a", href=plain(link))
    traits = (("hollow", figure.hollow), ("faint", figure.faint), (figure.mark, figure.mark is not None))
    mark.set("class", " ".join(["figure", ink.name, *(str(trait) for trait, has in traits if has)]))
    mark.set("data-figure", plain(figure.id))
    mark.set("aria-label", figure.named())
    if figure.words is not None:
        mark.set("data-words", plain(figure.words))
    mark.attrib.update(look_of(hollow=figure.hollow, faint=figure.faint))
    return mark


def _stretch(ink: Ink, first: float, last: float, ys: Sequence[float], radius: float) -> Iterator["_Element"]:
    """A thin line over the days that a moment may be, where they are seen to be more than one."""
    if last - first > 3 * radius:
        line = element("path", d=f"M{rounded(first)} {rounded(sum(ys) / len(ys))}H{rounded(last)}", stroke=ink.colour)
        line.attrib.update({"class": f"stretch {ink.name}", "stroke-width": "1", "stroke-opacity": ".45"})
        yield line


def _shapes(prefix: str, figure: ChartFigure, ink: Ink, x: float, ys: Sequence[float]) -> Iterator["_Element"]:
    if len(ys) > 1:
        bar = element("path", d=f"M{rounded(x)} {rounded(ys[0])}V{rounded(ys[-1])}", stroke=ink.colour)
        bar.attrib.update({"class": f"between {ink.name}", "stroke-width": _BAR})
        yield bar
    for y in ys:
        yield _use(_id(prefix, ink, figure.arrow), x, y)
    if figure.mark is not None:
        yield _use(prefix + figure.mark, x, ys[-1])


def _use(name: str, x: float, y: float) -> "_Element":
    return element("use", href=f"#{name}", x=rounded(x), y=rounded(y))
