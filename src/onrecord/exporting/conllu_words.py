"""The text of a document as CoNLL-U counts it: sentences of tokens, and the white space that follows each."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from onrecord.records import Document
from onrecord.sentences import sentences_of
from onrecord.tokens import Token, tokenise

# What lies between words: a possessive ending, a mark or several of the same, whatever else is no blank.
_BETWEEN: Final = re.compile(r"['’][sS](?!\w)|([^\w\s])\1*|\S")


class Word(NamedTuple):
    """A token at [start, end) of the document's text, and the offset where the next one begins (or the text ends)."""

    start: int
    end: int
    next: int


class Sentence(NamedTuple):
    """The tokens of a sentence in order, one at least, and whether it begins a paragraph."""

    words: tuple[Word, ...]
    opens: bool


def parted(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of a document, every character of which but white space stands in a token of theirs.

    A sentence ends where a paragraph ends, too. A text of nothing but white space has none.
    """
    words = list(_words(document.text, tokenise(document.text)))
    opening = {start for start, _ in document.paragraphs()}
    starts = sorted({*opening, *_inside(document)})
    places = [bisect_left(words, start, key=lambda word: word.start) for start in starts]
    for start, (first, last) in zip(starts, pairwise([*places, len(words)]), strict=True):
        yield Sentence(tuple(words[first:last]), start in opening)


def _inside(document: Document) -> Iterator[int]:
    """Where the second and each later sentence of a paragraph begins."""
    last = 0
    for start, _ in sentences_of(document.text):
        paragraph = document.paragraph_number(start)
        if paragraph == last:
            yield start
        last = paragraph


def _words(text: str, tokens: list[Token]) -> Iterator[Word]:
    extents = [*_extents(text, tokens), (len(text), len(text))]
    for (start, end), (following, _) in pairwise(extents):
        yield Word(start, end, following)


def _extents(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    done = 0
    for token in tokens:
        yield from (match.span() for match in _BETWEEN.finditer(text, done, token.start))
        yield token.start, token.end
        done = token.end
    yield from (match.span() for match in _BETWEEN.finditer(text, done))
