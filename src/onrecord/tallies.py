"""Votes for and against, goals for and against: "a 5-4 decision", "a 3-0 win"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TALLY: Final = re.compile(
    r"(?<![\w.,/-])(?P<most>\d{1,3})[-–](?P<least>\d{1,3})"
    r"(?= (?:decision|ruling|vote|verdict|majority|split|margin|win|victory|defeat|loss|draw|lead|result)\b)"
)
_LONGEST_NOUN: Final = 16
_LONGEST: Final = len("000-000")


class Tally(NamedTuple):
    """Where both numbers of a result stand: [start, end) each."""

    most: tuple[int, int]
    least: tuple[int, int]


def tallies_in(text: str, start: int, end: int) -> Iterator[Tally]:
    """Yield the results that begin in [start, end), in order: the first number is never below the second."""
    for found in _TALLY.finditer(text, start, end + _LONGEST + _LONGEST_NOUN):
        if found.start() < end and int(found["most"]) >= int(found["least"]):
            yield Tally(found.span("most"), found.span("least"))


def tally_at(text: str, start: int, end: int) -> Tally | None:
    """Return the result that a numeral at [start, end) is, or is half of."""
    around = tallies_in(text, max(0, start - _LONGEST), end)
    return next((one for one in around if one.most[0] <= start and end <= one.least[1]), None)
