"""A document laid out for the rules: its words, sentences, and the lines that are set as headings."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.records import Document, Zone
from onrecord.sentences import COMMON, sentence_starts
from onrecord.tokens import Token, tokenise

_SAYING: Final = word_set("said says told added wrote argued explained noted insisted recalled tweeted asked replied")
# A heading has so many words at least, and no more characters than this.
_HEADING_WORDS: Final = 4
# In a heading at most one word in so many is in lower case, not counting the small ones and those of few letters.
_SET_PLAIN: Final = 10
_LETTERS: Final = 3
_LETTER: Final = 2
_HEADING_LONGEST: Final = 400


class Page:
    """One document's text with its tokens, sentences and headings; nothing in it changes.

    `tokens` are in order; `sentences` holds the offset at which each sentence begins; `capitals` are the words that
    begin with one.
    """

    __slots__ = (
        "_after_labels",
        "_headings",
        "_label_extents",
        "_labels",
        "_plain",
        "_silent",
        "_speaking",
        "_starts",
        "capitals",
        "document",
        "sentences",
        "text",
        "tokens",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.tokens = tokenise(document.text)
        self._starts = [token.start for token in self.tokens]
        self.sentences = list(sentence_starts(self.text, self.tokens))
        self._headings = [extent for extent in document.paragraphs() if self._is_heading(*extent)]
        self.capitals = frozenset(token.word for token in self.tokens if token.capital)
        self._plain = {token.word for token in self.tokens if token.word.islower()}
        self._speaking = set(_speaking(self.tokens))
        # A photo agency in a credit line is no entity, neither is the place in a dateline a government, nor "Q" a name.
        silent = [z for z in document.zones if z.kind in ("credit", "byline", "dateline") or _is_letter(z)]
        self._silent = sorted((zone.start, zone.end) for zone in silent)
        self._labels = frozenset((z.start, z.end) for z in document.zones if z.kind == "label")
        self._label_extents = sorted(self._labels)
        self._after_labels = frozenset(self.first_token(end) for _, end in self._labels)

    def first_token(self, offset: int) -> int:
        """Return the index of the first token that begins at `offset` or after it: their number where none does."""
        return bisect_left(self._starts, offset)

    def tokens_in(self, start: int, end: int) -> range:
        """Return the indexes of the tokens that begin in [start, end)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def sentence_of(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`."""
        return max(0, bisect_right(self.sentences, offset) - 1)

    def begins_sentence(self, index: int) -> bool:
        """Whether the token at `index` is the first of its sentence; past the last token there is none."""
        if index >= len(self.tokens):
            return False
        start = self.tokens[index].start
        place = bisect_left(self.sentences, start)
        return place < len(self.sentences) and self.sentences[place] == start

    def in_heading(self, offset: int) -> bool:
        """Whether `offset` stands in a line whose words are capitalised, as headlines are."""
        return _holds(self._headings, offset)

    def is_silent(self, offset: int) -> bool:
        """Whether `offset` stands in a byline, dateline or credit line, where nobody is spoken of."""
        return _holds(self._silent, offset)

    def is_label(self, start: int, end: int) -> bool:
        """Whether [start, end) is the label of a turn in a transcript."""
        return (start, end) in self._labels

    def has_turns(self) -> bool:
        """Whether it is a transcript, in which labels say whose turn it is."""
        return bool(self._labels)

    def in_label(self, offset: int) -> bool:
        """Whether `offset` stands in the label of a turn."""
        return _holds(self._label_extents, offset)

    def follows_label(self, index: int) -> bool:
        """Whether the token at `index` is the first that is said in a turn of a transcript."""
        return index in self._after_labels

    def is_plain(self, word: str) -> bool:
        """Whether the text has the word in lower case too: then a capital may only begin a sentence."""
        return word.casefold() in self._plain

    def speaks_again(self, word: str) -> bool:
        """Whether the word stands alone somewhere as one who speaks: "Orlin said", "said Orlin"."""
        return word in self._speaking

    def gap(self, index: int) -> str:
        """Return what stands between the token at `index` and the one before it ("" at the beginning)."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start] if index else ""

    def after(self, index: int) -> str:
        """Return what stands between the token at `index` and the next one, or the end."""
        end = self.tokens[index + 1].start if index + 1 < len(self.tokens) else len(self.text)
        return self.text[self.tokens[index].end : end]

    def next_to(self, index: int) -> bool:
        """Whether only a blank parts the token at `index` from the one before it."""
        return 0 < index < len(self.tokens) and self.gap(index) in (" ", "\u00a0")

    def _is_heading(self, start: int, end: int) -> bool:
        if end - start > _HEADING_LONGEST:
            return False
        here = [self.tokens[i] for i in self.tokens_in(start, end)]
        words = [token for token in here if token.word[0].isalpha() and token.word.casefold() not in COMMON]
        plain = [token for token in words if token is not here[0] and not token.capital and len(token.word) >= _LETTERS]
        return len(here) >= _HEADING_WORDS <= len(words) + 1 and len(plain) * _SET_PLAIN <= len(words)


def _holds(extents: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether one of the extents, in order and apart, holds `offset`."""
    place = bisect_right(extents, offset, key=_begin) - 1
    return place >= 0 and offset < extents[place][1]


def _begin(extent: tuple[int, int]) -> int:
    return extent[0]


def _is_letter(zone: Zone) -> bool:
    """Whether a transcript's label is one letter, with its stop: "Q", "A:"."""
    return zone.kind == "label" and zone.end - zone.start <= _LETTER


def _speaking(tokens: list[Token]) -> Iterator[str]:
    """The single capitalised words that stand beside a verb of saying, no other capital before them."""
    for n in range(1, len(tokens) - 1):
        before, token, after = tokens[n - 1 : n + 2]
        if not token.capital or (before.capital and token.start - before.end == 1):
            continue
        said_after = after.word in _SAYING and after.start - token.end == 1
        said_before = before.word in _SAYING and token.start - before.end == 1 and not after.capital
        if said_after or said_before:
            yield token.word
