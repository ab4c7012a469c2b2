"""How probable it is that two records conflict in the way that they seem to, by what they were met by.

Shares of pairs judged by hand (`evaluation/judged/conflicts.tsv`), by Laplace's rule of succession: of `n` pairs with
`k` right (k + 1) / (n + 2). Of a sort of which no pair was shown nothing is known, which is a half.
"""

from typing import Final, Literal

# What a pair was met by.
Sign = Literal[
    "altered, word for word",
    "altered",
    "corrected",
    "recalled",
    "denied in reply",
    "denied",
    "contradicts",
    "negated",
    "updated",
]

# Right, and judged.
JUDGED: Final[dict[Sign, tuple[int, int]]] = {
    "altered, word for word": (11, 11),
    "altered": (3, 3),
    "corrected": (6, 6),
    "recalled": (1, 1),
    "denied in reply": (3, 3),
    "denied": (0, 0),
    "contradicts": (0, 0),
    "negated": (0, 0),
    "updated": (0, 0),
}


def chance_of(sign: Sign) -> float:
    """Return the probability that a pair met by this sign is right, 0 to 1."""
    right, judged = JUDGED[sign]
    return (right + 1) / (judged + 2)
