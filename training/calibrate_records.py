"""Fit how sure records are: `python -m training.calibrate_records --corpora DIR [--model FILE] [--out FILE]`.

The whole program reads the gold ledger, score_ledger.py says of each record whether it is right, and a small logistic
regression is fitted for each kind of record on the evidence that resolving gives. What it writes belongs to the
weights that read, so after other weights are put in place this is run again. What the fit says of the documents that
it was fitted on is kind; what is to be told is the error "unseen": each document judged by a fit on the others. The
error "by chance" is what so few records would show if every probability were true.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluation.scoring import Places
from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS
from onrecord.resolving import data as package_data
from onrecord.resolving.confidence import CONSTANT, Calibration, Fitted, Kind
from training.calibrate import Reals, calibration_error
from training.judged_quantities import read_quantities
from training.judged_records import Judged, read_gold

OUT = Path(str(package_data.__file__)).with_name("confidence.json")
FEATURES: dict[Kind, tuple[str, ...]] = {
    "statement": ("spans", "title", "pronoun", "list", "carried", "nobody", "several", "group", "inner", "direct"),
    "figure": ("number", "neither", "hedge", "open"),
    "time": ("span", "digits", "DURATION"),
    "event": ("trigger", "lost_actor"),
}
"""The evidence that each kind is fitted on; there are too few records for more."""
RIDGE = 3.0
FEWEST = 5  # right records, and wrong ones, without which nothing is fitted

Weights = Mapping[str, float]
_CALIBRATED: Weights = {"spans": 1.0}  # a statement's spans were calibrated before, on PolNeAR


@dataclass(frozen=True, slots=True)
class Told:
    """Probability and truth [n] of the records of a kind: by the fit on all, and by one that had not seen them."""

    right: Reals
    seen: Reals
    unseen: Reals


def fit(kind: Kind, records: Sequence[Judged], centre: Weights) -> dict[str, float]:
    """Return the weights of a logistic regression by name, the constant among them.

    A ridge draws them to `centre`, where that names them, else to 0; the constant is all but free.
    """
    names = FEATURES[kind]
    rows = np.column_stack([np.ones(len(records)), _matrix(names, records)])
    right = np.array([record.right for record in records], dtype=float)
    middle = np.array([0.0, *(centre.get(name, 0.0) for name in names)])
    weights = _newton(rows, right, middle, RIDGE * np.array([1e-3, *np.ones(len(names))]))
    return dict(zip((CONSTANT, *names), np.round(weights, 4).tolist(), strict=True))


def _matrix(names: Sequence[str], records: Sequence[Judged]) -> Reals:
    rows = [[record.evidence.get(name, 0.0) for name in names] for record in records]
    return np.array(rows, dtype=float).reshape(len(records), len(names))


def _newton(rows: Reals, right: Reals, centre: Reals, ridge: Reals) -> Reals:
    """Minimize the log loss with the penalty; a step is halved until it helps, as full ones overshoot."""

    def loss(weights: Reals) -> float:
        scores = rows @ weights
        return float((np.logaddexp(0, scores) - right * scores).sum() + (ridge * (weights - centre) ** 2).sum() / 2)

    weights = centre.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (p - right) + ridge * (weights - centre)
        step = np.linalg.solve(rows.T @ (rows * (p * (1 - p))[:, None]) + np.diag(ridge), slope)
        while np.abs(step).max() > 1e-9 and loss(weights - step) > loss(weights):
            step /= 2
        weights = weights - step
        if np.abs(step).max() < 1e-7:
            break
    return weights


def enough(records: Sequence[Judged]) -> bool:
    """Whether there are right records and wrong ones to fit on."""
    right = sum(record.right for record in records)
    return min(right, len(records) - right) >= FEWEST


def predict(kind: Kind, weights: Weights, records: Sequence[Judged]) -> Reals:
    """Return the probability [n] of each record, as the program would."""
    scale = Calibration({kind: weights})
    return np.array([scale(kind, "", record.evidence) for record in records], dtype=float)


def held_out(kind: Kind, records: Sequence[Judged], centre: Weights) -> Told:
    """Return the records with their probabilities by a fit on all, and for each document by a fit on the others."""
    owner = np.array([record.document for record in records])
    unseen = np.zeros(len(records))
    for number in np.unique(owner):
        others = [record for record in records if record.document != number]
        mine = [record for record in records if record.document == number]
        unseen[owner == number] = predict(kind, fit(kind, others, centre), mine)
    right = np.array([record.right for record in records], dtype=float)
    return Told(right, predict(kind, fit(kind, records, centre), records), unseen)


def together(kinds: Iterable[Told]) -> Told:
    """Return the records of several kinds as one."""
    rows = [(one.right, one.seen, one.unseen) for one in kinds]
    return Told(*(np.concatenate(parts) for parts in zip(*rows, strict=True)))


def by_chance(probability: Reals, draws: int = 500) -> float:
    """Return the calibration error to be expected of records that are right as often as said: a mean of draws."""
    chance = np.random.default_rng(0)
    errors = [
        calibration_error(probability, (chance.random(len(probability)) < probability).astype(float))
        for _ in range(draws)
    ]
    return float(np.mean(errors))


def table(kinds: Mapping[Kind, Told]) -> Iterator[str]:
    """Yield a line for each kind and one for all: calibration errors over ten bins, and Brier's score."""
    heads = ("kind", "n", "right %", "error seen", "unseen", "by chance", "Brier unseen")
    yield "{:10s} {:>5s} {:>8s} {:>11s} {:>8s} {:>10s} {:>13s}".format(*heads)
    rows: dict[str, Told] = {kind: one for kind, one in kinds.items()}
    if rows:
        rows["all"] = together(kinds.values())
    for name, one in rows.items():
        errors = f"{calibration_error(one.seen, one.right):11.3f} {calibration_error(one.unseen, one.right):8.3f}"
        brier = f"{by_chance(one.unseen):10.3f} {((one.unseen - one.right) ** 2).mean():13.3f}"
        yield f"{name:10s} {len(one.right):5d} {100 * one.right.mean():8.1f} {errors} {brier}"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is fitted on: the gold's records by kind, those kinds only that have enough, and what to draw each to."""

    records: Mapping[Kind, Sequence[Judged]]
    centres: Mapping[Kind, Weights]

    def held_out(self) -> dict[Kind, Told]:
        """Return how well each kind does."""
        return {kind: held_out(kind, records, self.centres[kind]) for kind, records in self.records.items()}


def gather(where: Places, encoder: Encoder) -> Gathered:
    """Read the gold and the corpora of quantities. Raises FileNotFoundError where one of them is missing."""
    figures = fit("figure", read_quantities(where.corpora, encoder), {})
    centres: dict[Kind, Weights] = {"statement": _CALIBRATED, "figure": figures, "time": {}, "event": {}}
    return Gathered({k: records for k, records in read_gold(where, encoder).items() if enough(records)}, centres)


def calibrate(where: Places, model: Path, out: Path = OUT) -> dict[Kind, Told]:
    """Fit every kind that has records enough, write the weights to `out`, and return how well it went.

    Where the gold has too few wrong ones, figures are as sure as the corpora of quantities tell: rules that were
    developed beside the gold make next to no error there, and more elsewhere.
    """
    encoder = Encoder(model)
    found = gather(where, encoder)
    alone = {kind: dict(centre) for kind, centre in found.centres.items() if CONSTANT in centre}
    kinds = alone | {kind: fit(kind, records, found.centres[kind]) for kind, records in found.records.items()}
    fitted: Fitted = {"weights": encoder.card.digest, "kinds": kinds}
    out.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf8")
    return found.held_out()


def main() -> None:
    """Fit, write and print how sure the confidence is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that has gold/ and eval/ beside it")
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--out", type=Path, default=OUT, help="other file than the package's")
    given = parser.parse_args()
    print(*table(calibrate(Places(given.corpora.resolve()), given.model, given.out)), sep="\n")


if __name__ == "__main__":
    main()
