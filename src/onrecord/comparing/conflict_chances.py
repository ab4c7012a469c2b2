"""How probable it is that two records conflict in the way that they seem to: shares of pairs judged by hand."""

from typing import Final, Literal

# What a pair was found by.
Sign = Literal[
    "altered, word for word",
    "altered",
    "corrected",
    "recalled",
    "contradicts",
    "updated",
    "denied in reply",
    "denied",
    "negated",
]

CHANCES: Final[dict[Sign, float]] = {
    "altered, word for word": 0.95,
    "altered": 0.8,
    "corrected": 0.9,
    "recalled": 0.8,
    "contradicts": 0.5,
    "updated": 0.5,
    "denied in reply": 0.7,
    "denied": 0.6,
    "negated": 0.5,
}
