"""A series of figures over time as a chart for a page: a static SVG of links, in the page's own colours.

Each figure stands at its moment and its number: a shape is a number stated, an arrow says that the words leave it open
that way, a bar that it lies between two. What is hedged is faint. The shape and its colour are the speaker's. A ring
marks what was restated, a diamond what was contradicted.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.exporting.chart_figures import ChartFigure, ink_of, inks_of, plain
from onrecord.exporting.chart_keys import Key, keys_of
from onrecord.exporting.frame import SVG, Frame, Size, frame_of
from onrecord.exporting.number_axis import NumberAxis, number_axis
from onrecord.exporting.spreading import spread
from onrecord.exporting.symbols import DEFAULT, Ink, length_of_arrow, look_of, symbol
from onrecord.exporting.time_axis import TimeAxis, instants_of, main_stretch, time_axis

if TYPE_CHECKING:
    from lxml.etree import _Element

# Three widths to be shown at about their own size: on a phone, in a column, over a wide screen.
NARROW: Final = Size(width=344, height=300, letters=12, days=4, numbers=4)
MIDDLE: Final = Size(width=700, height=340, letters=13, days=7, numbers=5)
WIDE: Final = Size(width=1060, height=400, letters=13, days=12, numbers=6)

_RADIUS: Final = {NARROW.width: 4.2, MIDDLE.width: 4.6, WIDE.width: 5.0}
_MANY, _SMALLER = 120, 0.8
# A finger's target is drawn around marks so few that one does not hide the next.
_FEW: Final = 60
_LONGEST_UNIT: Final = 40
_BAR: Final = "3.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesChart:
    """A chart, the key to it, and how many figures are not in it.

    `left_out` have no number or no known day; `far` lie so far in time from the most of them that these could not be
    told apart.
    """

    svg: str
    keys: tuple[Key, ...]
    left_out: int = 0
    far: int = 0


class _Plot(NamedTuple):
    """Where on the drawing a moment and a number stand, and how large a shape is."""

    frame: Frame
    days: TimeAxis
    numbers: NumberAxis
    radius: float

    def x(self, instant: float) -> float:
        part = (instant - self.days.first) / (self.days.last - self.days.first)
        return self.frame.left + part * (self.frame.right - self.frame.left)

    def y(self, number: float) -> float:
        low, high, at = self.numbers.floor, self.numbers.top, number
        if self.numbers.logarithmic:
            low, high, at = math.log(low), math.log(high), math.log(at)
        return self.frame.bottom - (at - low) / (high - low) * (self.frame.bottom - self.frame.top)


def series_chart(
    figures: Sequence[ChartFigure], *, title: str, unit: str, size: Size = WIDE, name: str = "s", whole: bool = False
) -> SeriesChart | None:
    """Return figures of one unit as a chart of this size; `None` where there is nothing to draw.

    `title` is what the chart is called aloud, `unit` stands over the axis of numbers; `name` begins the ids in the SVG,
    a word that no other chart on the page has; with `whole` also what lies far from the rest in time is drawn. Each
    mark is an `a` (a `g` where there is no link) with the class `figure`, the speaker's class, `data-figure` and a name
    for who hears it. Figures that would hide one another are moved aside by a few pixels.
    """
    placed = [(figure, instants) for figure in figures if figure.ends and (instants := instants_of(figure.moment))]
    if not placed:
        return None
    near = main_stretch([instants for _, instants in placed])
    drawn = [figure for (figure, _), shown in zip(placed, near, strict=True) if shown or whole]
    plot = _plot(drawn, size)
    svg = _svg(title, size)
    svg.append(_definitions(f"{name}{size.width}-", drawn, plot.radius))
    svg.append(plot.frame.group)
    svg.extend([_unit(unit, plot, size), _baseline(plot), _marks(f"{name}{size.width}-", drawn, plot)])
    return SeriesChart(
        svg=_written(svg), keys=keys_of(drawn), left_out=len(figures) - len(placed), far=len(placed) - len(drawn)
    )


def warm_up() -> None:
    """Draw a first chart, which takes a second or more in a new process; the ones after it do not."""
    series_chart([ChartFigure(id="first", moment="2031-01-01", value=1, low=1, high=1)], title="", unit="")


def _plot(drawn: Sequence[ChartFigure], size: Size) -> _Plot:
    numbers = number_axis([number for figure in drawn for number in figure.ends])
    days = time_axis(instants for figure in drawn if (instants := instants_of(figure.moment)))
    radius = _RADIUS[size.width] * (_SMALLER if len(drawn) > _MANY else 1)
    down = any(figure.arrow == "down" for figure in drawn)
    return _Plot(
        frame_of(days, numbers, size, math.ceil(length_of_arrow(radius)) if down else 0), days, numbers, radius
    )


def _svg(title: str, size: Size) -> "_Element":
    from lxml import etree

    box = {"viewBox": f"0 0 {size.width} {size.height}", "width": "100%"}
    named = {"class": "series-chart", "role": "group", "aria-label": plain(title)}
    return etree.Element(f"{SVG}svg", named | box, nsmap={None: SVG[1:-1]})


def _definitions(prefix: str, drawn: Sequence[ChartFigure], radius: float) -> "_Element":
    """Each symbol once, in each colour that it is drawn in: marks only point to it, so that many of them stay small."""
    from lxml import etree

    definitions, inks = etree.Element(f"{SVG}defs"), inks_of(drawn)
    used = dict.fromkeys((ink_of(figure, inks), figure.arrow) for figure in drawn)
    for ink, arrow in used:
        group = _element("g", id=_id(prefix, ink, arrow), **ink.paint() | {"class": ink.name})
        group.extend(symbol(name, radius) for name in (ink.shape, arrow) if name is not None)
        definitions.append(group)
    for name in ("restated", "contradicted", "target"):
        shape = symbol(name, radius)
        shape.set("id", prefix + name)
        definitions.append(shape)
    return definitions


def _id(prefix: str, ink: Ink, arrow: str | None) -> str:
    return f"{prefix}{ink.name.removeprefix('speaker-')}{'' if arrow is None else f'-{arrow}'}"


def _unit(unit: str, plot: _Plot, size: Size) -> "_Element":
    said = plain(unit)
    said = said if len(said) <= _LONGEST_UNIT else f"{said[: _LONGEST_UNIT - 1]}…"
    text = _element("text", x="4", y=str(size.letters + 1), fill="currentColor", **{"class": "unit"})
    text.set("font-size", str(size.letters))
    text.text = f"{said} (logarithmic)" if plot.numbers.logarithmic else said
    return text


def _baseline(plot: _Plot) -> "_Element":
    """The line of zero; where numbers go by powers of ten, of the lowest."""
    y = plot.y(plot.numbers.floor if plot.numbers.logarithmic else 0)
    line = _element("path", d=f"M{_n(plot.frame.left)} {_n(y)}H{_n(plot.frame.right)}", **{"class": "baseline"})
    line.attrib.update({"stroke": "currentColor", "stroke-opacity": ".6"})
    return line


def _marks(prefix: str, drawn: Sequence[ChartFigure], plot: _Plot) -> "_Element":
    group = _element("g", **{"class": "figures"} | DEFAULT)
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


def _mark(figure: ChartFigure, ink: Ink) -> "_Element":
    link = figure.link
    mark = _element("g", role="img", tabindex="0") if link is None else _element("a", href=plain(link))
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
        line = _element("path", d=f"M{_n(first)} {_n(sum(ys) / len(ys))}H{_n(last)}", stroke=ink.colour)
        line.attrib.update({"class": f"stretch {ink.name}", "stroke-width": "1", "stroke-opacity": ".45"})
        yield line


def _shapes(prefix: str, figure: ChartFigure, ink: Ink, x: float, ys: Sequence[float]) -> Iterator["_Element"]:
    if len(ys) > 1:
        bar = _element("path", d=f"M{_n(x)} {_n(ys[0])}V{_n(ys[-1])}", stroke=ink.colour)
        bar.attrib.update({"class": f"between {ink.name}", "stroke-width": _BAR})
        yield bar
    for y in ys:
        yield _use(_id(prefix, ink, figure.arrow), x, y)
    if figure.mark is not None:
        yield _use(prefix + figure.mark, x, ys[-1])


def _use(name: str, x: float, y: float) -> "_Element":
    return _element("use", href=f"#{name}", x=_n(x), y=_n(y))


def _element(name: str, **attributes: str) -> "_Element":
    from lxml import etree

    return etree.Element(f"{SVG}{name}", attributes, nsmap={None: SVG[1:-1]})


def _written(svg: "_Element") -> str:
    from lxml import etree

    etree.cleanup_namespaces(svg)
    return str(etree.tostring(svg, encoding="unicode"))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
