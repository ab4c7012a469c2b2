"""Stretches of text as brat holds them: none of its fragments reaches over the end of a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

# [start, end) in code points of the document's text.
Extent = tuple[int, int]

# Whatever ends a line for one of the programs that read standoff: the files hold one annotation a line.
_ENDS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ON_A_LINE: Final = re.compile(f"[^{_ENDS}]+")
_LINE_END: Final = re.compile(f"[{_ENDS}]+")


def fragments_of(text: str, extents: Sequence[Extent]) -> list[Extent]:
    """Return the fragments that stand for these extents: each is cut where a line ends.

    One that holds nothing but ends of lines becomes the empty fragment where it begins.
    """
    cut: list[Extent] = []
    for start, end in extents:
        cut += [found.span() for found in _ON_A_LINE.finditer(text, start, end)] or [(start, start)]
    return cut


def joined(text: str, fragments: Sequence[Extent]) -> list[Extent]:
    """Return the extents that fragments stand for: those are joined that nothing but ends of lines lies between."""
    extents: list[Extent] = []
    for start, end in fragments:
        if extents and _LINE_END.fullmatch(text, extents[-1][1], start):
            extents[-1] = (extents[-1][0], end)
        else:
            extents.append((start, end))
    return extents


def groups_of(text: str, extents: Sequence[Extent]) -> Iterator[list[Extent]]:
    """Yield extents in order in as few groups as can be so that each group is told from its fragments alone.

    An extent that cannot be told from its fragments (it begins or ends with the end of a line) is a group by itself.
    """
    numbers: list[int] = []
    for i, extent in enumerate(extents):
        alone = i == 0 or not (told(text, extents[i - 1 : i + 1]) and told(text, [extent]))
        numbers.append(numbers[-1] + alone if numbers else 0)
    for _, members in groupby(zip(numbers, extents, strict=True), key=lambda member: member[0]):
        yield [extent for _, extent in members]


def told(text: str, extents: Sequence[Extent]) -> bool:
    """Whether these extents are what is read back from their fragments."""
    return joined(text, fragments_of(text, extents)) == list(extents)
