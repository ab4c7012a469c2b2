"""The words of a story as copies are compared: folded, each with its place, without what an outlet puts around it."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.folding import fold
from onrecord.quotation import quotations
from onrecord.records import Document

# What a copy keeps: headline, byline, dateline and credit line are each outlet's own.
_STORY: Final = ("body", "caption")
# With fewer words than this, what was taken for the story is too little to know it by.
_ENOUGH: Final = 12
# A number is one word, with its thousands and decimals, also where a tokeniser parted them: "22 , 000", "4 . 6".
_WORD: Final = re.compile(r"\d{1,3}(?: ?, ?\d{3})+(?!\d)(?:\.\d+| \. \d+)?|\d+(?:\.\d+| \. \d+)?|[^\W\d_]+")
_MARKS: Final = re.compile(r"[ ,]")
# A line that is an address says where a page was found.
_ADDRESS: Final = re.compile(r"^\s*https?\s*:\s*/[^\n]*", re.MULTILINE)

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """A story word by word: `words` are folded, `places` their [start, end) in the document's text.

    `told` says of each word whether the report tells it in its own words: what it quotes, others may have heard too.
    """

    words: tuple[str, ...]
    places: tuple[Stretch, ...]
    told: tuple[bool, ...]

    def extent(self, first: int, last: int) -> Stretch:
        """Return [start, end) in the text of the words `first` to `last`, without `last`."""
        return self.places[first][0], self.places[last - 1][1]


def story_of(document: Document) -> Story:
    """Return the words of a document's body and captions; of all its text where these say hardly anything."""
    stretches = sorted((zone.start, zone.end) for zone in document.zones if zone.kind in _STORY)
    found = list(_words(document.text, stretches))
    if len(found) < _ENOUGH:
        found = list(_words(document.text, [(0, len(document.text))]))
    quoted = [(one.start, one.end) for one in quotations(document.text)]
    places = tuple(place for _, place in found)
    told = tuple(not _within(place, quoted) for place in places)
    return Story(tuple(word for word, _ in found), places, told)


def _words(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[str, Stretch]]:
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "http" in text else []
    for start, end in stretches:
        for match in _WORD.finditer(text, start, end):
            folded = _folded(match.group())
            if folded and not _within(match.span(), addresses):
                yield folded, match.span()


def _folded(word: str) -> str:
    if word[0].isdigit():
        return _MARKS.sub("", word)
    # Interned, as a story says few words often; and most words need no more than small letters.
    return sys.intern(word.lower() if word.isascii() else fold(word))


def _within(place: Stretch, stretches: Sequence[Stretch]) -> bool:
    at = bisect_right(stretches, place[0], key=lambda stretch: stretch[0]) - 1
    return at >= 0 and place[0] < stretches[at][1]
