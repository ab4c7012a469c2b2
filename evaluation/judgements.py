"""Score act, kind and factuality where the statement is given: `python -m evaluation.judgements [--model FILE]`.

The statements are those labelled by hand (`training/labels`), of texts that no training sees: PolNeAR's dev split and
a fifth of the raw news. Each text goes through the encoder as the program reads it; the judgements are asked for at
the labelled spans, whatever the program would have found. Beside the shares right, how often two people agree.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, parser_of, run
from evaluation.scoring import Scores as Measures
from onrecord.encoder import JUDGEMENTS, Encoder, Scores, judge
from onrecord.encoder.model import WEIGHTS
from training.corpora import labelled
from training.corpora.labelled import Label, labels
from training.corpora.marked import Extent, Judged, Marked

AGREED = "agreed."
"""Begins the measures that tell how well people agree."""


def score(where: Places, model: Path = WEIGHTS) -> Measures:
    """Percent right of each of JUDGEMENTS, overall and by the corpus; agreement of two people as `agreed.…`.

    Raises FileNotFoundError where a corpus is missing, ValueError where the weights know no judgements.
    """
    encoder, counts = encoder_of(model), Counter[str]()
    for text in held_out(where.corpora):
        for judged, said in zip(text.judged, answers(encoder, text), strict=True):
            counts.update(_compared(judged, said, text.name))
    return _shares(counts) | agreement(labels())


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield everything that the scores rest on."""
    for text in held_out(where.corpora):
        yield text.name, f"{text.text}\n{text.judged}".encode()
    yield labelled.LABELS.name, labelled.LABELS.read_bytes()


@cache
def held_out(corpora: Path) -> tuple[Marked, ...]:
    """The labelled texts that no training sees; kept, as their digest and their scores both need them."""
    return (*labelled.read_polnear(corpora, "dev"), *labelled.read(corpora, "dev"))


def answers(encoder: Encoder, text: Marked) -> Iterator[dict[str, str]]:
    """What the model judges of each labelled statement of a text, in their order.

    Raises ValueError where the weights know no judgements.
    """
    windows = list(encoder.scores(text.text))
    for judged in text.judged:
        yield _answers(_window_of(windows, judged), judged)


def _window_of(windows: Iterable[Scores], judged: Judged) -> Scores:
    start = judged.content[0][0]
    return next(one for one in windows if int(one.window.ends.max()) > start)


def _answers(scores: Scores, judged: Judged) -> dict[str, str]:
    if scores.judgements is None or scores.absent is None:
        raise ValueError("these weights know no judgements")
    likely = judge(scores.judgements, scores.absent, _places(scores, judged.cue), _places(scores, judged.content))
    return {name: JUDGEMENTS[name][int(shares.argmax())] for name, shares in likely.items()}


def _places(scores: Scores, extents: Iterable[Extent]) -> NDArray[np.int64]:
    window = scores.window
    held = [np.flatnonzero((window.ends > a) & (window.starts < b) & (window.starts >= 0)) for a, b in extents]
    return np.concatenate([*held, np.zeros(0, dtype=np.int64)])


def _compared(judged: Judged, said: dict[str, str], name: str) -> Iterator[str]:
    corpus = "raw" if "/" in name else "polnear"
    for judgement in JUDGEMENTS:
        right = said[judgement] == getattr(judged, judgement)
        for key in (judgement, f"{judgement}.{corpus}"):
            yield f"{key}/all"
            if right:
                yield f"{key}/right"


def _shares(counts: Counter[str]) -> Measures:
    keys = sorted({key.removesuffix("/all") for key in counts if key.endswith("/all")})
    return {key: 100 * counts[f"{key}/right"] / counts[f"{key}/all"] for key in keys}


def agreement(found: Iterable[Label]) -> Measures:
    """How often two people gave a statement the same answer, in percent, where two were asked; and how many there are.

    The second labels are not averaged in: the first stands.
    """
    twice = [(label, label.again) for label in found if label.again]
    same = {
        f"{AGREED}{name}": 100 * sum(getattr(label, name) == again[k] for label, again in twice) / len(twice)
        for k, name in enumerate(JUDGEMENTS)
    }
    return same | {f"{AGREED}statements": float(len(twice))}


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    return run(parser, lambda where, given: score(where, given.model))


if __name__ == "__main__":
    sys.exit(main())
