"""Words that can be the trigger of an event, by the PLOVER type that they name, and where they stand in a text.

The table is our own, after the descriptions in PLOVER's codebook (Halterman et al. 2023) and CAMEO's before it. Where
a corpus tells a sentence's type but not the word that says so, `nearest` guesses that word by distant supervision
(Mintz et al. 2009); every other word of the table is then left unsure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from onrecord.encoder.tags import PLOVER
from training.corpora.marked import Extent, Layer, Mark
from training.inflect import forms

_TABLE: Final = Path(__file__).with_name("data") / "trigger_words.tsv"
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DOUBLES: Final = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdgmnpt]")
"""Verbs of one syllable that double their last letter: "ban", "quit"."""
_BREAK: Final = re.compile(r"[,;:–—\n]|\.\s")
_BREAK_COST: Final = 40
"""How many characters of distance a mark of punctuation counts for: beyond it another clause is likely to stand."""
_DOUBT_COST: Final = 25
"""How many characters of distance a word counts for that does not name the type by itself."""
_TOO_FAR: Final = 80
"""At this distance and beyond, a word is not taken to say anything of the two."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the table at [start, end) of a text: the types that it can name, and those that it names by itself."""

    start: int
    end: int
    types: frozenset[str]
    certain: frozenset[str]

    def clear_of(self, extents: Iterable[Extent]) -> bool:
        """Whether it shares no character with any of these."""
        return all(self.end <= start or end <= self.start for start, end in extents)


@cache
def table() -> Mapping[Words, Mapping[str, bool]]:
    """The types of each phrase in each of its forms, and whether the phrase names the type by itself."""
    known: dict[Words, dict[str, bool]] = {}
    for line in _TABLE.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            type_, form, certain, listed = line.split("\t")
            for words in _inflected(form, listed):
                senses = known.setdefault(words, {})
                senses[type_] = senses.get(type_, False) or certain == "yes"
    return known


def lemmas() -> Mapping[str, frozenset[str]]:
    """The phrases of each type as the table lists them, uninflected."""
    listed: dict[str, set[str]] = {type_: set() for type_ in PLOVER}
    for line in _TABLE.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            type_, _, _, entries = line.split("\t")
            listed[type_].update(entry.partition("/")[0] for entry in entries.split(", "))
    return {type_: frozenset(entries) for type_, entries in listed.items()}


def found_in(text: str, type_: str | None = None) -> tuple[Found, ...]:
    """The table's words in a text, in order, none overlapping; with a type only those that can name it.

    Of several that begin at one place the longest is taken.
    """
    places = list(_WORD.finditer(text))
    words = [place[0].lower() for place in places]
    return tuple(
        Found(places[first].start(), places[last - 1].end(), *_senses(words[first:last]))
        for first, last in _matches(words, type_)
    )


def nearest(
    text: str, found: Sequence[Found], type_: str, actor: Extent | None, recipient: Extent | None
) -> Found | None:
    """Which of the words found most likely says what passes between an actor and a recipient; None where none can.

    Best stands between the two, else near to one of them; breaks between clauses count as distance, and so does it
    where a word does not name the type by itself. Of equals the one nearest to the actor is taken; too far is none.
    """
    ends = [extent for extent in (actor, recipient) if extent is not None]
    able = [one for one in found if type_ in one.types and one.clear_of(ends)]
    if not able or not ends:
        return None
    start, end = min(ends)[0], max(extent[1] for extent in ends)

    def rank(one: Found) -> tuple[int, int]:
        between = start <= one.start and one.end <= end
        away = 0 if between else min(_distance(text, one, extent) for extent in ends)
        return away + _DOUBT_COST * (type_ not in one.certain), _distance(text, one, actor or ends[0])

    best = min(able, key=rank)
    return best if rank(best)[0] < _TOO_FAR else None


def layer_of(found: Iterable[Found], marks: Iterable[Mark]) -> Layer:
    """The layer `events` of a text with these triggers; words found that are no trigger are unsure."""
    ordered = tuple(sorted(marks))
    taken = [(mark.start, mark.end) for mark in ordered]
    return Layer(ordered, unsure=tuple((one.start, one.end) for one in found if one.clear_of(taken)))


def _distance(text: str, one: Found, extent: Extent) -> int:
    gap = text[one.end : extent[0]] or text[extent[1] : one.start]
    return len(gap) + _BREAK_COST * len(_BREAK.findall(gap))


def _matches(words: Sequence[str], type_: str | None) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(words):
        lengths = range(min(_longest(), len(words) - first), 0, -1)
        length = next((n for n in lengths if _known(words[first : first + n], type_)), 0)
        if length:
            yield first, first + length
        first += length or 1


def _known(words: Sequence[str], type_: str | None) -> bool:
    senses = table().get(tuple(words))
    return senses is not None and (type_ is None or type_ in senses)


def _senses(words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    senses = table()[tuple(words)]
    return frozenset(senses), frozenset(type_ for type_, certain in senses.items() if certain)


@cache
def _longest() -> int:
    return max(map(len, table()))


def _inflected(form: str, listed: str) -> Iterator[Words]:
    for entry in listed.split(", "):
        lemma, *irregular = entry.lower().split("/")
        words = tuple(lemma.split())
        yield from (tuple(one.split()) for one in irregular)
        if form == "noun":
            yield from ((*words[:-1], last) for last in _plural_of(words[-1]))
        else:
            yield from ((first, *words[1:]) for first in _verb_forms(words[0]))


def _plural_of(noun: str) -> frozenset[str]:
    return frozenset({noun} | {form for form in forms(noun) if form.endswith("s")})


def _verb_forms(verb: str) -> frozenset[str]:
    more = {verb + "ing"} if verb.endswith("ee") else set()
    if _DOUBLES.fullmatch(verb):
        more = {verb, verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms(verb) | more
