"""The head of a noun phrase without a parse: the words before what follows a head."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.resolving.words import DETERMINERS, ENDS_PHRASE
from training.corpora.marked import Extent

_WORD: Final = re.compile(r"[^\s,;:()“”\"]+|[,;:()–—]")
_ENDING: Final = re.compile(r"\w{4,}ing|than|including|whose|[,;:()–—]")
_POSSESSIVE: Final = re.compile(r"['’]s?$")


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
        ends = word.casefold() in ENDS_PHRASE or _ENDING.fullmatch(word) is not None
        if ends and (head is not None or not word[0].isalnum()):
            return head
        if held or word.casefold() in DETERMINERS or not word[0].isalnum():
            continue
        head = (match.start(), match.end())
    return head
