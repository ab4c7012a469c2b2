"""A series as a plot in plain text: one row a figure, its bound drawn as what it is, on one axis for all.

The axis begins at zero and is linear, but where the largest number is more than fifty times the smallest: then it goes
by powers of ten, and says so. What points out of the axis has an arrow; what is drawn of a vague figure is the bound
that its words state, if they state one.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.comparing.figures.series import of_one_unit
from onrecord.records import Figure, ToldFigure
from onrecord.telling.amounts import drawn, short
from onrecord.telling.values import in_words

if TYPE_CHECKING:
    from onrecord.comparing import Point

_WIDE: Final = 50
_NARROWEST: Final = 8
_DATE: Final = 10
_MOST_LABEL: Final = 22
_LEGEND: Final = {
    "exact": "● exactly",
    "about": "◌ about",
    "at_least": "●─▸ at least",
    "more_than": "○─▸ more than",
    "at_most": "◂─● at most",
    "less_than": "◂─○ less than",
    "range": "●─● between",
    "vague": "┆─▸ vague",
}


class _Axis(NamedTuple):
    """Where numbers stand on a row of so many cells, and the numbers that are written under it."""

    cells: int
    place: Callable[[float], int]
    ticks: tuple[float, ...]
    logarithmic: bool


def strip(points: Sequence["Point"], width: int) -> Iterator[Text]:
    """Yield the rows of the plot, its axis and its legend; those of the commonest unit only, and it says of which.

    `width` is in cells of the terminal.
    """
    unit, shown = of_one_unit(points)
    if not any(_numbers(point.told.figure) for _, point in shown):
        return
    label = min(_MOST_LABEL, width // 3, max(len(drawn(point.told.figure)) for _, point in shown))
    open_ended = any(point.told.figure.low is not None and point.told.figure.high is None for _, point in shown)
    axis = _axis([n for _, point in shown for n in _numbers(point.told.figure)], open_ended, width - label - _DATE - 9)
    for number, point in shown:
        told = point.told
        yield Text(f"{number:>3}. ", style="dim") + Text(f"{_day(told):<{_DATE}} ") + _row(told.figure, axis, label)
    yield Text(" " * (_DATE + 6) + _ruler(axis), style="dim")
    yield Text(" " * (_DATE + 6) + _scale(axis), style="dim")
    bounds = [bound for bound in _LEGEND if any(point.told.figure.bound == bound for _, point in shown)]
    yield from indented(Text("  ".join(_LEGEND[bound] for bound in bounds), style="dim"), width, 5)
    notes = [] if unit == "count" else [f"in {unit}"]
    notes += ["logarithmic axis"] if axis.logarithmic else []
    notes += [f"{len(points) - len(shown)} in other units not drawn"] if len(shown) < len(points) else []
    if notes:
        yield from indented(Text("; ".join(notes), style="dim"), width, 5)


def _numbers(figure: Figure) -> list[float]:
    return [number for number in (figure.value, figure.low, figure.high) if number is not None]


def _axis(numbers: Sequence[float], open_ended: bool, cells: int) -> _Axis:
    """The axis of the numbers, with room behind the last for an arrow where one has no end."""
    cells = max(_NARROWEST, cells)
    least, most = min(numbers), max(numbers)
    if least > 0 and most / least > _WIDE:
        first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
        last += 1 if open_ended and most == 10.0**last else 0
        ticks = tuple(10.0**power for power in range(first, last + 1))
        return _Axis(cells, lambda n: round((math.log10(n) - first) / (last - first) * (cells - 1)), ticks, True)
    step = _nice(max(most, -least) or 1)
    low, high = math.floor(min(0, least) / step) * step, math.ceil(max(0, most) / step) * step
    high += step if (open_ended and most == high) or low == high else 0
    ticks = tuple(low + step * i for i in range(round((high - low) / step) + 1))
    return _Axis(cells, lambda n: round((n - low) / (high - low) * (cells - 1)), ticks, False)


def _nice(most: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that goes into a number three to six times."""
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power / 10 for step in (2, 5, 10, 20) if most / (step * power / 10) <= 6)


def _row(figure: Figure, axis: _Axis, label: int) -> Text:
    cells = [" "] * axis.cells
    for tick in axis.ticks:
        cells[axis.place(tick)] = "·"
    _draw(cells, figure, axis)
    said = drawn(figure)
    said = said if len(said) <= label else said[: label - 1] + "…"
    return Text("".join(cells)) + Text(f"  {said}", style="bold")


def _draw(cells: list[str], figure: Figure, axis: _Axis) -> None:
    """Put a figure's mark into the cells of its row: its ends, what lies between, and arrows out of the axis."""
    low, high = figure.low, figure.high
    if figure.value is not None and low is None and high is None:
        cells[axis.place(figure.value)] = "◌"
        return
    if low is None and high is None:
        return
    end = {"more_than": "○", "less_than": "○", "vague": "┆"}.get(figure.bound or "", "●")
    start = 0 if low is None else axis.place(low)
    stop = axis.cells - 1 if high is None else axis.place(high)
    cells[start : stop + 1] = ["─"] * (stop + 1 - start)
    cells[start] = "◂" if low is None else end
    cells[stop] = "▸" if high is None and stop > start else end


def _ruler(axis: _Axis) -> str:
    cells = ["─"] * axis.cells
    for tick in axis.ticks:
        cells[axis.place(tick)] = "┴"
    return "".join(cells)


def _scale(axis: _Axis) -> str:
    """The numbers under the axis, each where it stands; one that has no room is left out."""
    line = ""
    for tick in axis.ticks:
        said = short(tick)
        at = min(max(0, axis.place(tick) - len(said) // 2), axis.cells - len(said))
        if at > len(line) or not line:
            line = line.ljust(at) + said
    return line


def _day(told: ToldFigure) -> str:
    value = told.figure.as_of or told.said
    return "unknown" if value is None else in_words(value.partition("T")[0])[:_DATE]
