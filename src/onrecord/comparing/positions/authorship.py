"""Whose word a document is: a joint statement, a communiqué, a statement by somebody promise with their own "we"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.comparing.positions.mentions import Mentions
from onrecord.countries import country_at
from onrecord.folding import fold
from onrecord.lexicon import word_set
from onrecord.records import Entity, Record
from onrecord.tokens import tokenise

# What a document of these kinds says that the parties will do, they promise.
_OWN: Final = re.compile(
    r"\b(?:joint|statements?|communiqu[eé]s?|declarations?|principles|fact sheets?|readouts?|agreements?|frameworks?"
    r"|memorand(?:um|a)|commitments?|roadmaps?|charters?|treat(?:y|ies)|proclamations?)\b",
    re.IGNORECASE,
)
_BY_WHOM: Final = re.compile(
    r"\bstatement (?:by|from) (?P<who>.+?)(?= (?:on|ahead|marking|regarding|about|after|following)\b|$)",
    re.IGNORECASE,
)
# A readout is one side's, and its title tells with whom it spoke.
_OF_TALKS: Final = re.compile(r"^(?!.*\bjoint\b).*\breadout\b", re.IGNORECASE)
# "We, the leaders of A, B and C, reaffirm": up to the word that goes on with the sentence.
_WE_ARE: Final = re.compile(
    r"\b[Ww]e,\s+(?:as\s+)?(?P<who>(?:[^.;]|(?<=[A-Z])\.|(?<=[A-Z][a-z])\.){3,300}?),\s+(?!and\b|the\b)(?=[a-z])"
)
_DASHES: Final = re.compile(r"[-–\u2011]")
_NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "trilateral": 3, "four": 4}
_COLLECTIVE: Final = word_set("the leaders presidents sides parties governments ministers countries nations partners")


def is_own_word(record: Record) -> bool:
    """Whether a document is by its title the word of the parties that it names."""
    return _OWN.search(record.document.title or "") is not None


def authors_of(record: Record, mentions: Mentions) -> tuple[Entity, ...]:
    """Return whom a text of its own means by "we": whom it introduces as such, else whose its title says it is."""
    if not is_own_word(record):
        return ()
    match = _WE_ARE.search(record.document.text)
    return (match is not None and mentions.within(*match.span("who"))) or _titled(record)


def countries_in(title: str) -> Iterator[str]:
    """Yield the countries that a title names, in order: "A-B" is two."""
    tokens = tokenise(_DASHES.sub(" ", title))
    place = 0
    while place < len(tokens):
        found = country_at(tokens, place)
        if found is not None and found.value.form == "name":
            yield found.value.country
        place += 1 if found is None else found.width


class Casts:
    """Who speaks together in a document: whom "the two leaders" or "the sides" are."""

    def __init__(self, record: Record) -> None:
        self._entities = {one.id: one for one in record.entities}
        together = (one.speakers for one in record.statements if len(one.speakers) > 1)
        self._casts = Counter(tuple(sorted(cast)) for cast in together if all(map(self._is_named, cast)))

    def together(self, words: str) -> tuple[Entity, ...]:
        """Return whom "both sides" or "the three leaders" are, by how many: those who speak together most."""
        size = next((_NUMBERS[word] for word in fold(words).split() if word in _NUMBERS), None)
        fitting = [(count, cast) for cast, count in self._casts.items() if size in (None, len(cast))]
        return tuple(self._entities[one] for one in max(fitting)[1]) if fitting else ()

    def named(self, who: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return them; for a collective those of that number, or of any, who speak together most."""
        if len(who) != 1:
            return tuple(who)
        words = fold(who[0].name).split()
        if not _COLLECTIVE.issuperset(words) and _NUMBERS.keys().isdisjoint(words):
            return tuple(who)
        return self.together(who[0].name) or tuple(who)

    def _is_named(self, one: str) -> bool:
        return self._entities[one].kind in ("person", "country", "organization")


def _titled(record: Record) -> tuple[Entity, ...]:
    """Whose a document is by its title: "Statement by A", "Joint Statement of A and B", "A-B Leaders' Statement"."""
    title = record.document.title or ""
    by = _BY_WHOM.search(title)
    if by is not None:
        named = f" {fold(by['who'])} "
        return tuple(one for one in record.entities if one.kind == "person" and f" {fold(one.name)} " in named)[:1]
    if _OF_TALKS.search(title):
        return ()
    countries = set(countries_in(title))
    known = tuple(one for one in record.entities if one.kind == "country" and one.name in countries)
    if len(known) > 1 and len(known) == len(countries):
        return known
    return _body_in(record, title)


def _body_in(record: Record, title: str) -> tuple[Entity, ...]:
    """The organization that a title begins with, before it says what the document is: "Harbour League Declaration"."""
    genre = _OWN.search(title)
    lead = f" {fold(title[: genre.start()] if genre is not None else '')} "
    bodies = [one for one in record.entities if one.kind == "organization"]
    named = [one for one in bodies if any(f" {fold(name)} " in lead for name in (one.name, *one.aliases))]
    return tuple(named[:1])
