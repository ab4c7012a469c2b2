"""Score named entities on held-out texts: `python -m evaluation.named_entities [--model FILE] [--rules]`.

Every text whose names a corpus marks is read whole. A record's person, organization or place is right where one of its
names, or of its mentions, is marked as a name of that kind in the text; a marked name is found where an entity of its
kind has it. Entities that stand in what a corpus leaves in doubt do not count. With `--rules` the names and mentions
that the model finds are left out, so that the rules bring in all there is.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, Scores, parser_of, run
from evaluation.unnamed_sources import EDITED, plain
from onrecord.encoder.model import WEIGHTS
from onrecord.records import Document, Entity, Record, document_id
from training.corpora import gum, meantime, re3d, uner, worldwide
from training.corpora.marked import Layer, Marked

KINDS: Final = ("person", "organization", "place")
# So many texts of each corpus, in its own order: what is read in a few minutes on one core.
_TEXTS: Final = 30
Read = Callable[[Document], Record]


def texts(corpora: Path) -> Iterator[Marked]:
    """Yield the held-out texts whose names are marked. Raises FileNotFoundError where a corpus is missing."""
    readings = (
        gum.read(corpora, "dev", frozenset(EDITED)),
        meantime.read(corpora, "dev"),
        re3d.read(corpora, "dev"),
        uner.read(corpora, "dev"),
        worldwide.read(corpora, "dev"),
    )
    for reading in readings:
        yield from [marked for marked in reading if "names" in marked.layers][:_TEXTS]


def tally(marked: Marked, record: Record) -> Counter[str]:
    """Count, by kind, a record's entities and the right of them, the marked names and the found of them."""
    counts: Counter[str] = Counter()
    layer = marked.layers["names"]
    for kind in (kind for kind in KINDS if kind not in layer.unseen):
        gold = {plain(marked.text[mark.start : mark.end]) for mark in layer.marks if mark.kind == kind}
        found = [_called(one) for one in record.entities if one.kind == kind and not _in_doubt(one, layer)]
        counts[f"{kind}.entities"] += len(found)
        counts[f"{kind}.right"] += sum(not gold.isdisjoint(names) for names in found)
        counts[f"{kind}.names"] += len(gold)
        counts[f"{kind}.found"] += len(gold & set[str]().union(*found))
    return counts


def _called(entity: Entity) -> set[str]:
    return {plain(text) for text in (entity.name, *entity.aliases, *(mention.text for mention in entity.mentions))}


def _in_doubt(entity: Entity, layer: Layer) -> bool:
    return any(
        mention.start < end and start < mention.end for mention in entity.mentions for start, end in layer.unsure
    )


def score(where: Places, read: Read) -> Scores:
    """Read the texts and return, in percent, how many entities of each kind are right and how many names are found."""
    counts: Counter[str] = Counter()
    for marked in texts(where.corpora):
        counts += tally(marked, read(Document(id=document_id(marked.text), text=marked.text)))
    return measures(counts)


def measures(counts: Counter[str]) -> Scores:
    """Turn counts into percentages: `KIND.precision` and `KIND.recall`."""
    out: Scores = {}
    for kind in KINDS:
        out[f"{kind}.precision"] = 100 * counts[f"{kind}.right"] / max(1, counts[f"{kind}.entities"])
        out[f"{kind}.recall"] = 100 * counts[f"{kind}.found"] / max(1, counts[f"{kind}.names"])
    return out


def reading(model: Path, rules: bool) -> Read:
    """Return the program as it reads a document, with or without the names and mentions that are found."""
    from onrecord.finding import find
    from onrecord.resolving import resolve

    encoder = encoder_of(model)

    def read(document: Document) -> Record:
        found = find(document, encoder.scores(document.text))
        return resolve(document, replace(found, names=(), mentions=()) if rules else found)

    return read


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--rules", action="store_true", help="leave out the names and mentions that are found")
    return run(parser, lambda where, given: score(where, reading(given.model, given.rules)))


if __name__ == "__main__":
    sys.exit(main())
