"""Draw reliability curves: `python -m evaluation.reliability [--svg FILE] [--model FILE] [--json]`.

How often records are right of which much is expected, and little. Spans of attributions on PolNeAR dev, five folds;
each kind of record on the gold ledger, each document judged by a fit on the others. Nothing here was seen by the fit
that judges it; the packaged numbers, which saw all of it, are not drawn.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from typing import Final

import numpy as np

from evaluation.curves import drawing
from evaluation.encoder import encoder_of
from evaluation.scoring import VARIABLE, Places, parser_of, places
from onrecord.encoder.model import WEIGHTS
from training import calibrate, calibrate_records
from training.calibrate import Reals, calibration_error
from training.polnear import read_folder

BINS: Final = 10
_SURE: Final = 1.96  # standard deviations that hold 95 in 100


@dataclass(frozen=True, slots=True)
class Bin:
    """The records of which about as much is expected: mean confidence, share right with its bounds, and how many.

    Bounds are Wilson's, of 95 %: with few records the share alone says little.
    """

    confidence: float
    right: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Curve:
    """One kind of record: its bins that hold any, in order, and its expected calibration error.

    `chance` is the error that so many records would show if every confidence were true.
    """

    name: str
    n: int
    error: float
    chance: float
    bins: tuple[Bin, ...]


def curve(name: str, probability: Reals, right: Reals) -> Curve:
    """Return the curve of records [n] with their probability and whether each is right, 0 or 1."""
    place = np.minimum(BINS - 1, (probability * BINS).astype(int))
    bins = [_bin(probability[place == k], right[place == k]) for k in range(BINS) if (place == k).any()]
    chance = calibrate_records.by_chance(probability)
    return Curve(name, len(right), calibration_error(probability, right), chance, tuple(bins))


def _bin(probability: Reals, right: Reals) -> Bin:
    low, high = wilson(int(right.sum()), len(right))
    return Bin(float(probability.mean()), float(right.mean()), low, high, len(right))


def wilson(right: int, n: int) -> tuple[float, float]:
    """Return the bounds of a share of `right` in `n`, at least one, at 95 % (Wilson 1927)."""
    share, z = right / n, _SURE**2 / n
    middle = (share + z / 2) / (1 + z)
    reach = _SURE * sqrt(share * (1 - share) / n + z / (4 * n)) / (1 + z)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def curves(where: Places, model: Path = WEIGHTS) -> list[Curve]:
    """Return the curves of all that is calibrated. Raises FileNotFoundError where a corpus is missing."""
    encoder = encoder_of(model)
    evidence, right, owner = calibrate.gather(encoder, read_folder(where.polnear / "dev"))
    found = [curve("spans, PolNeAR dev", calibrate.held_out(evidence, right, owner), right)]
    kinds = calibrate_records.gather(where, encoder).held_out()
    found += [curve(f"{kind}s, gold", one.unseen, one.right) for kind, one in kinds.items()]
    if kinds:
        every = calibrate_records.together(kinds.values())
        found.append(curve("all records, gold", every.unseen, every.right))
    return found


def table(found: Sequence[Curve]) -> Iterator[str]:
    """Yield the lines of a table for a terminal."""
    for one in found:
        yield f"{one.name}: {one.n} records, calibration error {one.error:.3f} ({one.chance:.3f} by chance)"
        yield f"{'confidence':>12s} {'right':>7s} {'95 %':>13s} {'n':>5s}"
        for b in one.bins:
            yield f"{b.confidence:12.2f} {b.right:7.2f} {f'{b.low:.2f} to {b.high:.2f}':>13s} {b.n:5d}"
        yield ""


def main() -> int:
    """Parse the command line, fit, print and draw."""
    parser = parser_of(__doc__)
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--svg", type=Path, help="draw the curves here")
    given = parser.parse_args()
    where = places()
    if where is None:
        print(f"{VARIABLE} is not set: nothing was measured", file=sys.stderr)
        return 2
    found = curves(where, given.model)
    if given.json:
        print(json.dumps([asdict(one) for one in found]))
    else:
        print(*table(found), sep="\n")
    if given.svg:
        given.svg.write_text(drawing(found), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
