"""Pairs of sentences of raw news and how alike the original model finds them: what the head of meaning is held to.

`python -m training.meaning_pairs --corpora CORPORA` writes `evaluation/meaning_pairs.json`: the digests of the texts;
of each pair the number of its text and its extent, twice, and the cosine of all-MiniLM-L6-v2's own vectors; no text.
Half of the pairs stand in one report, half in two. The reports are none of those that training sees.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.encoder.model import tokenizer_at
from onrecord.records import document_id
from onrecord.sentences import sentences_of
from training.base import minilm_files
from training.corpora.labelled import labels, raw_texts
from training.corpora.marked import Extent
from training.meanings import Original

OUT = Path(__file__).parents[1] / "evaluation" / "meaning_pairs.json"
_REPORTS, _PAIRS, _LEAST = 80, 3000, 25

Place = tuple[str, Extent]


def places(corpora: Path) -> Iterator[tuple[Place, str]]:
    """Sentences of reports of Wikinews that are not among the labelled, each with its words."""
    seen = {label.text for label in labels()}
    texts = {document_id(text): text for _, text in raw_texts(corpora, "raw_wikinews")}
    for name in sorted(set(texts) - seen)[:_REPORTS]:
        for start, end in sentences_of(texts[name]):
            if end - start >= _LEAST:
                yield (name, (start, end)), texts[name][start:end]


def drawn(found: Sequence[Place], chance: random.Random) -> Iterator[tuple[int, int]]:
    """Pairs of different places, by number: every other one within a report."""
    reports: dict[str, list[int]] = {}
    for i, (name, _) in enumerate(found):
        reports.setdefault(name, []).append(i)
    several = [members for members in reports.values() if len(members) > 1]
    for k in range(_PAIRS):
        first, second = chance.sample(chance.choice(several) if k % 2 else range(len(found)), 2)
        yield first, second


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(prog="python -m training.meaning_pairs", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds raw_wikinews/")
    given = parser.parse_args()
    base = minilm_files()
    found = list(places(given.corpora))
    original = Original(base / "model.safetensors", tokenizer_at(base / "tokenizer.json"))
    vectors = original.vectors([words for _, words in found])
    names = sorted({name for (name, _), _ in found})
    rows = [
        [*_row(names, found[a][0]), *_row(names, found[b][0]), round(float(vectors[a] @ vectors[b]), 4)]
        for a, b in drawn([place for place, _ in found], random.Random(4))
    ]
    stored = {"texts": names, "pairs": rows}
    OUT.write_text(json.dumps(stored, separators=(",", ":")).replace("],[", "],\n[") + "\n", encoding="utf8")


def _row(names: Sequence[str], place: Place) -> tuple[int, int, int]:
    name, (start, end) = place
    return names.index(name), start, end


if __name__ == "__main__":
    main()
