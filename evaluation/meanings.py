"""Score the head of meaning: `python -m evaluation.meanings [--model FILE]`.

Of pairs of sentences of raw news (`meaning_pairs.json`, made by `training/meaning_pairs.py`): Spearman's rank
correlation of the cosines of what the program finds they mean, each in the middle of its report, with those of
all-MiniLM-L6-v2, which read each alone. Over all pairs, and over those within one report and of two.
"""

import json
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.encoder import encoder_of
from evaluation.factuality import correlation
from evaluation.scoring import Places, parser_of, run
from evaluation.scoring import Scores as Measures
from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS
from onrecord.finding.meaning import meanings_in
from onrecord.records import document_id
from onrecord.sentences import sentences_of
from training.corpora.labelled import raw_texts
from training.corpora.marked import Extent

FILE = Path(__file__).with_name("meaning_pairs.json")
CORPUS = "raw_wikinews"

Reals = NDArray[np.float64]
Row = tuple[str, Extent, str, Extent, float]


def score(where: Places, model: Path = WEIGHTS) -> Measures:
    """100 times Spearman's correlation: `all`, `within` one report, `across` two.

    Raises FileNotFoundError where the corpus is missing, ValueError where the weights know no meanings or a sentence is
    not found.
    """
    rows, encoder = pairs(), encoder_of(model)
    wanted = {name for first, _, second, _, _ in rows for name in (first, second)}
    texts = {name: text for _, text in raw_texts(where.corpora, CORPUS) if (name := document_id(text)) in wanted}
    meant = {name: _vectors(encoder, texts[name]) for name in sorted(wanted)}
    cosines: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for first, here, second, there, told in rows:
        if here in meant[first] and there in meant[second]:
            pair = told, float(meant[first][here] @ meant[second][there])
            for group in ("all", "within" if first == second else "across"):
                cosines[group].append(pair)
    return {group: 100 * spearman(np.array(found)) for group, found in cosines.items()}


@cache
def pairs() -> tuple[Row, ...]:
    """The pairs: two texts by their digest, an extent in each, and the original's cosine."""
    stored = json.loads(FILE.read_text(encoding="utf8"))
    names: list[str] = stored["texts"]
    return tuple((names[i], (a, b), names[j], (c, d), told) for i, a, b, j, c, d, told in stored["pairs"])


def _vectors(encoder: Encoder, text: str) -> dict[Extent, Reals]:
    sentences, found = list(sentences_of(text)), dict[Extent, Reals]()
    for scores in encoder.scores(text):
        if scores.embeddings is None:
            raise ValueError("these weights know no meanings")
        for meaning in meanings_in(scores, sentences):
            vector = np.frombuffer(meaning.vector, dtype=np.int8).astype(np.float64)
            found[meaning.start, meaning.end] = vector / np.linalg.norm(vector)
    return found


def spearman(both: Reals) -> float:
    """Spearman's rank correlation of pairs [k, 2]; ties rank in the order that they stand in."""
    ranks = both.argsort(0).argsort(0).astype(np.float64)
    return correlation(ranks[:, 0], ranks[:, 1])


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    return run(parser, lambda where, given: score(where, given.model))


if __name__ == "__main__":
    sys.exit(main())
