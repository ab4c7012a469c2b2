"""Score how far events are facts: `python -m evaluation.factuality [--model FILE] [--json]`.

Held-out sentences of UDS (Rudinger et al. 2018) and of UW (Lee et al. 2015) are read one by one. As those who made them
do, we say how what the model says of each predicate goes with what people said (Pearson's r), and how far it is off.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from evaluation.encoder import encoder_of
from evaluation.scoring import Places, parser_of, run
from evaluation.scoring import Scores as Measures
from onrecord.encoder import Encoder, Scores
from onrecord.encoder.model import WEIGHTS
from training.corpora import factuality
from training.corpora.marked import Marked, Split, Value

Read = Callable[[Path, Split], Iterator[Marked]]
_READERS: Final[dict[str, Read]] = {"uds": factuality.read_uds, "uw": factuality.read_uw}


def pearson(encoder: Encoder, corpora: Path) -> Measures:
    """Return `uds.pearson`, `uds.error`, `uw.pearson` and `uw.error` of the two dev parts, on the scale from -3 to 3.

    An error is the mean absolute one. Empty where the weights know no factuality. Raises FileNotFoundError where a
    corpus is missing.
    """
    out: Measures = {}
    for name, read in _READERS.items():
        pairs = list(compared(_dev(corpora, read), encoder.scores))
        if pairs:
            gold, said = np.array(pairs, dtype=np.float64).T
            out |= {f"{name}.pearson": correlation(gold, said), f"{name}.error": float(np.abs(gold - said).mean())}
    return out


def score(where: Places, model: Path = WEIGHTS) -> Measures:
    """Return 100 r of the two dev parts as `uds` and `uw`. Raises FileNotFoundError where a corpus is missing."""
    found = pearson(encoder_of(model), where.corpora)
    return {name: 100 * found[f"{name}.pearson"] for name in _READERS if f"{name}.pearson" in found}


def data_of(where: Places) -> Iterator[tuple[str, bytes]]:
    """Yield everything that the scores rest on."""
    for name, read in _READERS.items():
        for text in _dev(where.corpora, read):
            yield f"{name}/{text.name}", f"{text.text}\n{text.values}".encode()


@cache
def _dev(corpora: Path, read: Read) -> tuple[Marked, ...]:
    """The held-out sentences of one reader; kept, as their digest and their scores both need them."""
    return tuple(read(corpora, "dev"))


def correlation(gold: Sequence[float] | np.ndarray, said: Sequence[float] | np.ndarray) -> float:
    """Pearson's r of two rows of numbers of one length, at least one; 0 where one of them never varies."""
    one, other = np.asarray(gold) - np.mean(gold), np.asarray(said) - np.mean(said)
    norm = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / norm if norm > 0 else 0.0


def compared(texts: Iterable[Marked], scores: Callable[[str], Iterable[Scores]]) -> Iterator[tuple[float, float]]:
    """Yield of each predicate what people said and what the model says, each line of a text read alone.

    Nothing of a line whose windows hold no values.
    """
    for text in texts:
        for line, values in lines_of(text):
            windows = list(scores(line))
            if all(window.values is not None for window in windows):
                yield from ((value.value, said_at(windows, value.start)) for value in values)


def lines_of(text: Marked) -> Iterator[tuple[str, list[Value]]]:
    """Yield each line of a text with the values of its predicates, at their offsets in the line."""
    start = 0
    for line in text.text.split("\n"):
        end = start + len(line)
        yield line, [Value(v.start - start, v.end - start, v.value) for v in text.values if start <= v.start < end]
        start = end + 1


def said_at(windows: Iterable[Scores], offset: int) -> float:
    """What the model says at the piece that holds this character; 0, unknown, where no piece does."""
    for one in windows:
        held = np.flatnonzero((one.window.starts <= offset) & (offset < one.window.ends))
        if one.values is not None and len(held):
            return float(one.values[held[0]])
    return 0.0


def main() -> int:
    """Parse the command line, score and print."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    return run(parser, lambda where, given: pearson(encoder_of(given.model), where.corpora))


if __name__ == "__main__":
    sys.exit(main())
