"""Which earlier claim a claim takes up: the sentence of the speaker's that shares most of its words.

Two statements on one topic are rarely about the same thing, and a change between them says nothing. What takes up an
earlier claim repeats its words: a part of the content words of the shorter of the two sentences (the overlap
coefficient, Szymkiewicz and Simpson), and more than the topic's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.comparing.redline.strength import Change, Force, change_of, force_of, force_of_statement
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Span, Uttered
from onrecord.sentences import sentences_of

_FUNCTION: Final = word_set(
    """
    a about after again all also am an and any are as at be because been before being but by can could did do does
    for from get go going had has have he her here his how i if in into is it its just know let like ll look may
    me might more most must my no not now of on one only or other our out over own re really right s said say says
    shall she should so some such t than that the their them then there these they thing think this those through
    to too under up us ve very was we well were what when where which while who why will with would you your
    """
)
# What takes "es" in the plural: "tax", "launch", "clash", "loss".
_HISSING: Final = ("xes", "ches", "shes", "sses")
# Content words that two claims share, those among them that are not the topic's, and which part they are of the shorter
# one's: chosen on the lines of two speakers, where three thousand troops that were assessed became possible.
SHARED: Final = 4
_BESIDE: Final = 2
PART: Final = 0.4


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a statement, its content words, and how strongly it says what it says."""

    of: Uttered
    span: Span
    words: frozenset[str]
    force: Force


class Claims:
    """The claims of one speaker so far; what takes one up is found by its words, at the cost of those alike."""

    def __init__(self, topic: Sequence[str]) -> None:
        self._topic = frozenset(topic)
        self._kept: list[Claim] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, claims: Sequence[Claim]) -> None:
        """Keep claims that later ones may take up."""
        for claim in claims:
            for word in claim.words:
                self._by_word[word].append(len(self._kept))
            self._kept.append(claim)

    def change(self, claims: Sequence[Claim]) -> tuple[Change, Claim, Claim] | None:
        """Return how one of these claims differs in strength from the one it takes up: the change, before and after."""
        found = [(part, before, after) for after in claims for part, before in self._taken_up(after)]
        for _, before, after in sorted(found, key=lambda one: -one[0]):
            change = change_of(before.force, after.force)
            if change is not None:
                return change, before, after
        return None

    def _taken_up(self, claim: Claim) -> Iterator[tuple[float, Claim]]:
        """Yield the nearest earlier claim that shares enough, the latest of several."""
        shared = Counter(place for word in claim.words for place in self._by_word.get(word, ()))
        best: tuple[float, int] | None = None
        for place, count in shared.items():
            before = self._kept[place]
            beside = len((claim.words & before.words) - self._topic)
            part = count / min(len(claim.words), len(before.words))
            if count >= SHARED and beside >= _BESIDE and part >= PART:
                best = max(best or (part, place), (part, place))
        if best is not None:
            yield best[0], self._kept[best[1]]


def claims_of(one: Uttered) -> list[Claim]:
    """Return the sentences of a statement as claims; one that is all of it has the statement's act and factuality."""
    statement = one.told.statement
    pieces = [
        Span(span.start + start, span.start + end, span.text[start:end])
        for span in statement.content
        for start, end in sentences_of(span.text)
        if end > start
    ]
    alone = len(pieces) == 1
    return [
        Claim(one, piece, content_words(piece.text), force_of_statement(statement) if alone else force_of(piece.text))
        for piece in pieces
    ]


@lru_cache(maxsize=1 << 16)
def content_words(text: str) -> frozenset[str]:
    """Return the folded words of a text that carry meaning, plurals as one."""
    return frozenset(_singular(word) for word in fold(text).split() if word not in _FUNCTION)


def _singular(word: str) -> str:
    """Return what a noun shares with its plural: "country" of both, and "movy" of "movie" and "movies"."""
    if len(word) > 4 and word.endswith(("ies", "ie")):
        return f"{word.removesuffix('s')[:-2]}y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "is", "us")) else word
