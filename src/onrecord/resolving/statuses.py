"""What became of an event: from how far its word is a fact (FactBank's scale) and how it stands in its sentence."""

import re
from typing import Final

from onrecord.records import Span, Status

# On the scale of UDS and UW, -3 to 3. An event is a fact from the first on; what is expected or could be lies between.
_FACT: Final = 1.2
_DENIED: Final = -1.2
_GOING_ON: Final = re.compile(r"\b(?:is|are|am|be|been|being|'s|’s|'re|’re|keeps?)(?:\s+\w+ly)?\s+$", re.IGNORECASE)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|'ll|’ll|going to|expected to|set to|due to|about to|plans? to|planned|planning to|intends? to"
    r"|ready to|agreed? to|decided to|vow(?:s|ed) to|pledg(?:es|ed) to|imminent|upcoming|next|future)"
    r"(?:\s+[\w-]+){0,3}\s+$",
    re.IGNORECASE,
)
_LOOK: Final = 60  # characters before the word


def status_of(value: float | None, trigger: Span, text: str) -> Status | None:
    """Return what became of the event that `trigger` names in `text`; None where it is not known how far it is a fact.

    `value`: -3, certainly not so, to 3, certainly so.
    """
    if value is None:
        return None
    if value <= _DENIED:
        return "denied"
    before = text[max(0, trigger.start - _LOOK) : trigger.start]
    if value >= _FACT:
        ongoing = trigger.text.casefold().endswith("ing") and _GOING_ON.search(before)
        return "ongoing" if ongoing else "happened"
    return "expected" if _TO_COME.search(before) else "hypothetical"
