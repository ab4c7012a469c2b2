"""A series as a picture: `--plot FILE` of `onrecord figures`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.comparing.figures.series import of_one_unit
from onrecord.errors import UsageError
from onrecord.exporting.chart import Mark, chart_svg
from onrecord.telling.amounts import drawn
from onrecord.telling.clean import one_line
from onrecord.telling.speakers import UNKNOWN
from onrecord.telling.values import in_words

if TYPE_CHECKING:
    from onrecord.comparing import Point, Series


def write_plot(series: "Series", path: Path) -> int:
    """Draw a series into an SVG file; return how many of its points have no place in it.

    What has no number or another unit than most is left out. Raises UsageError where nothing is left to draw,
    and for a file that cannot be written.
    """
    unit, shown = of_one_unit(series.points)
    marks = [mark for _, point in shown for mark in _mark(point)]
    if not marks:
        raise UsageError("--plot", "there is nothing to draw", "ask for what has figures with a number")
    svg = chart_svg(_title(series), "number" if unit == "count" else unit, marks)
    try:
        path.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise UsageError(str(path), f"cannot be written ({error.strerror or error})", "give another file") from None
    return len(series.points) - len(marks)


def _title(series: "Series") -> str:
    asked = series.asked
    return one_line(asked.words) + (f" — {one_line(asked.where)}" if asked.where else "")


def _mark(point: "Point") -> Iterator[Mark]:
    told, figure = point.told, point.told.figure
    if all(number is None for number in (figure.value, figure.low, figure.high)):
        return
    who = "; ".join(speaker.name for speaker in told.speakers) or told.page.outlet or UNKNOWN
    day = told.figure.as_of or told.said
    url = told.page.url
    yield Mark(
        row=one_line(f"{in_words(day.partition('T')[0]) if day else 'date unknown'}  {who}"),
        label=one_line(drawn(figure)),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        filled=figure.bound not in ("about", "more_than", "less_than", "vague"),
        link=url if url is not None and url.startswith(("http://", "https://")) else None,
    )
