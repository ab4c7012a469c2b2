"""Names in reports on the conflict in Syria and Iraq: re3d (Dstl 2017), all sources but the non-commercial one.

Crowd workers marked phrases, named or not, with an agreement; candidates that they turned down stay in with a low one.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypedDict

from training.corpora.capitals import doubtful, longest, name_within
from training.corpora.marked import Layer, Mark, Marked, Split, part_of
from training.corpora.places import nations_in

_PARTS: Final = 5
_AGREED: Final = 0.5
_SKIPPED: Final = frozenset(("bbc_online",))
_KINDS: Final = {
    "Person": "person",
    "Organisation": "organization",
    "Location": "place",
    "Nationality": "other",
    "MilitaryPlatform": "other",
    "DocumentReference": "other",
}


class _Document(TypedDict):
    _id: str
    text: str


class _Entity(TypedDict):
    begin: int
    end: int
    type: str
    documentId: str
    confidence: float


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of a split, `names` marked: a fifth, by id, is dev.

    What is named is read off the capitals of the phrases that most agreed on; all other capitals inside a sentence
    are unsure. Raises FileNotFoundError where the corpus is missing.
    """
    folders = sorted(path.parent for path in (corpora / "re3d").glob("*/documents.jsonl"))
    if not folders:
        raise FileNotFoundError(f"{corpora / 're3d'}: no documents")
    for folder in folders:
        if folder.name not in _SKIPPED:
            yield from _source(folder, split)


def _source(folder: Path, split: Split) -> Iterator[Marked]:
    entities: dict[str, list[_Entity]] = {}
    for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        entity: _Entity = json.loads(line)
        entities.setdefault(entity["documentId"], []).append(entity)
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document: _Document = json.loads(line)
        if part_of(document["_id"], _PARTS) == split:
            yield _marked(document, entities.get(document["_id"], []))


def _marked(document: _Document, entities: list[_Entity]) -> Marked:
    text = document["text"]
    agreed = (e for e in entities if e["confidence"] >= _AGREED and e["type"] in _KINDS)
    named = [mark for entity in agreed if (mark := _name(text, entity)) is not None]
    marks = longest([*named, *nations_in(text)])
    return Marked(document["_id"], text, {"names": Layer(marks, unsure=tuple(doubtful(text, marks)))})


def _name(text: str, entity: _Entity) -> Mark | None:
    start = entity["begin"]
    found = name_within(text[start : entity["end"]], _KINDS[entity["type"]])
    return Mark(start + found.start, start + found.end, found.kind) if found is not None else None
