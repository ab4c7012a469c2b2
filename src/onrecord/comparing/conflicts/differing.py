"""Where two records differ: the words of each that say so, for whoever lays them side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.comparing.conflicts.assertions import telling_words
from onrecord.comparing.conflicts.conflict import Told
from onrecord.comparing.conflicts.denials import denials_in
from onrecord.comparing.conflicts.negation import negations_in
from onrecord.records import ToldFigure
from onrecord.tokens import tokenise

Part = Literal["differs", "shared"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document's text, and what it is beside the other record: what differs, or what both have."""

    start: int
    end: int
    part: Part


def differing(a: Told, b: Told) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of each of two records, in the order of its text.

    Of figures it is the figures that differ. Of statements it is the words that negate or deny; the telling words that
    both have are marked as shared.
    """
    shared: frozenset[str] = frozenset()
    if not isinstance(a, ToldFigure) and not isinstance(b, ToldFigure):
        shared = telling_words(a.evidence.text) & telling_words(b.evidence.text)
    return tuple(_marks(a, shared)), tuple(_marks(b, shared))


def _marks(told: Told, shared: frozenset[str]) -> Iterator[Mark]:
    if isinstance(told, ToldFigure):
        yield Mark(told.figure.span.start, told.figure.span.end, "differs")
        return
    text, first = told.evidence.text, told.evidence.start
    against = sorted({*negations_in(text), *denials_in(text)})
    for start, end in against:
        yield Mark(first + start, first + end, "differs")
    for token in tokenise(text):
        within = any(start < token.end and token.start < end for start, end in against)
        if shared and not within and telling_words(token.word) & shared:
            yield Mark(first + token.start, first + token.end, "shared")
