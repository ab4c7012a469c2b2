"""What can be trained on, by the name that a recipe gives it: the readers of the corpora, in one table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tokenizers import Tokenizer

from onrecord.encoder import Encoder
from onrecord.encoder.pieces import paragraphs_of
from training.conllu import read_conllu
from training.corpora import (
    gum,
    meantime,
    measeval,
    newsquant,
    ngec,
    petrarch,
    plv,
    quantity_trees,
    quiet,
    re3d,
    timeml,
    uner,
    worldwide,
)
from training.corpora.marked import Marked, Split
from training.examples import Prepared, merged
from training.inner import nested_in, with_inner
from training.open_data import read_open
from training.polnear import Annotated, marked_of, read_folder

Reader = Callable[[Path, Split], Iterator[Marked]]


def _nested_gum(corpora: Path, split: Split) -> Iterator[Marked]:
    for path in sorted((corpora / "gum" / "open" / "dep" / split).glob("*.conllu")):
        yield from map(nested_in, read_conllu(path))


def _nested_ewt(corpora: Path, split: Split) -> Iterator[Marked]:
    yield from map(nested_in, read_conllu(corpora / "ud_ewt" / f"en_ewt-ud-{split}.conllu"))


READERS: Mapping[str, tuple[Reader, ...]] = MappingProxyType(
    {
        "ewt": (quantity_trees.read_ewt, _nested_ewt),
        "gum": (gum.read, quantity_trees.read_gum, _nested_gum),
        "meantime": (meantime.read, quiet.read),
        "measeval": (measeval.read,),
        "newsquant": (newsquant.read,),
        "ngec": (ngec.read,),
        "petrarch": (petrarch.read,),
        "plv": (plv.read,),
        "re3d": (re3d.read,),
        "tempeval": (timeml.read_tempeval,),
        "uner": (uner.read,),
        "wikiwars": (timeml.read_wikiwars,),
        "worldwide": (worldwide.read,),
    }
)
"""Readers of one corpus are joined where their texts are the same: each of them marks other layers."""

_ATTRIBUTIONS = ("polnear", "open")


def prepare(name: str, corpora: Path, split: Split, tokenizer: Tokenizer, teacher: Encoder) -> list[Prepared]:
    """Read one source and cut it into pieces.

    `teacher` reads PolNeAR's contents again, for the attributions within them. Raises ValueError for a name that there
    is none of, FileNotFoundError where a corpus is missing.
    """
    if name not in READERS and name not in _ATTRIBUTIONS:
        raise ValueError(f"{name}: no such source; there are {', '.join(sorted((*READERS, *_ATTRIBUTIONS)))}")
    return [
        Prepared(list(paragraphs_of(readings[0].text, tokenizer)), readings)
        for readings in _texts(name, corpora, split, teacher)
    ]


def _texts(name: str, corpora: Path, split: Split, teacher: Encoder) -> Iterator[tuple[Marked, ...]]:
    if name == "polnear":
        for document in _polnear(corpora, split):
            yield tuple(with_inner(marked, teacher) for marked in marked_of(document))
    elif name == "open":
        yield from map(marked_of, read_open(corpora) if split == "train" else ())
    else:
        yield from ((marked,) for marked in merged(m for read in READERS[name] for m in read(corpora, split)))


def _polnear(corpora: Path, split: Split) -> Iterable[Annotated]:
    """PolNeAR's train split with its annotators' training, or its dev split."""
    folders = ("train", "annotator-training") if split == "train" else ("dev",)
    return (document for folder in folders for document in read_folder(corpora / "polnear" / folder))
