"""Layers of syntax from treebanks: the part of speech and the function of each word (`training.syntax`)."""

from collections.abc import Iterator
from pathlib import Path

from training.conllu import Treebanked, read_conllu
from training.corpora.marked import Layer, Mark, Marked, Split
from training.syntax import SYNTAX


def read_ewt(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the English Web Treebank's documents. Raises FileNotFoundError where it is missing."""
    yield from map(syntax_of, read_conllu(corpora / "ud_ewt" / f"en_ewt-ud-{split}.conllu"))


def read_gum(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the documents of GUM's open part."""
    for path in sorted((corpora / "gum" / "open" / "dep" / split).glob("*.conllu")):
        yield from map(syntax_of, read_conllu(path))


def syntax_of(document: Treebanked) -> Marked:
    """A treebanked document with the layers of syntax; of words written in one ("don't" as one) the first is marked."""
    marks: dict[str, list[Mark]] = {name: [] for name in SYNTAX}
    end = 0
    for word in (word for sentence in document.sentences for word in sentence.words):
        if end <= word.start < word.end:
            end = word.end
            for name, kind in (("pos", word.upos), ("functions", word.relation.split(":")[0])):
                if kind in SYNTAX[name]:
                    marks[name].append(Mark(word.start, word.end, kind))
    return Marked(document.name, document.text, {name: Layer(tuple(found)) for name, found in marks.items()})
