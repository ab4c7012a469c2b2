"""Figures in the order of their moments as a chart: a static SVG, drawn by Vega-Lite through Altair without a network.

One row a figure, earliest on top, under one axis of numbers. Its bound is drawn as what it is: dots are the numbers
stated (filled where they belong to it), a line is what the words leave open, an arrow that they leave it open without
end. The axis begins at zero and is linear, but where the largest number is more than fifty times the smallest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from onrecord.exporting.number_axis import number_axis

if TYPE_CHECKING:
    import altair

_WIDTH: Final = 560
_ROW: Final = 22
_LONGEST_LABEL: Final = 320
_COLOUR: Final = "#2f6690"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure to be drawn.

    `value` is the number stated, `low` and `high` are the ends of what the words allow, `None` where they are open;
    `filled` tells whether the stated ends belong to it. `row` is what stands before it, `label` its number in short,
    `link` the address of its document, if any.
    """

    row: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    filled: bool
    link: str | None = None


def chart_svg(title: str, unit: str, marks: Sequence[Mark]) -> str:
    """Return an SVG of one mark or more under a title, in their order; `unit` names the axis of numbers."""
    import vl_convert

    # Vega cannot read a line separator within a name.
    named, measured = (" ".join(words.split()) for words in (title, unit))
    return vl_convert.vegalite_to_svg(_chart(named, measured, marks).to_dict())


def _chart(title: str, unit: str, marks: Sequence[Mark]) -> "altair.VConcatChart | altair.LayerChart | Any":  # noqa: ANN401
    import altair as alt

    axis = number_axis([n for mark in marks for n in _stated(mark)])
    rows = {"values": [_row(place, mark, axis.floor, axis.top) for place, mark in enumerate(marks)]}
    base = alt.Chart.from_dict({"data": rows, "mark": "point"}).encode(
        y=alt.Y(
            "place:O",
            title=None,
            axis=alt.Axis(
                labelExpr=_named(marks), labelLimit=_LONGEST_LABEL, ticks=False, domain=False, grid=True, labelPadding=8
            ),
        )
    )
    x: dict[str, Any] = {
        "scale": axis.scale(),
        "title": f"{unit} (logarithmic)" if axis.logarithmic else unit,
        "axis": alt.Axis(format=",.12~g", tickCount=6),
    }
    layers = [base.mark_rule(strokeWidth=2, color=_COLOUR).encode(x=alt.X("from:Q", **x), x2="to:Q")]
    for field, shape, filled in (
        ("full", "circle", True),
        ("full_high", "circle", True),
        ("hollow", "circle", False),
        ("up", "triangle-right", True),
        ("down", "triangle-left", True),
    ):
        ends = base.transform_filter(f"isValid(datum.{field})")
        fill = alt.Undefined if filled else "white"
        mark = ends.mark_point(shape=shape, filled=filled, size=70, color=_COLOUR, opacity=1, fill=fill)
        layers.append(mark.encode(x=alt.X(f"{field}:Q", **x), description="told:N"))
    words = base.mark_text(align="left", dx=10, fontSize=11).encode(x=alt.X("after:Q", **x), text="label:N")
    # A link that is not there would be drawn as one to Vega's own pages.
    linked = "isValid(datum.link)"
    layers += [words.transform_filter(f"!{linked}"), words.transform_filter(linked).encode(href="link:N")]
    return alt.layer(*layers).properties(title=title, width=_WIDTH, height=_ROW * len(marks))


def _named(marks: Sequence[Mark]) -> str:
    """The Vega expression of the rows' names: they may be the same, so their places tell them apart."""
    import json

    return f"{json.dumps([mark.row for mark in marks])}[datum.value]"


def _stated(mark: Mark) -> list[float]:
    return [number for number in (mark.value, mark.low, mark.high) if number is not None]


def _row(place: int, mark: Mark, floor: float, top: float) -> dict[str, object]:
    """A mark as Vega-Lite reads it: its dots, the line from `from` to `to`, its arrows, and where its label stands."""
    stated = _stated(mark)
    low, high = mark.low, mark.high
    open_ = low is not None or high is not None
    right = top if open_ and high is None else max(stated, default=floor)
    return {
        "place": place,
        "full": min(stated) if stated and mark.filled else None,
        "full_high": max(stated) if stated and mark.filled else None,
        "hollow": min(stated) if stated and not mark.filled else None,
        "from": (floor if low is None else low) if open_ else None,
        "to": (top if high is None else high) if open_ else None,
        "up": top if open_ and high is None else None,
        "down": floor if open_ and low is None else None,
        "after": right,
        "label": mark.label,
        "link": mark.link,
        "told": f"{mark.row}: {mark.label}",
    }
