"""A text as its words alone, so that two texts are compared by what they say and not by how it is set.

Case, accents, the style of quotation marks and dashes, spacing, line breaks, hyphens, full stops of abbreviations and
the commas of thousands are no part of a word here: texts that differ in nothing else have the same words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Span
from onrecord.sentences import sentence_starts
from onrecord.tokens import tokenise

# A currency or percent sign counts as a word: without it the number says something else.
_WORD: Final = re.compile(
    r"(?P<number>(?<![\w.,])[-−]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_]))"
    r"|(?P<sign>[$£€¥₩₽%‰])"
    r"|(?P<owns>['’][sS](?![^\W_]))"
    r"|(?P<word>[^\W_]+(?:['’](?![sS](?![^\W_]))[^\W_]+)*)"
)
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# One thing under two names: agency style beside the usual one (Reuters Handbook of Journalism: pct, mln, bln, dlrs).
_SAME: Final = {
    **{"%": "percent", "pct": "percent", "mln": "million", "bln": "billion", "trln": "trillion"},
    **{"dlr": "dollar", "dlrs": "dollars", "versus": "vs", "qtr": "quarter", "mths": "months", "yr": "year"},
}
NUMERALS: Final = word_set(
    """
    zero thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter
    dozen dozens hundreds thousands millions billions twice double triple
    """
)
# Styles set small numbers in letters or in figures.
_ONE_TO_TWENTY: Final = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""
_DIGITS: Final = {word: str(number) for number, word in enumerate(_ONE_TO_TWENTY.split(), start=1)}
# A line as long as this, with no mark at its end, is broken to fit a page and goes on in the next.
_WRAPPED: Final = re.compile(r"(?<=[^\n.!?:;\"”)])\n(?=[^\s\W]|[$£€(\"“'‘<])")
_LONG_LINE: Final = 45


class Word(NamedTuple):
    """A word at [start, end); `key` is what is compared."""

    start: int
    end: int
    key: str

    @property
    def numeric(self) -> bool:
        """Whether it is a number, in figures or in letters."""
        return any(map(str.isdigit, self.key)) or self.key in NUMERALS


class Wording:
    """A text, its words in order, and its sentences as half-open ranges of words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = tuple(_words(text))
        self.keys = [word.key for word in self.words]
        self._starts = [word.start for word in self.words]
        self._ends = [word.end for word in self.words]
        self.sentences: Sequence[tuple[int, int]] = tuple(self._ranges())
        self._firsts = [first for first, _ in self.sentences]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of words that share a character with [start, end) of the text."""
        first = bisect_right(self._ends, start)
        return first, max(first, bisect_left(self._starts, end))

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text that the words of a range take up; the range is not empty."""
        return Span.cut(self.text, self.words[first].start, self.words[last - 1].end)

    def sentence(self, word: int) -> tuple[int, int]:
        """Return the range of the sentence that holds a word."""
        return self.sentences[max(0, bisect_right(self._firsts, word) - 1)]

    def opens(self, word: int) -> bool:
        """Whether a word is the first of its sentence; what lies behind the last word would be, too."""
        return word >= len(self.words) or self.sentence(word)[0] == word

    def spelled(self, word: int) -> bool:
        """Whether a word is written in letters, whatever its key is."""
        return self.text[self.words[word].start].isalpha()

    def capital(self, word: int) -> bool:
        """Whether a word is written as a name is, with a capital."""
        return self.text[self.words[word].start].isupper()

    def _ranges(self) -> Iterator[tuple[int, int]]:
        flowing = unwrapped(self.text)
        starts = sorted({bisect_left(self._starts, at) for at in sentence_starts(flowing, tokenise(flowing))} | {0})
        for first, last in pairwise([*starts, len(self.words)]):
            if first < last:
                yield first, last


def unwrapped(text: str) -> str:
    """Return a text with the line breaks that only fit it to a page as blanks; every offset stays."""

    def joined(match: re.Match[str]) -> str:
        line = match.start() - text.rfind("\n", 0, match.start())
        return " " if line > _LONG_LINE else "\n"

    return _WRAPPED.sub(joined, text)


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        yield Word(match.start(), match.end(), _key(match))


def _key(match: re.Match[str]) -> str:
    said = match.group()
    if match.lastgroup == "number":
        return _THOUSANDS.sub("", said.replace("−", "-")).casefold()
    if match.lastgroup == "sign":
        return _SAME.get(said, said)
    if match.lastgroup == "owns":
        return "'s"
    key = fold(said.replace(".", "").replace("’", "").replace("'", ""))
    return _SAME.get(key) or _DIGITS.get(key) or key or said
