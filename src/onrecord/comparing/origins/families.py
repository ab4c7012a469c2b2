"""Near copies grouped: what shares hashes is compared word by word, and what proves to be a copy hangs together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Final, Protocol

from onrecord.comparing.origins.copying import Kinship, kinship_of
from onrecord.comparing.origins.publication import apart
from onrecord.comparing.origins.stories import Story, story_of
from onrecord.records import Document, Page

# Hashes that any text has, whatever its length: the bands of the whole (`shingles.BANDS`).
_OF_THE_WHOLE: Final = 32
# The share of the shorter text's fingerprints that copies have in common at least: 0.12 was the least among 158.
_SHARED: Final = 0.08
# From a copy that is as near as this nothing is found that the other did not find.
_AS_GOOD: Final = 0.8
# Copies of a wire story are printed within days; a routine text comes back after a week, one of numbers after a day.
_ROUTINE: Final = timedelta(days=6)
_DAILY: Final = timedelta(days=1)
# Stories kept in memory, word by word, while their kin are looked for.
_KEPT: Final = 1000


class Near(Protocol):
    """Two documents that share `shared` hashes, where the one with fewer has `keys`."""

    @property
    def a(self) -> str:
        """The id of the one."""

    @property
    def b(self) -> str:
        """The id of the other."""

    @property
    def shared(self) -> int:
        """How many hashes they share."""

    @property
    def keys(self) -> int:
        """How many hashes the one with fewer has."""


class Library(Protocol):
    """Where documents are found again by their traces; a ledger is one."""

    def near_pairs(self) -> Iterable[Near]:
        """Return pairs of documents that share hashes, so many that all copies hang together."""

    def near_to(self, document: str) -> Iterable[Near]:
        """Return every document that shares a hash with this one, which is `a` of each."""

    def text(self, document: str) -> Document:
        """Return a document with its text and zones."""

    def pages(self, document: str) -> Sequence[Page]:
        """Return the document as each of its copies gives it."""

    def at_several_addresses(self) -> Iterable[str]:
        """Return the documents whose very text stands at more than one address."""


class Comparer:
    """Compares stories of a library, and keeps the words of those it met last."""

    def __init__(self, library: Library) -> None:
        self.texts = library
        self.pages = lru_cache(maxsize=_KEPT)(library.pages)
        self._told = lru_cache(maxsize=_KEPT)(self._read)

    def story(self, document: str) -> Story:
        """Return the words of a document's story."""
        return self._told(document)[0]

    def text(self, document: str) -> str:
        """Return a document's text."""
        return self._told(document)[1]

    def kinship(self, a: str, b: str) -> Kinship:
        """Return what two documents have in common."""
        return kinship_of(self.story(a), self.story(b))

    def near_copy(self, a: str, b: str) -> Kinship | None:
        """Return what two documents have in common; None where they are no near copies, or tell of different days.

        A text in other words, or with other numbers, that was published so much later is a routine statement in the
        same form. Where dates are not known it is kept, and `Kinship.how` tells.
        """
        kinship = self.kinship(a, b)
        if not kinship.is_copy or kinship.how == "same":
            return kinship if kinship.is_copy else None
        least = _DAILY if kinship.refilled else _ROUTINE
        return None if apart(self.pages(a), self.pages(b), least) else kinship

    def _read(self, document: str) -> tuple[Story, str]:
        found = self.texts.text(document)
        return story_of(found), found.text


@dataclass(slots=True)
class _Groups:
    """Disjoint sets (Tarjan 1975), by path halving."""

    parent: dict[str, str]

    def root(self, one: str) -> str:
        self.parent.setdefault(one, one)
        while self.parent[one] != one:
            self.parent[one] = self.parent[self.parent[one]]
            one = self.parent[one]
        return one

    def join(self, a: str, b: str) -> None:
        self.parent[self.root(b)] = self.root(a)


def families(comparer: Comparer) -> Iterator[list[str]]:
    """Yield each group of documents that are near copies of one another, in the order of their pairs.

    The time grows with the number of pairs that the library proposes, which is no more than a few for each hash.
    """
    groups = _Groups({})
    for near in comparer.texts.near_pairs():
        if not _worth_comparing(near) or groups.root(near.a) == groups.root(near.b):
            continue
        if comparer.near_copy(near.a, near.b) is not None:
            groups.join(near.a, near.b)
    members: dict[str, list[str]] = {}
    for document in groups.parent:
        members.setdefault(groups.root(document), []).append(document)
    yield from (group for group in members.values() if len(group) > 1)


def family_of(comparer: Comparer, document: str, *, forms: bool = True) -> list[str]:
    """Return a document and its near copies, copies of copies included; only what shares hashes with them is touched.

    Without `forms` a text that has other numbers in the same sentences is none.
    """
    found, search = [document], [document]
    known = {document}
    for origin in search:
        for near in comparer.texts.near_to(origin):
            if near.b in known or not _worth_comparing(near):
                continue
            kinship = comparer.near_copy(origin, near.b)
            if kinship is not None and (forms or not kinship.refilled):
                known.add(near.b)
                found.append(near.b)
                if kinship.similarity < _AS_GOOD:
                    search.append(near.b)
    return found


def _worth_comparing(near: Near) -> bool:
    return near.shared >= _SHARED * max(1, near.keys - _OF_THE_WHOLE)
