"""Attribution relations of the eRST annotation that GUM keeps in its MISC column (Zeldes et al. 2025).

`Discourse=attribution-positive:4->5:0:…` on a word: here elementary unit 4 begins, the satellite (source and cue) of
unit 5 (content). What hangs on unit 5, directly or not, is content too.
"""

import re
from dataclasses import dataclass

from training.conllu import Sentence, Word

_UNIT = re.compile(r"(?:^|\|)Discourse=([^:|]+):(\d+)(?:->(\d+))?:")


@dataclass(frozen=True, slots=True)
class Satellite:
    """One attribution relation within a sentence: the head of the satellite; the words of the nucleus."""

    cue: int
    nucleus: frozenset[int]


@dataclass(frozen=True, slots=True)
class Units:
    """The elementary units of a document: of each word, by sentence and number; relation and head of each unit."""

    of_word: dict[tuple[int, int], int]
    relation: dict[int, tuple[str, int | None]]


def units_of(sentences: tuple[Sentence, ...]) -> Units:
    """Read the units; a unit runs to where the next begins."""
    of_word: dict[tuple[int, int], int] = {}
    relation: dict[int, tuple[str, int | None]] = {}
    unit = 0
    for i, sentence in enumerate(sentences):
        for word in sentence.words:
            begun = _UNIT.search(word.misc)
            if begun:
                unit = int(begun[2])
                relation[unit] = (begun[1], int(begun[3]) if begun[3] else None)
            of_word[i, word.number] = unit
    return Units(of_word, relation)


def satellites(i: int, sentence: Sentence, units: Units) -> list[Satellite]:
    """Return the attribution relations whose satellite stands in sentence `i`."""
    found: list[Satellite] = []
    for unit in sorted({units.of_word[i, w.number] for w in sentence.words}):
        relation, nucleus = units.relation.get(unit, ("", None))
        if not relation.startswith("attribution") or nucleus is None:
            continue
        own = [w for w in sentence.words if units.of_word[i, w.number] == unit]
        told = _below(nucleus, units) - _below(unit, units)
        words = frozenset(w.number for w in sentence.words if units.of_word[i, w.number] in told)
        found.append(Satellite(_head(own), words))
    return found


def _head(words: list[Word]) -> int:
    inside = {w.number for w in words}
    return next((w.number for w in words if w.head not in inside and w.upos != "PUNCT"), words[0].number)


def _below(unit: int, units: Units) -> frozenset[int]:
    """Return a unit and all that hang on it."""
    found = {unit}
    grown = True
    while grown:
        more = {u for u, (_, head) in units.relation.items() if head in found} - found
        found |= more
        grown = bool(more)
    return frozenset(found)
