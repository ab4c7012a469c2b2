"""A copy drawn beside the story that it is a copy of: what it kept of it, and what is its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.comparing.origins.origins import NearCopy
from onrecord.records import Span

# Units of the drawing's width; what is narrower than the least would not be seen.
WIDTH: Final = 1000
_LEAST: Final = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a drawn text: where it begins and how wide it is, in units of the drawing."""

    x: float
    width: float
    kind: Literal["kept", "cut", "added"]


@dataclass(frozen=True, slots=True)
class Lane:
    """Two texts to one scale: the story with what the copy lacks of it, the copy with what the story lacks."""

    story: tuple[Bar, ...]
    copy: tuple[Bar, ...]


def lane_of(copy: NearCopy, story_length: int, copy_length: int, longest: int) -> Lane:
    """Return the drawing of a copy; lengths are those of the texts in characters, `longest` that of the longest."""
    return Lane(
        (_whole(story_length, longest), *_bars(copy.cut, "cut", longest)),
        (_whole(copy_length, longest), *_bars(copy.added, "added", longest)),
    )


def _whole(length: int, longest: int) -> Bar:
    return Bar(0, round(length / longest * WIDTH, 1), "kept")


def _bars(spans: Sequence[Span], kind: Literal["cut", "added"], longest: int) -> list[Bar]:
    scale = WIDTH / longest
    return [
        Bar(round(span.start * scale, 1), round(max(_LEAST, (span.end - span.start) * scale), 1), kind)
        for span in spans
    ]
