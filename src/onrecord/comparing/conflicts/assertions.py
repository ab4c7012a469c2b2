"""Assertions: the sentences of what somebody said, each with its telling words and whether it says so or not so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.conflicts.frames import STOP_WORDS, words_in
from onrecord.comparing.conflicts.negation import NEGATORS, is_contrast, is_negated, is_negator, turned_words
from onrecord.comparing.conflicts.same_story import names_in
from onrecord.comparing.conflicts.stems import stem
from onrecord.lexicon import word_set
from onrecord.records import ToldStatement
from onrecord.sentences import sentences_of
from onrecord.wrapping import on_one_line

_AUXILIARIES: Final = word_set(
    """
    do does did done doing have has had having will be is are was were been being would can could may might should must
    shall am get got let just also really very even still now then well so that's it's there's he's she's they're we're
    i'm t
    """
)
# What is open, wished for or supposed can neither be affirmed nor denied.
_OPEN: Final = re.compile(
    r"\?[\"”’)\s]*$|\b(?:if|unless|whether|should|must|may|might|could|would|let's|please|ought|perhaps|maybe|possibly)\b",
    re.IGNORECASE,
)
_SELF: Final = re.compile(r"^\W*(?:\w+\W+){0,3}?(?:i|we|i'm|we're|i've|we've|i'll|we'll|let)\b", re.IGNORECASE)
# Fewer telling words are said of too many things.
_TELLING: Final = 4


@dataclass(frozen=True, slots=True)
class Assertion:
    """A sentence of a statement's content: its telling words (stems), what it names, and how it is said.

    `plain` are all its words. `negated`: it says that something is not so, and `turned` are the telling words right
    behind the negations; `own`: its speaker speaks of himself.
    """

    told: ToldStatement
    plain: str
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    turned: frozenset[str]
    own: bool


def assertions_of(told: ToldStatement) -> Iterator[Assertion]:
    """Yield the sentences of a statement that assert something: no questions, conditions, wishes, nor mere phrases."""
    if told.statement.condition is not None:
        return
    for span in told.statement.content:
        text = on_one_line(span.text)
        for start, end in sentences_of(text):
            found = _assertion(told, text[start:end])
            if found is not None:
                yield found


def telling_words(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell what it is about: no stop words, auxiliaries, negations."""
    words = words_in(text)
    passed = STOP_WORDS | _AUXILIARIES | NEGATORS
    told = (word for place, word in enumerate(words) if word not in passed and not is_negator(words, place))
    # Marks that count as letters may fold to nothing.
    return frozenset(filter(None, map(stem, told)))


def _assertion(told: ToldStatement, text: str) -> Assertion | None:
    words = telling_words(text)
    if len(words) < _TELLING or _OPEN.search(text) or is_contrast(text):
        return None
    folded = words_in(text)
    return Assertion(
        told=told,
        plain=f" {' '.join(folded)} ",
        words=words,
        names=names_in(text),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        negated=is_negated(folded),
        turned=words.intersection(map(stem, turned_words(folded))),
        own=_SELF.match(text) is not None,
    )
