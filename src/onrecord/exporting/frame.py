"""The frame of a chart over time: its axes and grid, drawn by Vega-Lite, in the colours of the page that shows it.

Vega is given days and numbers alone. Of what it draws only lines and numerals are kept, each with the few attributes
that place it: a frame holds no style, script, link or font of its own.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from onrecord.exporting.number_axis import NumberAxis
from onrecord.exporting.time_axis import TimeAxis

if TYPE_CHECKING:
    from lxml.etree import _Element

SVG: Final = "{http://www.w3.org/2000/svg}"
_ARIA: Final = "aria-label"
# Room above the plot for the name of the unit, and around it all.
_PADDING: Final = {"top": 30, "left": 4, "right": 10, "bottom": 4}
_KEPT: Final = {
    "g": ("transform",),
    "line": ("transform", "x2", "y2"),
    "text": ("transform", "text-anchor", "font-size"),
    "tspan": ("x", "dy"),
}
_DRAWN: Final = {
    "role-axis-grid": {"class": "grid", "stroke": "currentColor", "stroke-opacity": ".14"},
    "role-axis-tick": {"class": "tick", "stroke": "currentColor", "stroke-opacity": ".5"},
    "role-axis-label": {"class": "label", "fill": "currentColor", "fill-opacity": ".8"},
}
_AMOUNT: Final = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, ',.12~g') + ' tn'"
    " : abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.12~g') + ' bn'"
    " : abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.12~g') + ' mn'"
    " : format(datum.value, ',.12~g')"
)


class Size(NamedTuple):
    """A chart's width and height, the size of its letters, the radius of a circle in it, and what its axes hold.

    All are in user units: pixels where it is not scaled. `days` and `numbers` are how many are written on an axis at
    most, as near as round ones go.
    """

    width: int
    height: int
    letters: int
    radius: float
    days: int
    numbers: int


class Frame(NamedTuple):
    """The axes as an SVG group, and where the plot begins and ends in its units: left, top, right, bottom."""

    group: "_Element"
    left: float
    top: float
    right: float
    bottom: float


def frame_of(days: TimeAxis, numbers: NumberAxis, size: Size, below: int = 0) -> Frame:
    """Return the frame of a plot, its days so far below it; the group is a new one at each call.

    The first frame of a process takes a second or more, since it starts Vega; another 0.1 s; one that was drawn
    before, next to nothing.
    """
    from lxml import etree

    root = etree.fromstring(_vega(days, numbers, size, below).encode())
    plot = next(group for group in root.iter(f"{SVG}g") if "root" in group.get("class", "").split())
    left, bottom = _place(root, "first")
    right, top = _place(root, "last")
    shift_x, shift_y = _shift(plot.getparent())
    group = etree.Element(f"{SVG}g", {"class": "axes", "aria-hidden": "true"}, nsmap={None: SVG[1:-1]})
    group.extend(list(_kept(plot.getparent())))
    return Frame(group, left + shift_x, top + shift_y, right + shift_x, bottom + shift_y)


@lru_cache(maxsize=256)
def _vega(days: TimeAxis, numbers: NumberAxis, size: Size, below: int) -> str:
    """The frame as Vega draws it, with a point in two corners of the plot that tell where it lies."""
    import altair as alt
    import vl_convert

    corners = [
        {"corner": "first", "day": days.first, "number": numbers.floor},
        {"corner": "last", "day": days.last, "number": numbers.top},
    ]
    common: dict[str, Any] = {"title": None, "labelFontSize": size.letters, "labelPadding": 6}
    amounts = {"values": numbers.powers()} if numbers.logarithmic else {"tickCount": size.numbers}
    ticks, label = days.ticks(size.days)
    chart = (
        alt.Chart.from_dict({"data": {"values": corners}, "mark": "point"})
        .encode(
            x=alt.X(
                "day:T",
                scale=alt.Scale(type="utc", domain=[days.first, days.last], nice=False),
                axis=alt.Axis(
                    grid=False,
                    domain=False,
                    offset=below,
                    tickCount=ticks,
                    labelExpr=label,
                    labelOverlap="greedy",
                    **common,
                ),
            ),
            y=alt.Y(
                "number:Q",
                scale=numbers.scale(),
                axis=alt.Axis(ticks=False, domain=False, labelExpr=_AMOUNT, **common, **amounts),
            ),
            description="corner:N",
        )
        .properties(
            width=size.width,
            height=size.height,
            padding=_PADDING,
            autosize=alt.AutoSizeParams(type="fit", contains="padding"),
        )
    )
    return vl_convert.vegalite_to_svg(chart.to_dict())


def _kept(element: "_Element") -> Iterator["_Element"]:
    """A copy of what is kept of a Vega group: groups that move, lines, and numerals."""
    from lxml import etree

    name = etree.QName(element).localname
    if name not in _KEPT:
        return
    inner = [kept for child in element for kept in _kept(child)]
    if name == "g" and not inner:
        return
    copy = etree.Element(element.tag, {key: element.get(key) for key in _KEPT[name] if element.get(key)})
    for role in element.get("class", "").split():
        copy.attrib.update(_DRAWN.get(role, {}))
    copy.text = element.text
    copy.extend(inner)
    yield from (copy,) if copy.attrib or name != "g" else inner


def _place(root: "_Element", corner: str) -> tuple[float, float]:
    return _shift(next(mark for mark in root.iter(f"{SVG}path") if mark.get(_ARIA) == corner))


def _shift(element: "_Element") -> tuple[float, float]:
    """The two numbers of `translate(x,y)`."""
    x, y = element.get("transform").removeprefix("translate(").removesuffix(")").split(",")
    return float(x), float(y)
