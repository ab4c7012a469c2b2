"""Which of GUM's phrases are names, and which of their words are the name: GUM marks entities, not names as such."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.resolving.words import TIMES
from onrecord.titles import HEADS, HONORIFICS, MODIFIERS, RANKS
from training.conllu import Treebanked, Word
from training.corpora.gum_entities import Entity, words_of
from training.corpora.marked import Extent, Layer, Mark
from training.corpora.places import is_nationality, kind_of_place

_TITLES: Final = HEADS | MODIFIERS | RANKS | frozenset(HONORIFICS)
_JOINING: Final = frozenset(("-", "'s", "’s", "'", "’", '"', "“", "”", "de", "von", "van", "bin", "al", "la", "."))
_NAMING: Final = frozenset(("PROPN", "NOUN", "ADJ", "VERB", "X"))
_TRIMMED: Final = frozenset(("'s", "’s", "'", "’", "-", '"', "“", "”", ".", "the", "The", "a", "an"))


_PARTS_OF_WORKS: Final = frozenset(
    ("Figure", "Figures", "Fig.", "Table", "Tables", "Factor", "Appendix", "Extract", "Section", "Chapter", "Equation")
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: words[first:end] of the document, of a kind of `names`."""

    first: int
    end: int
    kind: str


def names_of(document: Treebanked, entities: tuple[Entity, ...]) -> Layer:
    """Return the layer of names, the longer where one stands in another, and nations' adjectives.

    Unsure is each other word in capitals inside a sentence.
    """
    words = words_of(document)
    named = (name_of(words, entities, place) for place in range(len(entities)))
    adjectives = (Name(i, i + 1, "nationality") for i, word in enumerate(words) if _of_nation(word))
    taken = bytearray(len(words))
    marks: list[Mark] = []
    candidates = [*(name for name in named if name is not None), *adjectives]
    for name in sorted(candidates, key=lambda name: name.first - name.end):
        if not any(taken[name.first : name.end]):
            taken[name.first : name.end] = b"\x01" * (name.end - name.first)
            marks.append(Mark(words[name.first].start, words[name.end - 1].end, name.kind))
    return Layer(tuple(sorted(marks)), unsure=tuple(_doubtful(words, taken)))


def name_of(words: tuple[Word, ...], entities: tuple[Entity, ...], place: int) -> Name | None:
    """Return the name that is the head of a phrase, or None where that is no name or several joined."""
    entity = entities[place]
    if entity.kind == "time":
        return None
    inner = _held(entities, place)
    own = [head for head in entity.heads if head not in inner]
    if not own:
        return None
    first, end = _person(words, own) if entity.kind == "person" else _thing(words, entity, own)
    while first < end and (words[first].form in _TRIMMED or not _capital(words[first])):
        first += 1
    while first < end and (words[end - 1].form in _TRIMMED or words[end - 1].upos == "PUNCT"):
        end -= 1
    if first >= end or not any(word.upos == "PROPN" for word in words[first:end]):
        return None
    if words[first].form in _PARTS_OF_WORKS:
        return None
    return Name(first, end, _kind(entity, words[first:end]))


def _held(entities: tuple[Entity, ...], place: int) -> frozenset[int]:
    """The words that phrases inside this one hold."""
    outer, held = entities[place], set[int]()
    for inner in entities[place + 1 :]:
        if inner.first >= outer.end:
            break
        if inner.end <= outer.end:
            held.update(range(inner.first, inner.end))
    return frozenset(held)


def _person(words: tuple[Word, ...], own: list[int]) -> tuple[int, int]:
    """The first run of head words that is more than titles, without those."""
    for first, end in _runs(words, own):
        while first < end and words[first].form.casefold().rstrip(".") in _TITLES:
            first += 1
        if first < end and words[first].upos == "PROPN":
            return first, end
    return 0, 0


def _runs(words: tuple[Word, ...], own: list[int]) -> Iterator[tuple[int, int]]:
    first = last = own[0]
    for place in own[1:]:
        if any(word.form not in _JOINING for word in words[last + 1 : place]):
            yield first, last + 1
            first = place
        last = place
    yield first, last + 1


def _thing(words: tuple[Word, ...], entity: Entity, own: list[int]) -> tuple[int, int]:
    """From the first head word to the last, up to a comma; the last of its own must be in capitals."""
    if not _capital(words[own[-1]]) and words[own[-1]].upos != "NUM":
        return 0, 0
    first, end = entity.heads[0], entity.heads[-1] + 1
    comma = next((i for i in range(first, end) if words[i].form == ","), end)
    return first, comma


def _kind(entity: Entity, name: tuple[Word, ...]) -> str:
    last = name[-1]
    text = " ".join(word.form for word in name)
    if entity.kind == "person":
        if is_nationality(text):
            return "nationality"
        return "other" if "Number=Plur" in last.features or entity.title.endswith("_people") else "person"
    if entity.kind in ("place", "organization") and kind_of_place(text) == "country":
        return "country"
    return entity.kind if entity.kind in ("place", "organization") else "other"


def _of_nation(word: Word) -> bool:
    return word.upos in ("ADJ", "NOUN", "PROPN") and _capital(word) and is_nationality(word.form)


def _capital(word: Word) -> bool:
    return any(char.isupper() for char in word.form)


def _doubtful(words: tuple[Word, ...], taken: bytearray) -> Iterator[Extent]:
    for place, word in enumerate(words):
        if taken[place] or word.number == 1 or word.upos not in _NAMING or not _capital(word):
            continue
        if word.form.casefold().rstrip(".") not in _TITLES | TIMES:
            yield word.start, word.end
