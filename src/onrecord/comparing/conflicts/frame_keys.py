"""Keys under which a figure is found again by the words beside it: what its counted words do not tell, as of money."""

from collections.abc import Iterator
from typing import Final

from onrecord.comparing.conflicts.frames import Frame, frame_of
from onrecord.comparing.conflicts.recalls import corrects, in_brackets
from onrecord.records import ToldFigure

# So that no key is taken for that of a thing.
_MARK: Final = "~"
CORRECTING: Final = f"{_MARK} corrects"
"""The key of the figures in sentences that correct a number."""


def frame_keys(told: ToldFigure) -> tuple[str, ...]:
    """Return the keys of a figure's frame: its unit with the nearest words on both sides, and on either side."""
    frame = frame_of(told)
    keys = dict.fromkeys(_keys(frame, told.figure.unit or "count"))
    return (*keys, CORRECTING) if corrects(frame) or in_brackets(told) else tuple(keys)


def _keys(frame: Frame, unit: str) -> Iterator[str]:
    before, after = (tuple(word for word in side if not word[0].isdigit()) for side in frame.nearest())
    if before and after:
        yield f"{_MARK} {unit}: {before[-1]} # {after[0]}"
    if len(before) > 1:
        yield f"{_MARK} {unit}: {before[-2]} {before[-1]} #"
    if len(after) > 1:
        yield f"{_MARK} {unit}: # {after[0]} {after[1]}"
