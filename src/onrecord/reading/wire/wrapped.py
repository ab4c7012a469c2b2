"""The paragraphs of a text that a fixed width broke, as wires send it: by the measure of its full lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

# What wires wrap to, in characters: shorter lines are those of a list or a table, longer ones were never wrapped.
_NARROWEST: Final = 45
_WIDEST: Final = 100
# By how much a line may fall short of the usual measure and still have been full.
_SLACK: Final = 8
# What begins a paragraph without an indent: the points of a list, and Kyodo's signature.
_BEGINNINGS: Final = ("- ", "* ", "• ", "– ", "==")


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Yield the paragraphs of lines: each begins at an indent, after a blank line, or behind a line that was not full.

    A word that ends in a hyphen at the end of a line goes on in the next; the hyphen stays, as English wires break
    only where one stands.
    """
    lines = [line.rstrip() for line in lines]
    measure = _measure(lines)
    begun: list[str] = []
    last = ""
    for line in lines:
        if begun and not _goes_on(last, line, measure):
            yield "".join(begun)
            begun = []
        if line:
            begun += (_joint(last), line.strip()) if begun else (line.strip(),)
        last = line
    if begun:
        yield "".join(begun)


def _measure(lines: Sequence[str]) -> int:
    """Return what a full line measures here, or 0 where lines were not wrapped."""
    followed = [len(one) for one, after in pairwise(lines) if one and after and not after[0].isspace()]
    # A text may end in a table; one that is little else was not wrapped.
    wide = [length for length in followed if length >= _NARROWEST]
    if not wide or len(wide) * 3 < len(followed):
        return 0
    usual = sorted(wide)[len(wide) // 2]
    return usual if usual <= _WIDEST else 0


def _goes_on(last: str, line: str, measure: int) -> bool:
    """Tell whether a line carries on the last one: it was full if the next word would not have fitted."""
    if not line or line[0].isspace() or line.startswith(_BEGINNINGS) or not measure:
        return False
    return len(last) + 1 + len(line.split(maxsplit=1)[0]) > measure - _SLACK


def _joint(last: str) -> str:
    return "" if last.endswith("-") and last[-2:-1].isalpha() else " "
