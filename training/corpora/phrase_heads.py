"""The head of a noun phrase without a parse: the words before what follows a head."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.resolving.words import CONJUNCTIONS, DETERMINERS, ENDS_PHRASE
from training.corpora.marked import Extent

_WORD: Final = re.compile(r"[^\s,;:()“”\"]+|[,;:()–—]")
_ENDING: Final = re.compile(r"\w{4,}ing|than|including|whose|[,;:()–—]")
_LEFT: Final = re.compile(r"\w{3,}ed(?= (?:by|from|in|to|at|on|with|among|for|between|through|of)\b)")
_NO_HEADS: Final = DETERMINERS | CONJUNCTIONS | frozenset(("new", "more", "other", "own", "former"))


def head_of(text: str, phrase: Extent, inner: Iterable[Extent]) -> Extent | None:
    """Return the word that is the head of the phrase, or None where only phrases inside it could be.

    It is the last word before a comma, a preposition, a relative or a participle that follows another word of the
    phrase's own.
    """
    inner = list(inner)
    head: Extent | None = None
    for match in _WORD.finditer(text, *phrase):
        word = match.group()
        held = any(start <= match.start() < end for start, end in inner)
        known = _ENDING.fullmatch(word) or _LEFT.match(text, match.start())
        ends = word.casefold() in ENDS_PHRASE or known is not None
        if ends and (head is not None or not word[0].isalnum()):
            return head
        if held or word.casefold() in _NO_HEADS or not word[0].isalnum():
            continue
        if word[0].isdigit() and not text.startswith(" of", match.end()) and any(match.end() <= at for at, _ in inner):
            continue  # "18 Orlin jets", where the jets are a phrase of their own
        head = (match.start(), match.end())
    return head
