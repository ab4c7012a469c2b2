"""What is on a topic: by the topic's words, by what is meant, and why, so that a reader can see it.

The words count by how rare they are among what is looked through (Spärck Jones 1972): of "price of insulin" the insulin
tells more. Meaning is the cosine of two directions (`Meaning`). Either may suffice, each helps the other.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from onrecord.countries import country_at
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Uttered
from onrecord.tokens import tokenise

# Words that name no topic by themselves.
_IDLE: Final = word_set(
    """a an and are as at be been by for from had has have how if in into is it its of on or over our says said that the
    their this to under use was were what when where which who will with about against"""
)
# Forms of one word share so many letters and go on with these endings; a shorter one is but plural.
_STEM, _SHORT = 5, 3
_ENDINGS: Final = {""} | word_set("s es d ed ing er ers ly n an ian al y ies e ion ions ment ments")
_PLURAL: Final = {"", "s", "es"}
# Chosen on three pairs of a speaker and a topic, 110 statements judged, for the best mean F1 (78).
# `evaluation.positions` scores six others.
BY_WORDS: Final = 0.55
THRESHOLD: Final = 0.575


@dataclass(frozen=True, slots=True)
class Why:
    """Why a statement is on a topic: the topic's words that it has, and how near in meaning it is, from -1 to 1.

    `similarity` is None where one of the two was read without meanings. `score` is what was compared with the
    threshold.
    """

    words: tuple[str, ...]
    similarity: float | None
    score: float


@dataclass(frozen=True)
class Topic:
    """What is looked for: its words, and what they mean as a direction (None: by words alone)."""

    text: str
    meaning: bytes | None = None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What counts of it, each once: countries under their usual names, all other words folded."""
        places, rest = _countries(self.text)
        every = dict.fromkeys(fold(rest).split())
        words = [word for word in every if word not in _IDLE] or list(() if places else every)
        return (*places, *words)

    def on_topic(self, uttered: Sequence[Uttered]) -> list[Why | None]:
        """Return for each statement why it is on the topic, None for one that is not."""
        found = [self._found_in(content_of(one)) for one in uttered]
        weights = self._weights(found)
        near = cosines([one.meaning for one in uttered], self.meaning)
        return [self._why(words, weights, cosine) for words, cosine in zip(found, near, strict=True)]

    def _found_in(self, text: str) -> tuple[str, ...]:
        places, rest = _countries(text)
        there = set(fold(rest).split())
        return tuple(word for word in self.words if word in places or any(same_word(word, other) for other in there))

    def _weights(self, found: Iterable[Sequence[str]]) -> dict[str, float]:
        """How much each word tells: the fewer have it, the more; smoothed, so that one that all have tells a little."""
        every = list(found)
        return {
            word: math.log((1 + len(every)) / (1 + sum(word in words for words in every))) + 1.0 for word in self.words
        }

    def _why(self, words: tuple[str, ...], weights: dict[str, float], cosine: float | None) -> Why | None:
        covered = sum(weights[word] for word in words) / sum(weights.values())
        if cosine is None:
            return Why(words, None, covered) if len(words) == len(self.words) else None
        score = cosine + BY_WORDS * covered
        return Why(words, cosine, score) if score >= THRESHOLD else None


def _countries(text: str) -> tuple[tuple[str, ...], str]:
    """Return the countries that a text names in whatever form, and the text without these words."""
    tokens = tokenise(text)
    places: dict[str, None] = {}
    rest: list[str] = []
    number = 0
    while number < len(tokens):
        found = country_at(tokens, number)
        if found is None:
            rest.append(tokens[number].word)
        else:
            places[found.value.country] = None
        number += 1 if found is None else found.width
    return tuple(places), " ".join(rest)


def content_of(one: Uttered) -> str:
    """Return what a statement says, its pieces as one text."""
    return " ".join(span.text for span in one.told.statement.content)


def same_word(a: str, b: str) -> bool:
    """Whether two folded words are forms of one: "price" and "prices", "korea" and "korean"."""
    if a == b:
        return True
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    endings = {a[shared:], b[shared:]}
    if shared >= _STEM:
        return endings <= _ENDINGS
    return shared >= _SHORT and endings <= _PLURAL


def cosines(vectors: Sequence[bytes | None], wanted: bytes | None) -> list[float | None]:
    """Return how near each direction is to the wanted one, None where there is none."""
    if wanted is None:
        return [None] * len(vectors)
    known = [vector for vector in vectors if vector is not None]
    if not known:
        return [None] * len(vectors)
    rows = np.frombuffer(b"".join(known), dtype=np.int8).reshape(len(known), -1).astype(np.float32)
    target = np.frombuffer(wanted, dtype=np.int8).astype(np.float32)
    sizes = np.maximum(np.linalg.norm(rows, axis=1) * np.linalg.norm(target), 1.0)
    found = iter((rows @ target / sizes).tolist())
    return [None if vector is None else next(found) for vector in vectors]
