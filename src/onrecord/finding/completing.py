"""Contents that break off before their clause does: "to hold the", carried on to where the clause ends."""

import re
from typing import Final

from onrecord.finding.spans import Extent

_OPEN: Final = re.compile(
    r"(?:^|\W)(?:the|an?|its|their|his|her|our|your|of|from|with|by|between|against|among|into|toward|towards|and|or)$",
    re.IGNORECASE,
)
_BACK: Final = 12
"""Characters in which the last word of a content that may be open stands."""
_STOP: Final = re.compile(r"(?<![A-Z])\.(?=[\s\"”’]|$)|,(?=\s)|[;:!?)\n—―\"“”«»]| [–-] ")


def completed(extent: Extent, text: str, limit: int) -> Extent:
    """Carry an extent that ends in an article, a preposition or a conjunction on to the end of its clause.

    The clause ends at the next mark of punctuation, at `limit` at the latest.
    """
    start, end = extent
    if not _OPEN.search(text[max(start, end - _BACK) : end]) or not text[end : end + 2].strip():
        return extent
    stop = _STOP.search(text, end, limit)
    clause = text[end : stop.start() if stop else limit].rstrip()
    return start, end + len(clause)
