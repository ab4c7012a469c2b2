"""What can be trained on, by the name that a recipe gives it: the readers of the corpora, in one table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tokenizers import Tokenizer

from onrecord.encoder import Encoder
from onrecord.encoder.pieces import paragraphs_of
from training import corrections
from training.acts import with_acts
from training.conllu import read_conllu
from training.corpora import (
    commitment,
    conditions,
    factuality,
    gum,
    labelled,
    labelled_events,
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
    trees,
    uner,
    worldwide,
)
from training.corpora.marked import Marked, Split
from training.examples import Prepared, merged
from training.inner import nested_in, with_inner
from training.meanings import Original
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
        "commitment": (commitment.read,),
        "corrections": (corrections.read,),
        "ewt": (quantity_trees.read_ewt, _nested_ewt, trees.read_ewt, conditions.read_ewt),
        "gum": (gum.read, quantity_trees.read_gum, _nested_gum, trees.read_gum, conditions.read_gum),
        "labelled": (labelled.read,),
        "labelled_events": (labelled_events.read,),
        "meantime": (meantime.read, quiet.read),
        "meantime_factuality": (factuality.read_meantime_factuality,),
        "measeval": (measeval.read,),
        "newsquant": (newsquant.read,),
        "ngec": (ngec.read,),
        "petrarch": (petrarch.read,),
        "plv": (plv.read,),
        "re3d": (re3d.read,),
        "tempeval": (timeml.read_tempeval,),
        "uds": (factuality.read_uds,),
        "uner": (uner.read,),
        "uw": (factuality.read_uw,),
        "verbs": (factuality.read_verbs,),
        "wikiwars": (timeml.read_wikiwars,),
        "worldwide": (worldwide.read,),
    }
)
"""Readers of one corpus are joined where their texts are the same: each of them marks other layers."""

_ATTRIBUTIONS = ("polnear", "open")
_MEANT: Mapping[str, int] = MappingProxyType({"gum": 1, "labelled": 1, "meantime": 1, "polnear": 3})
"""The sources whose sentences teach what sentences mean: whole reports, and of each source one in so many texts."""


def prepare(
    name: str, corpora: Path, split: Split, tokenizer: Tokenizer, teacher: Encoder, original: Original
) -> list[Prepared]:
    """Read one source and cut it into pieces.

    `teacher` reads PolNeAR's contents again, for the attributions within them; `original` says what the sentences of
    reports mean. Raises ValueError for a name that there
    is none of, FileNotFoundError where a corpus is missing.
    """
    if name not in READERS and name not in _ATTRIBUTIONS:
        raise ValueError(f"{name}: no such source; there are {', '.join(sorted((*READERS, *_ATTRIBUTIONS)))}")
    texts = list(_texts(name, corpora, split, teacher))
    chosen = [i for i in range(len(texts)) if name in _MEANT and i % _MEANT[name] == 0]
    meant = dict(zip(chosen, original.meant([texts[i][0] for i in chosen]), strict=True))
    return [
        Prepared(list(paragraphs_of(readings[0].text, tokenizer)), readings, meant.get(i))
        for i, readings in enumerate(texts)
    ]


def _texts(name: str, corpora: Path, split: Split, teacher: Encoder) -> Iterator[tuple[Marked, ...]]:
    if name == "polnear":
        judged = {one.text: one.judged for one in labelled.read_polnear(corpora, split)}
        for document in _polnear(corpora, split):
            by_hand = judged.get(document.text, ())
            pairs = zip(marked_of(document), document.readings, strict=True)
            yield tuple(with_acts(with_inner(marked, teacher), reading, by_hand) for marked, reading in pairs)
    elif name == "open":
        yield from map(marked_of, read_open(corpora) if split == "train" else ())
    else:
        yield from ((marked,) for marked in merged(m for read in READERS[name] for m in read(corpora, split)))


def _polnear(corpora: Path, split: Split) -> Iterable[Annotated]:
    """PolNeAR's train split with its annotators' training, or its dev split."""
    folders = ("train", "annotator-training") if split == "train" else ("dev",)
    return (document for folder in folders for document in read_folder(corpora / "polnear" / folder))
