"""The wording of one topic in each of several documents: the clauses that name it, and where none does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypedDict

import numpy as np
from numpy.typing import NDArray

from onrecord.comparing.redline.redline import Text
from onrecord.comparing.redline.stretches import Passage, passages_of
from onrecord.comparing.redline.word_families import root_of, roots_of
from onrecord.errors import UsageError
from onrecord.folding import fold
from onrecord.records import Document, Span, SpanJson
from onrecord.tokens import tokenise

# How near a sentence with one of the topic's words must be to what those that name it mean together. On four topics in
# communiqués what is said of other matters reached 0.81.
_NEAR: Final = 0.86
# A word that takes something away: what "de-X-ize" means is "X-free", "free of X", "to give up X" (Quirk et al., A
# Comprehensive Grammar of the English Language, 1985, appendix I: reversative and privative prefixes).
_PRIVATIVE: Final = re.compile(r"(?:de|dis)-?(?P<rest>\w{5,})")
_MADE_SO: Final = re.compile(r"i[sz](?:e|es|ed|er|ers|ing|ation|ations)$")
_TAKE_AWAY: Final = (
    r"(?:abandon|dismantl|eliminat|abolish|relinquish|renounc|forsw[eo]|forgo|scrap|destroy|remov|disarm|divest|surrender)"
    r"\w*|(?:giv\w*|gave) up|get\w* rid of|rid\w* .{0,40}? of|abolition of|end\w* (?:all |its |their |the )"
)
# What may be written as two words or as one.
_HYPHEN: Final = re.compile(r"\w[-\u2010\u2011]\w")
_CLAUSE: Final = re.compile(r";\s+(?:and\s+)?")


class WordingJson(TypedDict):
    """The codebook's `language` object."""

    document: str
    url: str | None
    published: str | None
    passages: list[SpanJson]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a document says of the topic, in its order: nothing where the topic is absent."""

    document: Document
    passages: tuple[Span, ...]

    def to_json(self) -> WordingJson:
        """Return the codebook's object."""
        document = self.document
        return {
            "document": document.id,
            "url": document.url,
            "published": document.published,
            "passages": [span.to_json() for span in self.passages],
        }


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its words: the roots that a passage must hold, all of them, and other ways to put them."""

    roots: frozenset[str]
    otherwise: re.Pattern[str] | None

    @classmethod
    def of(cls, words: str) -> "Topic":
        """Take a topic apart. Raises UsageError for words that name nothing."""
        roots = frozenset(roots_of(words))
        if not roots:
            raise UsageError("language", f"{words!r} holds no word to look for", "name a topic in one word or more")
        taken = [root for token in tokenise(words) for root in _taken_away(fold(token.word))]
        return cls(roots, _without(taken) if len(taken) == len(roots) == 1 else None)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where a passage names the topic, as [start, end): nothing where it does not.

        Of several words all must be there.
        """
        words = [(token.start, token.end, _roots(token.word)) for token in tokenise(text)]
        named = [(start, end, roots & self.roots) for start, end, roots in words if roots & self.roots]
        if self.roots == frozenset().union(*(roots for _, _, roots in named)):
            return [(start, end) for start, end, _ in named]
        return [match.span() for match in self.otherwise.finditer(text)] if self.otherwise is not None else []

    def may_be_in(self, passage: Passage) -> bool:
        """Tell whether `places` may find the topic in a passage, without a look at each of its words."""
        text = passage.span.text
        return (
            self.roots <= passage.roots
            or _HYPHEN.search(text) is not None
            or (self.otherwise is not None and self.otherwise.search(text) is not None)
        )


def wording_of(topic: str, texts: Sequence[Text]) -> tuple[Wording, ...]:
    """Return what each document says of a topic, in order of publication; those of an unknown date stand last.

    A passage is a sentence, or what of it stands between semicolons. It belongs where it holds all of the topic's words
    in any form ("denuclearize" for "denuclearization") or in other words what taking something away means
    ("nuclear-free"); a sentence that holds one of several words belongs where it means what those do. Raises UsageError
    for a topic that holds no word.
    """
    sought = Topic.of(topic)
    read = [(text.document, passages_of(text.document, text.meanings)) for text in texts]
    known = _meant(sought, [passage for _, passages in read for passage in passages])
    found = (Wording(document, tuple(_named(sought, passages, known))) for document, passages in read)
    return tuple(sorted(found, key=_when))


def _when(wording: Wording) -> tuple[bool, str]:
    return wording.document.published is None, wording.document.published or ""


def _named(topic: Topic, passages: Iterable[Passage], known: NDArray[np.float32] | None) -> Iterator[Span]:
    for passage in passages:
        if not topic.may_be_in(passage):
            if _means_it(topic, passage, known):
                yield passage.span
            continue
        clauses = [clause for clause in _clauses(passage.span) if topic.places(clause.text)]
        if clauses:
            yield from clauses
        elif topic.places(passage.span.text) or _means_it(topic, passage, known):
            yield passage.span


def _means_it(topic: Topic, passage: Passage, known: NDArray[np.float32] | None) -> bool:
    return known is not None and bool(topic.roots & passage.roots) and float(passage.meaning @ known) >= _NEAR


def _meant(topic: Topic, passages: Iterable[Passage]) -> NDArray[np.float32] | None:
    """What the passages that name the topic mean together; None for a single word, which names it or does not."""
    several = len(topic.roots) > 1
    rows = [one.meaning for one in passages if several and topic.may_be_in(one) and topic.places(one.span.text)]
    total = np.sum(rows, axis=0) if rows else np.zeros(1, np.float32)
    length = float(np.linalg.norm(total))
    return (total / length).astype(np.float32) if length else None


def _clauses(sentence: Span) -> Iterator[Span]:
    """What of a sentence stands between semicolons."""
    breaks = [match.span() for match in _CLAUSE.finditer(sentence.text)]
    edges = [(0, 0), *breaks, (len(sentence.text), len(sentence.text))]
    for (_, start), (end, _) in pairwise(edges):
        if start < end:
            yield Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


@lru_cache(maxsize=65_536)
def _roots(word: str) -> frozenset[str]:
    """The roots of a word, also of one that is hyphenated as if it were not: "de-nuclearisation"."""
    return frozenset((*roots_of(word), *(roots_of(word.replace("-", "")) if "-" in word else ())))


def _taken_away(word: str) -> Iterator[str]:
    """What a word of the form "de-X-ize" takes away: "nuclear" of "denuclearization"."""
    match = _PRIVATIVE.fullmatch(word)
    if match is not None and _MADE_SO.search(word):
        yield root_of(match["rest"])


def _without(taken: Sequence[str]) -> re.Pattern[str]:
    """Other words for its being taken away: X-free, free of X, to give up X."""
    it = rf"{re.escape(taken[0])}\w*"
    near = r"(?:[\w’'-]+ ){0,6}?"
    ways = (
        rf"\b{it}(?:[- ]weapons?)?[-\u2010\u2011 ]free\b",
        rf"\bfree (?:of|from) {near}{it}",
        rf"\bwithout {near}{it}",
        rf"\b(?:{_TAKE_AWAY}) ?{near}{it}",
    )
    return re.compile("|".join(ways).replace(" ", r"\s"), re.IGNORECASE)
