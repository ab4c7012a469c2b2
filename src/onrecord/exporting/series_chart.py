"""A series of figures over time as a chart for a page: a static SVG of links, in the page's own colours.

Each figure stands at its moment and its number: a shape is a number stated, an arrow says that the words leave it open
that way, a bar that it lies between two. What is hedged is faint. The shape and its colour are the speaker's. A ring
marks what was restated, a diamond what was contradicted.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.exporting.chart_figures import ChartFigure, plain
from onrecord.exporting.chart_keys import Key, keys_of
from onrecord.exporting.frame import SVG, Size, frame_of
from onrecord.exporting.number_axis import number_axis
from onrecord.exporting.series_marks import Plot, definitions, element, marks, rounded
from onrecord.exporting.symbols import length_of_arrow
from onrecord.exporting.time_axis import instants_of, main_stretch, time_axis

if TYPE_CHECKING:
    from lxml.etree import _Element

# Three widths to be shown at about their own size: on a phone, in a column, over a wide screen.
NARROW: Final = Size(width=344, height=300, letters=12, radius=4.2, days=4, numbers=4)
MIDDLE: Final = Size(width=700, height=340, letters=13, radius=4.6, days=7, numbers=5)
WIDE: Final = Size(width=1060, height=400, letters=13, radius=5.0, days=12, numbers=6)

_MANY, _SMALLER = 120, 0.8
_LONGEST_UNIT: Final = 40


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
    svg.append(definitions(f"{name}{size.width}-", drawn, plot.radius))
    svg.append(plot.frame.group)
    svg.extend([_unit(unit, plot, size), _baseline(plot), marks(f"{name}{size.width}-", drawn, plot)])
    return SeriesChart(
        svg=_written(svg), keys=keys_of(drawn), left_out=len(figures) - len(placed), far=len(placed) - len(drawn)
    )


def warm_up() -> None:
    """Draw a first chart, which takes a second or more in a new process; the ones after it do not."""
    series_chart([ChartFigure(id="first", moment="2031-01-01", value=1, low=1, high=1)], title="", unit="")


def _plot(drawn: Sequence[ChartFigure], size: Size) -> Plot:
    numbers = number_axis([number for figure in drawn for number in figure.ends])
    days = time_axis(instants for figure in drawn if (instants := instants_of(figure.moment)))
    radius = size.radius * (_SMALLER if len(drawn) > _MANY else 1)
    down = any(figure.arrow == "down" for figure in drawn)
    return Plot(frame_of(days, numbers, size, math.ceil(length_of_arrow(radius)) if down else 0), days, numbers, radius)


def _svg(title: str, size: Size) -> "_Element":
    from lxml import etree

    box = {"viewBox": f"0 0 {size.width} {size.height}", "width": "100%"}
    named = {"class": "series-chart", "role": "group", "aria-label": plain(title)}
    return etree.Element(f"{SVG}svg", named | box, nsmap={None: SVG[1:-1]})


def _unit(unit: str, plot: Plot, size: Size) -> "_Element":
    said = plain(unit)
    said = said if len(said) <= _LONGEST_UNIT else f"{said[: _LONGEST_UNIT - 1]}…"
    text = element("text", x="4", y=str(size.letters + 1), fill="currentColor", **{"class": "unit"})
    text.set("font-size", str(size.letters))
    text.text = f"{said} (logarithmic)" if plot.numbers.logarithmic else said
    return text


def _baseline(plot: Plot) -> "_Element":
    """The line of zero; where numbers go by powers of ten, of the lowest."""
    y = plot.y(plot.numbers.floor if plot.numbers.logarithmic else 0)
    line = element(
        "path", d=f"M{rounded(plot.frame.left)} {rounded(y)}H{rounded(plot.frame.right)}", **{"class": "baseline"}
    )
    line.attrib.update({"stroke": "currentColor", "stroke-opacity": ".6"})
    return line


def _written(svg: "_Element") -> str:
    from lxml import etree

    etree.cleanup_namespaces(svg)
    return str(etree.tostring(svg, encoding="unicode"))
