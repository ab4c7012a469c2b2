"""Offices as they are compared: one office in two wordings, an office that only one holds at a time."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from onrecord.comparing.identity.spelling import KEPT
from onrecord.countries import country_at
from onrecord.lexicon import word_set
from onrecord.records import Role
from onrecord.titles import HONORIFICS, RANKS, bare, is_head, singular, spelt
from onrecord.tokens import tokenise

# How two persons' offices stand to one another: one; of one kind; nothing is known of one; others.
Offices = Literal["one", "akin", "unknown", "others"]
_PARTS: Final = re.compile(r"(?<=\bex)-|-(?=elect\b)", re.IGNORECASE)
_SMALL: Final = word_set("of for the and to in a an at on or")
# What tells when an office was held, not which.
_WHEN: Final = word_set("former ex then late acting interim incoming outgoing elect caretaker first-ever longtime new")
# What makes another office of an office.
_UNDER: Final = word_set("vice deputy assistant under associate principal")
# Who leads a country: reports call one of these "leader".
_LEADING: Final = word_set(
    "leader president minister chancellor king queen emir sultan ruler dictator chairman premier"
)
_SINGLE: Final = word_set(
    """
    president minister chancellor king queen pope emperor sultan emir secretary premier governor mayor speaker chairman
    chairwoman chair director chief adviser ceo administrator secretary-general head leader
    """
)


@dataclass(frozen=True, slots=True)
class Office:
    """A title by its words, without what is small or tells when it was held; `of` is a country, where it names one."""

    words: frozenset[str]
    of: str | None

    @property
    def single(self) -> bool:
        """Whether only one holds it at a time, so far as its words tell."""
        return bool(self.words & _SINGLE)

    @property
    def heads(self) -> frozenset[str]:
        """The nouns of it."""
        return frozenset(word for word in self.words if is_head(word))


@lru_cache(maxsize=KEPT)
def office(role: Role) -> Office | None:
    """Read a role; `None` of a mere form of address or a rank."""
    country = country_of(role.of)
    stated = f"{role.title} {role.of}" if role.of and country is None else role.title
    words = frozenset(_words(stated))
    held = words - _WHEN
    return Office(held, country) if any(is_head(word) or word in _SINGLE for word in held) else None


@lru_cache(maxsize=KEPT)
def country_of(name: str | None) -> str | None:
    """Return the country that a name or an adjective is of, in its usual English short name."""
    tokens = tokenise(name) if name else []
    match = country_at(tokens, 0) if tokens else None
    return match.value.country if match is not None and match.width == len(tokens) else None


def compare_offices(one: Sequence[Role], other: Sequence[Role]) -> Offices:
    """Return how the offices of two persons stand to one another: the best of all pairs."""
    here, there = offices_of(one), offices_of(other)
    if not here or not there:
        return "unknown"
    found = {_compare(a, b) for a in here for b in there}
    return next(answer for answer in ("one", "akin", "others") if answer in found)


def offices_of(roles: Iterable[Role]) -> list[Office]:
    """Return what of the roles are offices."""
    return [found for role in roles if (found := office(role)) is not None]


def _compare(a: Office, b: Office) -> Offices:
    if a.of is not None and b.of is not None and a.of != b.of:
        return "others"
    if (a.words ^ b.words) & _UNDER:
        return "others"
    if a.words <= b.words or b.words <= a.words:
        return "one"
    if a.heads & b.heads or ("leader" in a.words | b.words and a.words & _LEADING and b.words & _LEADING):
        return "akin"
    return "others"


def _words(title: str) -> Iterable[str]:
    for token in tokenise(_PARTS.sub(" ", title)):
        word = spelt(singular(token.word))
        if word not in _SMALL | RANKS and word not in HONORIFICS and bare(word):
            yield word
