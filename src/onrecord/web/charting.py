"""A series of figures as the charts of a page: the same drawing at three widths, of which the style sheet shows one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.comparing import Point, Series
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.figures.series import of_one_unit
from onrecord.exporting.chart_figures import ChartFigure
from onrecord.exporting.chart_keys import Key
from onrecord.exporting.series_chart import MIDDLE, NARROW, WIDE, series_chart
from onrecord.records import ToldFigure
from onrecord.telling.amounts import amount
from onrecord.telling.clean import one_line
from onrecord.web.words import record_address

_WIDTHS: Final = (("narrow", NARROW), ("middle", MIDDLE), ("wide", WIDE))
_HEDGED: Final = ("PR", "PS", "Uu")

Marked = Literal["restated", "contradicted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The charts by the name of their width, the key to them, and how many figures have no place in them."""

    charts: tuple[tuple[str, str], ...]
    keys: tuple[Key, ...]
    left_out: int


def drawing_of(series: Series, marks: Mapping[str, Marked]) -> Drawing | None:
    """Return the charts of a series, of its commonest unit; `None` where nothing in it has a number and a day.

    `marks` tells by a figure's id which were restated or contradicted.
    """
    unit, numbered = of_one_unit(series.points)
    figures = [_figure(point, marks) for _, point in numbered]
    title = f"{one_line(series.asked.words)}: {len(figures)} figures over time"
    named = "number" if unit == "count" else unit
    drawn = [(name, series_chart(figures, title=title, unit=named, size=size)) for name, size in _WIDTHS]
    made = [(name, chart) for name, chart in drawn if chart is not None]
    if not made:
        return None
    first = made[0][1]
    others = len(series.points) - len(figures)
    return Drawing(
        charts=tuple((name, chart.svg) for name, chart in made), keys=first.keys, left_out=first.left_out + others
    )


def marks_of(conflicts: Iterable[Conflict], points: Mapping[str, str]) -> dict[str, Marked]:
    """Return which points' numbers were restated or contradicted; a contradiction counts for more.

    `points` has for a figure's id that of the figure that its point is drawn for.
    """
    found: dict[str, Marked] = {}
    for conflict in conflicts:
        if conflict.kind in ("restated", "contradicts"):
            mark: Marked = "restated" if conflict.kind == "restated" else "contradicted"
            for one in (points[conflict.a.ref().record], points[conflict.b.ref().record]):
                found[one] = mark if mark == "contradicted" else found.get(one, mark)
    return found


def speakers_of(told: ToldFigure) -> str | None:
    """Return whose word a figure is, as one line: its speakers, else the outlet on its own word, else nobody known."""
    if told.speakers:
        return "; ".join(one_line(one.name) for one in told.speakers)
    return one_line(told.page.outlet) if told.statement is None and told.page.outlet else None


def _figure(point: Point, marks: Mapping[str, Marked]) -> ChartFigure:
    told, figure = point.told, point.told.figure
    statement = None if told.statement is None else told.statement.statement
    counted = f" {one_line(figure.counted)}" if figure.counted else ""
    return ChartFigure(
        id=figure.id,
        moment=figure.as_of or told.said,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        hedged=statement is not None and (statement.factuality or "").startswith(_HEDGED),
        speaker=speakers_of(told),
        label=f"{amount(figure)}{counted}",
        href=record_address(told.page.document, figure.id),
        mark=marks.get(figure.id),
    )
