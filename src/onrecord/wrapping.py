"""Lines that a fixed width broke: a wire's plain text is wrapped at some 70 columns, a sentence over several lines."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

# What a wrapped line measures, in characters; a shorter one ended by itself, a longer one was never wrapped.
_NARROWEST: Final = 40
_WIDEST: Final = 90
# A line that goes on at the margin is one that was wrapped; one that is indented or empty begins something new.
_BREAK: Final = re.compile(r"(?<=[^\n])\n(?=[^\s])")
_ENDS: Final = tuple('.!?:;"”')


def goes_on(line: str, gap: int) -> bool:
    """Tell whether a line was wrapped into the next, which begins `gap` characters behind its end.

    So it was where the line has such a width and ends no sentence, and no blank line and no indent follow.
    """
    return gap == 1 and _NARROWEST <= len(line) <= _WIDEST and not line.endswith(_ENDS)


def unwrapped(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each paragraph of a text: its lines, in order, those put together that go on."""
    begun: tuple[int, int] | None = None
    last = 0
    for start, end in lines:
        if begun is not None and not goes_on(text[last : begun[1]], start - begun[1]):
            yield begun
            begun = None
        begun = (start if begun is None else begun[0], end)
        last = start
    if begun is not None:
        yield begun


def on_one_line(text: str) -> str:
    """Return a text with a blank for each line break within a paragraph; its offsets stay."""
    return _BREAK.sub(" ", text)
