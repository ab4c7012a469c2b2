"""Texts told by digests of their words: what a text has to hold can be kept where the text itself may not be."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

NOTHING: Final = "-"
"""The digest of no words."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a text holds what it has to: shares of words, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: letters and digits, without case and compatibility forms."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def digest(words: Sequence[str]) -> str:
    """Return how many words there are and the first half of their SHA-256; `NOTHING` for none."""
    return f"{len(words)}:{hashlib.sha256(' '.join(words).encode()).hexdigest()[:16]}" if words else NOTHING


def covered(words: Sequence[str], due: Collection[str], beside: Collection[str]) -> Covered:
    """Say how far words are those of the paragraphs that are due, and of such as may stand beside them, by digest.

    A paragraph is found where its words stand one after the other, however the text is broken into lines; one that is
    due is found once.
    """
    lacking, right, at = set(due), 0, 0
    while at < len(words):
        known = {*lacking, *beside}
        sizes = sorted(set(map(_size, known)), reverse=True)
        starting = ((size, digest(words[at : at + size])) for size in sizes if at + size <= len(words))
        size, name = next(((size, name) for size, name in starting if name in known), (1, ""))
        right += size if name else 0
        lacking.discard(name)
        at += size
    whole = sum(map(_size, due))
    return Covered(right / max(1, len(words)), 1 - sum(map(_size, lacking)) / whole if whole else 1.0)


def _size(name: str) -> int:
    return int(name.partition(":")[0])
