"""Numbers that stand beside a number that was found and are of the same things: "10 rather than 11".

A tagger sees little in a bare number whose noun is left out; its construction says what it is.
"""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.finding.quantity_words import NUMBER_WORDS, Extent, unit_after

_NUMBER: Final = rf"(?P<number>\d[\d,]*(?:\.\d+)?(?! ?%)|(?:{NUMBER_WORDS})(?:[ -](?:{NUMBER_WORDS}))*)"
_COMPARED: Final = re.compile(
    r"[^.;!?\n]{0,40}?\b(?:rather than|instead of|compared (?:with|to)|up from|down from|as opposed to) "
    rf"(?:the |an? |some |about |around |nearly |just |only )?{_NUMBER}(?=[.,;:!?)\"”]|$"
    r"| (?:in|on|at|a year|because|last|before|earlier|for|during|and|the|when|as|since)\b)",
    re.IGNORECASE,
)
_PARTED: Final = re.compile(
    rf"[^.;!?\n]{{0,80}}?, (?:only |just |some |about |at least |nearly )?{_NUMBER}"
    r"(?= (?:were|was|are|is|have|had|has|came|died|survived|remain|remained|will|would|voted|said|did)\b)",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\b[Oo]f (?:the |these |those |its |their |some |about )?$")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")


def companions(text: str, number: Extent) -> Iterator[Extent]:
    """Yield the numbers that a number at [start, end) is compared with or parted into.

    "rowed by 14 sailors rather than | 15", "Of the 14 sailors, | six were hired".
    """
    compared = _COMPARED.match(text, number[1], number[1] + 120)
    parted = _PARTED.match(text, number[1], number[1] + 140) if _opens_part(text, number[0]) else None
    for found in (compared, parted):
        if found and not _YEAR.fullmatch(found["number"]) and not unit_after(text, found.end("number")):
            yield found.span("number")


def _opens_part(text: str, start: int) -> bool:
    return _OF.search(text, max(0, start - 12), start) is not None
