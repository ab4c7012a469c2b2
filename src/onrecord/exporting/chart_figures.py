"""What a chart over time is told of each figure, and what of it can be drawn: its ends, its arrow, whose it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.exporting.symbols import INKS, OTHERS, Ink
from onrecord.records import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFigure:
    """A figure to be drawn over time. All texts are taken for what they are: nothing in them is markup.

    `id` is the figure's id, which a page's script finds the mark by; `moment` the ISO 8601 or TIMEX3 value when it
    holds; `value`, `low`, `high` and `bound` are the codebook's; `hedged` tells that the speaker does not commit to it
    (factuality `PR`, `PS` and the like); `speaker` is the name of whose word it is, `None` where nobody knows; `label`
    its number in words ("at least 300 boats"); `href` the address of its place in the report: a path, or http(s).
    `words` are carried along for a page that has no table to take them from.
    """

    id: str
    moment: str | None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    hedged: bool = False
    speaker: str | None = None
    label: str = ""
    href: str | None = None
    mark: Literal["restated", "contradicted"] | None = None
    words: str | None = None

    @property
    def ends(self) -> tuple[float, ...]:
        """The numbers stated, from the lowest up: none, one, or the two ends of what it lies between."""
        return tuple(sorted({number for number in (self.value, self.low, self.high) if number is not None}))

    @property
    def arrow(self) -> Literal["up", "down"] | None:
        """Which way the words leave it open without end."""
        if (self.low is None) == (self.high is None):
            return None
        return "up" if self.high is None else "down"

    @property
    def hollow(self) -> bool:
        """Whether the number stated is not itself among those that it may be."""
        return self.bound in ("more_than", "less_than")

    @property
    def faint(self) -> bool:
        """Whether it is hedged, by its speaker or by its own words."""
        return self.hedged or self.bound in ("about", "vague")

    @property
    def link(self) -> str | None:
        """Its address, unless that is one which could run a script."""
        safe = self.href is not None and self.href.startswith(("/", "#", "?", "http://", "https://"))
        return self.href if safe else None

    def named(self) -> str:
        """Return what it is called aloud: who, how many, when, and what there is to know of it."""
        who = plain(self.speaker or "") or "Unknown speaker"
        told = [plain(self.label), day_in_words(self.moment), "hedged" if self.hedged else "", self.mark or ""]
        return f"{who}: {', '.join(filter(None, told))}"


def inks_of(figures: Iterable[ChartFigure]) -> dict[str, Ink]:
    """Return the ink of each speaker that has one of his own: those with most figures, the first among equals."""
    counted = Counter(figure.speaker for figure in figures if figure.speaker is not None)
    return dict(zip((name for name, _ in counted.most_common(len(INKS))), INKS, strict=False))


def ink_of(figure: ChartFigure, inks: dict[str, Ink]) -> Ink:
    """Return the ink that a figure is drawn with."""
    return OTHERS if figure.speaker is None else inks.get(figure.speaker, OTHERS)


def plain(text: str) -> str:
    """Return a text as one line that XML can hold: without control characters, which include those that turn it."""
    held = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return " ".join(held.split())


def day_in_words(moment: str | None) -> str:
    """Return a day as "3 April 2031", a month as "April 2031"; all else of a moment as it is."""
    value = (moment or "").partition("T")[0]
    match value.split("-"):
        case [year, month, *days] if len(days) < len((year, month)) and f"{month}{''.join(days)}".isdecimal():
            return _in_words(value, days) or plain(value)
    return plain(value)


def _in_words(value: str, days: Sequence[str]) -> str | None:
    try:
        day = date.fromisoformat(value if days else f"{value}-01")
    except ValueError:
        return None
    return f"{day.day} {day:%B} {day.year}" if days else f"{day:%B} {day.year}"
