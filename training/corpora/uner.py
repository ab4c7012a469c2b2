"""Names in web English: Universal NER's English Web Treebank (Mayhew et al. 2024).

Blocks of numbered words with an IOB2 tag (PER, ORG, LOC), each under its sentence's id and text.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from training.corpora.bio import spans_of
from training.corpora.marked import Layer, Mark, Marked, Split
from training.corpora.places import kind_of_place

_FILES: Final = {"train": "en_ewt-ud-train.reconstructed.iob2", "dev": "en_ewt-ud-dev.iob2"}
_UNSEEN: Final = frozenset(("other", "nationality"))


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of a split, `names` marked, one sentence a line.

    Raises FileNotFoundError where the corpus is missing.
    """
    path = corpora / "uner_ewt" / _FILES[split]
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such corpus")
    name, blocks = "", list[list[str]]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        here = _document_of(lines)
        if blocks and here != name:
            yield _document(name, blocks)
            blocks = []
        name = here
        blocks += [lines] if lines else []
    if blocks:
        yield _document(name, blocks)


def _document_of(lines: list[str]) -> str:
    """The document's name in "# sent_id = weblog-example-0012"."""
    stated = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")), "")
    return stated.rpartition("-")[0]


def _document(name: str, blocks: list[list[str]]) -> Marked:
    text, marks = "", list[Mark]()
    for lines in blocks:
        line, found = _sentence(lines)
        text += "\n" if text else ""
        marks += [Mark(len(text) + mark.start, len(text) + mark.end, mark.kind) for mark in found]
        text += line
    return Marked(name, text, {"names": Layer(tuple(marks), unseen=_UNSEEN)})


def _sentence(lines: list[str]) -> tuple[str, list[Mark]]:
    text = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# text =")), "")
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    extents = _extents(text, [row[1] for row in rows])
    marks = []
    for first, end, kind in spans_of([row[2] for row in rows]):
        start, stop = extents[first][0], extents[end - 1][1]
        if start < stop:
            marks.append(Mark(start, stop, _kind(kind, text[start:stop])))
    return text, marks


def _extents(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where each word stands in its sentence's text; raises ValueError where one does not."""
    extents, at = list[tuple[int, int]](), 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        extents.append((start, at))
    return extents


def _kind(kind: str, name: str) -> str:
    if kind == "LOC":
        known = kind_of_place(name)
        return known if known not in _UNSEEN else "place"
    return "person" if kind == "PER" else "organization"
