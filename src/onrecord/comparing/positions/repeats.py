"""Repeats: the same words of one speaker, told in several reports or versions of one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.folding import fold
from onrecord.records import Uttered

# Words in a row that are hardly said twice by chance: a shorter statement counts as told again only if all of it is.
_RUN: Final = 8


@dataclass(slots=True)
class _Open:
    """A statement that others may repeat, the words it is known by, and who repeated it."""

    first: Uttered
    words: tuple[str, ...]
    also: list[Uttered] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A statement where it stands first, and the others that say the same in the same words."""

    first: Uttered
    also: tuple[Uttered, ...]


def folded(uttered: Sequence[Uttered]) -> list[Repeated]:
    """Fold what says the same in the same words, in the order given; the first of each stands for all.

    The same: all words alike, case and punctuation apart, or, of statements in different documents and of eight words
    or more, one within the other, as one report quotes less than another. The time is that of reading the words.
    """
    kept: list[_Open] = []
    whole: dict[tuple[str, ...], int] = {}
    runs: dict[tuple[str, ...], int] = {}
    for one in uttered:
        words = tuple(fold(" ".join(span.text for span in one.told.statement.content)).split())
        place = whole.get(words)
        if place is None:
            place = _holder(kept, runs, words, one)
        if place is None:
            place = len(kept)
            kept.append(_Open(one, words))
            _index(runs, words, place)
        else:
            kept[place].also.append(one)
        whole.setdefault(words, place)
    return [Repeated(one.first, tuple(one.also)) for one in kept]


def _holder(
    kept: Sequence[_Open], runs: dict[tuple[str, ...], int], words: tuple[str, ...], one: Uttered
) -> int | None:
    """The place of a statement of another document that holds all these words in a row, or that they hold."""
    for start in range(len(words) - _RUN + 1):
        place = runs.get(words[start : start + _RUN])
        if place is None:
            continue
        held = kept[place]
        if held.first.told.page.document != one.told.page.document and (
            _within(words, held.words) or _within(held.words, words)
        ):
            return place
    return None


def _index(runs: dict[tuple[str, ...], int], words: tuple[str, ...], place: int) -> None:
    for start in range(len(words) - _RUN + 1):
        runs.setdefault(words[start : start + _RUN], place)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    size = len(short)
    return size >= _RUN and any(long[i : i + size] == short for i in range(len(long) - size + 1))
