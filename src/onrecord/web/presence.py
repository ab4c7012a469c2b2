"""In which of many reports something is, drawn: one column a report, in order, as high as it has passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Units of the drawing.
WIDTH: Final = 1000.0
_FOOT: Final = 60.0
_UNIT: Final = 9.0
_MOST: Final = 6
_WIDEST: Final = 48.0
# Of a column's place so much is the column.
_SHARE: Final = 0.72


@dataclass(frozen=True, slots=True)
class Column:
    """A report by its number, from 1, with the passages that it has; none is a mark below the line."""

    number: int
    passages: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Year:
    """Where the reports of a year begin."""

    name: str
    x: float


@dataclass(frozen=True, slots=True)
class Presence:
    """The columns in order, and the years that begin among them."""

    columns: tuple[Column, ...]
    years: tuple[Year, ...]
    foot: float = _FOOT

    @property
    def present(self) -> int:
        """How many reports hold it."""
        return sum(column.passages > 0 for column in self.columns)

    @property
    def width(self) -> float:
        """Where the last column ends."""
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0.0


def presence_of(reports: Sequence[tuple[str | None, int]]) -> Presence:
    """Draw reports, each by its publication (ISO 8601, None where it is unknown) and the number of its passages."""
    step = min(_WIDEST, WIDTH / max(len(reports), 1))
    return Presence(
        tuple(_column(number, passages, step) for number, (_, passages) in enumerate(reports, 1)), _years(reports, step)
    )


def _column(number: int, passages: int, step: float) -> Column:
    height = _UNIT * min(passages, _MOST) if passages else _UNIT / 2
    y = _FOOT - height if passages else _FOOT + 2
    return Column(number, passages, round((number - 1) * step, 1), y, round(step * _SHARE, 1), height)


def _years(reports: Sequence[tuple[str | None, int]], step: float) -> tuple[Year, ...]:
    """The first report of each year, but of years that would stand on one another."""
    found: list[Year] = []
    names = [(published or "unknown")[:4] if published else "unknown" for published, _ in reports]
    for place, name in enumerate(names):
        x = round(place * step, 1)
        if (not found or found[-1].name != name) and name not in names[:place] and (not found or x - found[-1].x > 45):
            found.append(Year(name, x))
    return tuple(found)
