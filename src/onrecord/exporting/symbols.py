"""What a chart of figures is drawn with: a colour and a shape for each speaker, arrows for bounds, rings for marks.

The colours stand out from white and from black paper alike, 3:1 or more (WCAG 2.2, success criterion 1.4.11), and
within that were chosen by search to lie as far from one another as can be for people who see no red, no green or no
blue. No two speakers have the same shape, so that nothing is told by colour alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element


class Ink(NamedTuple):
    """How a speaker's figures are drawn: the name of a colour class, its colour where no style sheet gives another."""

    name: str
    colour: str
    shape: str

    def paint(self) -> dict[str, str]:
        """Return it as the attributes of an SVG element, all of whose shapes and lines are drawn in it."""
        return {"fill": self.colour, "stroke": self.colour}


INKS: Final = (
    Ink("speaker-1", "#1459ea", "circle"),
    Ink("speaker-2", "#f54d0c", "square"),
    Ink("speaker-3", "#009aa7", "diamond"),
    Ink("speaker-4", "#bf6cfb", "plus"),
    Ink("speaker-5", "#a79054", "star"),
    Ink("speaker-6", "#43774e", "hourglass"),
    Ink("speaker-7", "#b63e1a", "bar"),
    Ink("speaker-8", "#8b88d3", "half"),
)
OTHERS: Final = Ink("speaker-others", "#63666b", "circle")

# How shapes and lines are drawn that are neither hollow nor faint.
DEFAULT: Final = {"fill-opacity": ".9", "stroke-width": "1.6"}

_SVG: Final = "http://www.w3.org/2000/svg"
_OUTLINES: Final = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "plus": (
        *((-0.4, -1.15), (0.4, -1.15), (0.4, -0.4), (1.15, -0.4), (1.15, 0.4), (0.4, 0.4)),
        *((0.4, 1.15), (-0.4, 1.15), (-0.4, 0.4), (-1.15, 0.4), (-1.15, -0.4), (-0.4, -0.4)),
    ),
    "star": (
        *((0, -1.4), (0.37, -0.51), (1.33, -0.43), (0.6, 0.19), (0.82, 1.13)),
        *((0, 0.63), (-0.82, 1.13), (-0.6, 0.19), (-1.33, -0.43), (-0.37, -0.51)),
    ),
    "hourglass": ((-1, -1.15), (1, -1.15), (0.25, 0), (1, 1.15), (-1, 1.15), (-0.25, 0)),
    "bar": ((-1.4, -0.5), (1.4, -0.5), (1.4, 0.5), (-1.4, 0.5)),
}
_HALF: Final = 1.3
# The arrows begin at the edge of a shape; the ring and the diamond lie around it.
_START: Final = 1.3
_STEM: Final = 3.6
_HEAD: Final = 0.9
_RING: Final = 1.85
_DIAMOND: Final = 2.5
# In the key, the two ends of what lies between, and how large they are.
_SPREAD, _SMALL = 2.2, 0.8
# What can be hit is larger than what is seen: 24 pixels (WCAG 2.2, success criterion 2.5.8).
_TARGET: Final = 12


def look_of(*, hollow: bool, faint: bool) -> dict[str, str]:
    """Return the attributes of an element whose shapes are hollow, faint, both or neither."""
    look = {"fill-opacity": "0"} if hollow else {"fill-opacity": ".2"} if faint else {}
    return look | ({"stroke-opacity": ".8"} if faint else {})


def picture(names: Iterable[str], ink: Ink, radius: float, look: Mapping[str, str] | None = None) -> str:
    """Return symbols one over another as an SVG of its own, for the key to a chart; it says nothing to who hears it."""
    from lxml import etree
    from lxml.builder import ElementMaker

    draw = ElementMaker(namespace=_SVG, nsmap={None: _SVG})
    most = length_of_arrow(radius) + 1
    size = {"viewBox": f"{_n(-most)} {_n(-most)} {_n(2 * most)} {_n(2 * most)}", "width": "24", "height": "24"}
    shapes = draw.g(*(symbol(name, radius) for name in names), **ink.paint(), **DEFAULT | dict(look or {}))
    return str(etree.tostring(draw.svg({"class": "key", "aria-hidden": "true"} | size, shapes), encoding="unicode"))


def symbol(name: str, radius: float) -> "_Element":
    """Return a symbol around the point 0, 0 as an SVG element without colour; a circle has this radius.

    `name` is a shape of an `Ink`, `up` or `down` (arrows from its edge), `restated` (a ring around it), `contradicted`
    (a diamond around it) or `target` (unseen, what a finger can hit).
    """
    from lxml.builder import ElementMaker

    draw = ElementMaker(namespace=_SVG, nsmap={None: _SVG})
    line = {"fill": "none"}
    mark = {"fill": "none", "stroke": "currentColor", "fill-opacity": "1", "stroke-opacity": "1"}
    match name:
        case "circle":
            return draw.circle(r=_n(radius))
        case "target":
            return draw.circle(r=_n(_TARGET), fill="none", stroke="none", **{"pointer-events": "all"})
        case "restated":
            return draw.circle(mark, r=_n(radius * _RING))
        case "contradicted":
            r = _n(radius * _DIAMOND)
            return draw.path(mark, d=f"M0 -{r}L{r} 0L0 {r}L-{r} 0z")
        case "up" | "down":
            return draw.path(line, d=_arrow(radius, -1 if name == "up" else 1))
        case "half":
            wide = _n(radius * _HALF)
            return draw.path(d=f"M-{wide} {_n(radius * _HALF / 2)}a{wide} {wide} 0 0 1 {_n(2 * radius * _HALF)} 0z")
        case "between":
            return draw.g(draw.path(d=f"M0 {_n(-_SPREAD * radius)}V{_n(_SPREAD * radius)}"), *_two_ends(radius))
    return draw.path(d="M" + "L".join(f"{_n(x * radius)} {_n(y * radius)}" for x, y in _OUTLINES[name]) + "z")


def length_of_arrow(radius: float) -> float:
    """Return how far an arrow reaches from the point that it starts at."""
    return radius * _STEM


def _arrow(radius: float, way: int) -> str:
    tip, head = way * radius * _STEM, radius * _HEAD
    back = tip - way * head
    return f"M0 {_n(way * radius * _START)}V{_n(tip)}M{_n(-head)} {_n(back)}L0 {_n(tip)}L{_n(head)} {_n(back)}"


def _two_ends(radius: float) -> Iterator["_Element"]:
    for y in (-_SPREAD * radius, _SPREAD * radius):
        end = symbol("circle", radius * _SMALL)
        end.set("cy", _n(y))
        yield end


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
