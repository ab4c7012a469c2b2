"""Names inside phrases that refer, by their capitals: for corpora that mark who is meant, not the name alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.resolving.words import TIMES
from onrecord.sentences import COMMON
from onrecord.titles import HEADS, HONORIFICS, MODIFIERS, RANKS
from onrecord.tokens import Token, tokenise
from training.corpora.marked import Extent, Mark
from training.corpora.places import is_nationality, kind_of_place, without_tail

TITLES: Final = HEADS | MODIFIERS | RANKS | frozenset(HONORIFICS)
_BEFORE: Final = HEADS | RANKS | frozenset((*HONORIFICS, "spc", "pfc", "class", "petty"))
_CUT: Final = re.compile(r"[,;:(–—]|\s-\s")
_CLOSE: Final = re.compile(r"[ \u00a0&/.-]{1,3}")
_LINKING: Final = re.compile(r" (?:of|of the|for|for the|and|and the|de|del|on) ")
_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n])[\s\"“”'‘’`]*$")


def name_within(phrase: str, kind: str) -> Mark | None:
    """Return the name that a phrase for a `kind` of thing ends in, its offsets into the phrase, or None.

    A person's titles are no part of it. A nation's word or name outweighs the kind; where something written small
    follows the capitals ("Orlin supporters"), only those are names. Several names apart are none.
    """
    cut = _CUT.search(phrase)
    tokens = tokenise(phrase[: cut.start()] if cut else phrase)
    runs = [run for run in _runs(phrase, tokens, kind) if run]
    if kind == "person":
        runs = [_untitled(run) for run in runs] if len(runs) == 1 else []
    if not runs or not runs[-1]:
        return None
    start, end = runs[-1][0].start, without_tail(phrase, runs[-1][0].start, runs[-1][-1].end)
    name = phrase[start:end]
    if is_nationality(name):
        return Mark(start, end, "nationality")
    if kind != "person" and kind_of_place(name) == "country":
        return Mark(start, end, "country")
    kind = kind_of_place(name) if kind == "place" else kind
    return Mark(start, end, kind) if end == tokens[-1].end and end - start > 1 else None


def longest(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks without those that overlap a longer one, or one as long that came first, in order."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: m.start - m.end):
        if not any(other.start < mark.end and mark.start < other.end for other in kept):
            kept.append(mark)
    return tuple(sorted(kept))


def doubtful(text: str, marks: Iterable[Mark]) -> Iterator[Extent]:
    """Yield each word in capitals inside a sentence that no mark holds, unless it is a title or a day."""
    taken = bytearray(len(text) + 1)
    for mark in marks:
        taken[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    for token in tokenise(text):
        known = taken[token.start] or token.word.casefold().rstrip(".") in TITLES | TIMES
        if not known and is_capital(token) and not begins_sentence(text, token.start):
            yield token.start, token.end


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, or a quotation, begins at `start`."""
    return _SENTENCE.search(text, max(0, start - 4), start) is not None


def is_capital(token: Token) -> bool:
    """Whether a word is written as names are, be it "iPhone", and is no common word with a capital."""
    return any(char.isupper() for char in token.word) and token.word.casefold() not in COMMON


def _runs(phrase: str, tokens: Sequence[Token], kind: str) -> Iterator[list[Token]]:
    """Words in capitals that stand together; small words join the names of what is no person."""
    run: list[Token] = []
    for token in tokens:
        named = is_capital(token) or (bool(run) and token.word[0].isdigit())
        if not named or (kind != "person" and token.word.casefold() in TIMES):
            continue
        gap = phrase[run[-1].end : token.start] if run else " "
        if not _CLOSE.fullmatch(gap) and not (kind != "person" and _LINKING.fullmatch(gap)):
            yield run
            run = []
        run = [*run, token]
    yield run


def _untitled(run: list[Token]) -> list[Token]:
    """What follows the last title."""
    titled = [at for at, token in enumerate(run) if token.word.casefold().partition("-")[0].rstrip(".") in _BEFORE]
    return run[titled[-1] + 1 :] if titled else run
