"""What became of an event: from how far its word is a fact (FactBank's scale) and how it stands in its sentence."""

import re
from typing import Final

from onrecord.records import Span, Status

# On the scale of UDS and UW, -3 to 3. An event is a fact from the first on; what is expected or could be lies between.
# Chosen on the train part of the events labelled by hand, as are the words below.
_FACT: Final = 1.5
_DENIED: Final = -1.2
_BETWEEN: Final = r"(?:\s+(?!that\b|which\b|who\b|after\b|as\b|and\b|but\b)[\w'’-]+){0,2}\s+$"
_GOING_ON: Final = re.compile(
    r"\b(?:is|are|am|be|been|'s|’s|'re|’re|keeps?|continues? to)(?:\s+\w+ly)?\s+$", re.IGNORECASE
)
_WILL: Final = re.compile(
    r"\b(?:will|shall|'ll|’ll|going to|(?:expect|schedul|prepar|design|vow|pledg)\w* to|set to|due to|about to"
    r"|plan\w* to|intend\w* to|ready to|agree[sd]? to|decid\w+ to|imminent|upcoming|next|future|promis\w+ to|planned)"
    + _BETWEEN,
    re.IGNORECASE,
)
_MAY: Final = re.compile(
    r"\b(?:could|may|might|should|would|must|if|unless|whether|can|possible|potential|alleged|suspected|proposed)"
    + _BETWEEN
    + r"|\b(?:call\w* (?:on|upon|for)\b|(?:urg|demand|ask|request|want|threaten|refus|attempt|try|tri|seek|sought"
    r"|appeal|press|encourag|order"
    r"|allow|invit|warn|propos|offer)\w*)(?:\s+[\w'’-]+){0,4}\s+(?:to|for|against)(?:\s+(?:a|an|the|\w+ly))?\s+$",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"\b(?:not|never|n't|n’t|cannot|declined to|refus\w+ to|failed to|without|denied)"
    r"(?:\s+(?:yet|be|been|\w+ly)){0,2}\s+$",
    re.IGNORECASE,
)
_LOOK: Final = 60  # characters before the word


def status_of(value: float | None, trigger: Span, text: str) -> Status | None:
    """Return what became of the event that `trigger` names in `text`; None where it is not known how far it is a fact.

    `value`: -3, certainly not so, to 3, certainly so. The words right before the trigger are believed before it.
    """
    if value is None:
        return None
    sentence = re.split(r"[.!?;:\n][\s\"”’]", text[max(0, trigger.start - _LOOK) : trigger.start])[-1]
    if _NOT.search(sentence) or value <= _DENIED:
        return "denied"
    if _MAY.search(sentence):
        return "hypothetical"
    if _WILL.search(sentence):
        return "expected"
    if value >= _FACT:
        ongoing = trigger.text.casefold().endswith("ing") and _GOING_ON.search(sentence)
        return "ongoing" if ongoing else "happened"
    return "hypothetical"
