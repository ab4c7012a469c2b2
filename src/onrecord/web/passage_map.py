"""A map of two documents: each passage a bar in its document's lane, and bands from where it was to where it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from onrecord.comparing.redline.redline import Kind, Pair
from onrecord.records import Span

# Units of the drawing.
WIDTH: Final = 1000.0
HEIGHT: Final = 100.0
# A narrower bar would not be seen.
_LEAST: Final = 1.5
# What lies between one passage and the next is drawn too, or the lanes would be one bar.
_GAP: Final = 0.6
# How far each kind's bar reaches in the lane of the first document: top and height. Kinds are told apart by that too.
_TALL: Final[dict[Kind, tuple[float, float]]] = {
    "kept": (20, 6),
    "reworded": (14, 12),
    "moved": (14, 12),
    "dropped": (2, 24),
    "added": (2, 24),
}
_EDGE: Final = 26.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A passage in its lane; `number` is that of its row."""

    number: int
    kind: Kind
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """From where passages stand in the first document to where they stand in the second: an SVG path."""

    number: int
    kind: Kind
    path: str


@dataclass(frozen=True, slots=True)
class PassageMap:
    """The bars of both documents and the bands between them; `ends` is where each text ends."""

    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    ends: tuple[float, float]


def map_of(pairs: Sequence[tuple[int, Pair]], a_length: int, b_length: int) -> PassageMap:
    """Draw pairs, each with the number of its row, in the order of the first document; lengths are in characters.

    Both documents have one scale. Passages that were kept one after the other share a band.
    """
    scale = WIDTH / max(a_length, b_length, 1)
    return PassageMap(
        bars=tuple(bar for number, pair in pairs for bar in _bars(number, pair, scale)),
        bands=tuple(_bands(pairs, scale)),
        ends=(round(a_length * scale, 1), round(b_length * scale, 1)),
    )


def _bars(number: int, pair: Pair, scale: float) -> Iterator[Bar]:
    y, height = _TALL[pair.kind]
    for span, below in ((pair.a, False), (pair.b, True)):
        if span is not None:
            x, width = _extent([span], scale)
            # The second lane is the first one's reflection.
            yield Bar(number, pair.kind, x, HEIGHT - y - height if below else y, width, height)


def _bands(pairs: Iterable[tuple[int, Pair]], scale: float) -> Iterator[Band]:
    both = ((number, pair) for number, pair in pairs if pair.kind not in ("dropped", "added"))
    for kept, group in groupby(both, key=lambda one: one[1].kind == "kept"):
        members = list(group)
        for some in [members] if kept else [[one] for one in members]:
            number, pair = some[0]
            a = _extent([one.a for _, one in some if one.a is not None], scale)
            b = _extent([one.b for _, one in some if one.b is not None], scale)
            yield Band(number, pair.kind, _path(a, b))


def _path(a: tuple[float, float], b: tuple[float, float]) -> str:
    top, foot, middle = _EDGE, HEIGHT - _EDGE, HEIGHT / 2
    a_end, b_end = round(a[0] + a[1], 1), round(b[0] + b[1], 1)
    return (
        f"M{a[0]} {top}C{a[0]} {middle} {b[0]} {middle} {b[0]} {foot}"
        f"H{b_end}C{b_end} {middle} {a_end} {middle} {a_end} {top}Z"
    )


def _extent(spans: Sequence[Span], scale: float) -> tuple[float, float]:
    """Where passages that follow one another begin, and how wide they are."""
    start, end = spans[0].start * scale, spans[-1].end * scale
    return round(start, 1), round(max(_LEAST, end - start - _GAP), 1)
