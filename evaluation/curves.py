"""Reliability curves as an SVG: a small square for each, the diagonal where confidence and truth are the same."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol
from xml.sax.saxutils import escape

SIDE: Final = 200
COLUMNS: Final = 3
_LEFT, _TOP, _RIGHT, _BOTTOM = 48, 48, 20, 48
_WIDTH: Final = _LEFT + SIDE + _RIGHT
_HEIGHT: Final = _TOP + SIDE + _BOTTOM
_TICKS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_BLUE, _GREY, _INK = "#1f6feb", "#b0b7bf", "#24292f"


class Point(Protocol):
    """What is drawn of a bin."""

    @property
    def confidence(self) -> float:
        """Mean confidence, from 0 to 1."""

    @property
    def right(self) -> float:
        """Share right, from 0 to 1."""

    @property
    def low(self) -> float:
        """Lower bound of the share."""

    @property
    def high(self) -> float:
        """Upper bound of the share."""

    @property
    def n(self) -> int:
        """How many records."""


class Line(Protocol):
    """What is drawn of a curve."""

    @property
    def name(self) -> str:
        """What it is of."""

    @property
    def n(self) -> int:
        """How many records."""

    @property
    def error(self) -> float:
        """Expected calibration error."""

    @property
    def bins(self) -> Sequence[Point]:
        """Its points, from left to right."""


def drawing(lines: Sequence[Line]) -> str:
    """Return the SVG: mean confidence from left to right, share right upwards, with bounds and number of each bin."""
    columns = max(1, min(COLUMNS, len(lines)))
    width, height = columns * _WIDTH, -(-len(lines) // columns) * _HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="11" fill="{_INK}">',
        "<title>Share of records that are right, by how sure the program is of them</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for number, line in enumerate(lines):
        row, column = divmod(number, columns)
        parts += [f'<g transform="translate({column * _WIDTH + _LEFT} {row * _HEIGHT + _TOP})">', *_panel(line), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(line: Line) -> Iterator[str]:
    yield f'<text y="-24" font-size="13" font-weight="bold">{escape(line.name)}</text>'
    yield f'<text y="-9">{line.n:,} records, calibration error {line.error:.3f}</text>'
    yield f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="{_GREY}"/>'
    for tick in _TICKS:
        yield f'<text x="{_x(tick)}" y="{SIDE + 14}" text-anchor="middle">{tick:.1f}</text>'
        yield f'<text x="-6" y="{_y(tick) + 4:.1f}" text-anchor="end">{tick:.1f}</text>'
    yield f'<text x="{SIDE // 2}" y="{SIDE + 30}" text-anchor="middle">confidence</text>'
    yield f'<text transform="translate(-34 {SIDE // 2}) rotate(-90)" text-anchor="middle">share right</text>'
    yield f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="{_GREY}" stroke-dasharray="4 3"/>'
    path = " ".join(f"{_x(point.confidence)},{_y(point.right)}" for point in line.bins)
    yield f'<polyline points="{path}" fill="none" stroke="{_BLUE}" stroke-width="1.5"/>'
    for point in line.bins:
        yield from _point(point)


def _point(point: Point) -> Iterator[str]:
    x, y = _x(point.confidence), _y(point.right)
    bounds = f'y1="{_y(point.low)}" x2="{x}" y2="{_y(point.high)}"'
    yield f'<line x1="{x}" {bounds} stroke="{_BLUE}" stroke-opacity="0.4" stroke-width="3"/>'
    told = f"confidence {point.confidence:.2f}, right {point.right:.2f}, {point.n} records"
    yield f'<circle cx="{x}" cy="{y}" r="3.5" fill="{_BLUE}"><title>{told}</title></circle>'
    shift, anchor = (-6, "end") if x > SIDE - 24 else (6, "start")
    place = f'x="{x + shift:.1f}" y="{min(y + 12, SIDE - 4):.1f}"'
    yield f'<text {place} font-size="9" text-anchor="{anchor}">{point.n}</text>'


def _x(share: float) -> float:
    return round(share * SIDE, 1)


def _y(share: float) -> float:
    return round((1 - share) * SIDE, 1)
