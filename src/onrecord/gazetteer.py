"""Known names, found in a text by their words: the longest that begins at a token."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from onrecord.tokens import Token, words_of

_V = TypeVar("_V")


class Match(NamedTuple, Generic[_V]):
    """`width` tokens name `value`."""

    width: int
    value: _V


class Gazetteer(Generic[_V]):
    """A table from names to values. Looking one up costs the length of the longest name, not the table's."""

    def __init__(self, names: Iterable[tuple[str, _V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], _V]]] = {}
        for name, value in names:
            words = words_of(name)
            self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], place: int) -> Match[_V] | None:
        """Return the longest known name that begins at `tokens[place]`, or None."""
        for words, value in self._by_first.get(tokens[place].word, ()):
            if _stands(words, tokens, place):
                return Match(len(words), value)
        return None


def _stands(words: tuple[str, ...], tokens: Sequence[Token], place: int) -> bool:
    if len(words) == 1:
        return True
    if place + len(words) > len(tokens):
        return False
    here = tokens[place : place + len(words)]
    if any(token.word != word for token, word in zip(here, words, strict=True)):
        return False
    return all(adjoin(before, after) for before, after in pairwise(here))


def adjoin(before: Token, after: Token) -> bool:
    """Whether nothing but a blank, or a possessive ending and a blank, parts two tokens."""
    return after.start - before.end <= (3 if before.owns else 1)
