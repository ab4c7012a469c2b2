"""Adjectives of places that no table knows: "Norvannan" is of Norvanna where the report names Norvanna itself."""

import re
from typing import Final

from onrecord.resolving.page import Page

_ADJECTIVE: Final = re.compile(r"([A-Z]\w{3,}?)(?:i?an|ish|ese|ic|i)")
_LONGER: Final = 3  # letters by which a place's name may go beyond the stem


def place_of(page: Page, adjective: str) -> str | None:
    """Return the one name in the text that the adjective is made from, or None where none or several could be."""
    match = _ADJECTIVE.fullmatch(adjective)
    if match is None:
        return None
    stem = match[1]
    names = {
        name
        for name in page.capitals
        if name.startswith(stem) and len(name) - len(stem) <= _LONGER and not _ADJECTIVE.fullmatch(name)
    }
    return names.pop() if len(names) == 1 else None
