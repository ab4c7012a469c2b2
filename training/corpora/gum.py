"""Names, phrases that refer and who they refer to, in many genres of English: GUM (Zeldes 2017), its open part.

Every phrase of every kind of entity is marked, nested; groups of the same entity (pronouns, repetitions, appositions,
predicates and discourse deixis alike) are chains.
"""

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Final

from training.conllu import Treebanked, read_conllu
from training.corpora.gum_entities import Entity, entities_of, words_of
from training.corpora.gum_names import name_of, names_of
from training.corpora.marked import Marked, Split
from training.corpora.phrases import Flat, Phrase, antecedents, flatten, layer_of

_KINDS: Final = frozenset(("person", "organization", "place"))
GENRES: Final = frozenset(
    ("academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage")
)


def read(corpora: Path, split: Split, genres: Set[str] = GENRES) -> Iterator[Marked]:
    """Yield the documents of GUM's own split in these genres: `names`, `mentions` and their antecedents.

    Raises FileNotFoundError where the corpus is missing.
    """
    folder = corpora / "gum" / "open" / "dep" / split
    paths = sorted(folder.glob("GUM_*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no treebank")
    for path in paths:
        if path.stem.split("_")[1] in genres:
            yield from (_marked(document) for document in read_conllu(path))


def _marked(document: Treebanked) -> Marked:
    words = words_of(document)
    entities = entities_of(words)
    phrases = [_phrase(document, entities, place) for place in range(len(entities))]
    flats: tuple[Flat, ...] = flatten(document.text, phrases)
    return Marked(
        document.name,
        document.text,
        {"names": names_of(document, entities), "mentions": layer_of(flats)},
        {"mention_to_antecedent": antecedents(flats)},
    )


def _phrase(document: Treebanked, entities: tuple[Entity, ...], place: int) -> Phrase:
    words = words_of(document)
    entity = entities[place]
    name = name_of(words, entities, place)
    return Phrase(
        words[entity.first].start,
        words[entity.end - 1].end,
        entity.kind if entity.kind in _KINDS else "other",
        entity.group,
        tuple((words[head].start, words[head].end) for head in entity.heads),
        (words[name.first].start, words[name.end - 1].end) if name is not None else None,
    )
