"""The nested entities that GUM keeps in its MISC column (Zeldes 2017; the brackets of CorefUD 1.0).

`Entity=(3-person-new-nnnnn-cf1-2-coref-Name` opens a phrase of entity 3: type, information status, salience, centering,
the numbers of its head words within it, its kind of link and, for most that are known, its Wikipedia title; `3)`
closes it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from training.conllu import Treebanked, Word

_ENTITY: Final = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET: Final = re.compile(r"\(([^()]*)|(\d*)\)")
_FIELDS: Final = 8


@dataclass(frozen=True, slots=True)
class Entity:
    """One phrase: words[first:end] of the document; `heads` are places of words there, in order."""

    group: str
    kind: str
    first: int
    end: int
    heads: tuple[int, ...]
    title: str


def words_of(document: Treebanked) -> tuple[Word, ...]:
    """Return all words of a document in order."""
    return tuple(word for sentence in document.sentences for word in sentence.words)


def entities_of(words: tuple[Word, ...]) -> tuple[Entity, ...]:
    """Return the phrases in order of their first words, the outer before the inner."""
    found: list[Entity] = []
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for place, word in enumerate(words):
        for fields, closed in _brackets(word.misc):
            if fields:
                opened.setdefault(fields[0], []).append((place, fields))
                closed = ""
            if closed and opened.get(closed):
                found.append(_entity(*opened[closed].pop(), place + 1))
    return tuple(sorted(found, key=lambda entity: (entity.first, -entity.end)))


def _brackets(misc: str) -> Iterator[tuple[list[str], str]]:
    """Yield what opens (its fields) and what closes (its group) at a word, in order."""
    stated = _ENTITY.search(misc)
    last = ""
    for match in _BRACKET.finditer(stated[1] if stated else ""):
        if match[1] is not None:
            fields = match[1].split("-", _FIELDS - 1)
            last = fields[0]
            yield fields, ""
        else:
            # A phrase of one word closes without saying which: it is the one just opened.
            yield [], match[2] or last


def _entity(first: int, fields: list[str], end: int) -> Entity:
    heads = tuple(first + int(number) - 1 for number in fields[5].split(",") if number.isdigit())
    inside = tuple(head for head in heads if head < end)
    return Entity(fields[0], fields[1], first, end, inside or (first,), fields[7] if len(fields) == _FIELDS else "")
