"""Fit how sure records are: `python -m training.calibrate_records --corpora DIR [--model FILE] [--out FILE]`.

The whole program reads the gold ledger, score_ledger.py says of each record whether it is right, and a small logistic
regression is fitted for each kind of record on the evidence that resolving gives. What it writes belongs to the
weights that read, so after other weights are put in place this is run again. What the fit says of the documents that
it was fitted on is kind; what is to be told is the second error, each document judged by a fit on the others.
"""

import argparse
import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import numpy as np

from evaluation.ledger import SCORER, Report, reports
from evaluation.scoring import Places
from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS
from onrecord.finding import find
from onrecord.records import Record
from onrecord.resolving import resolve_on
from onrecord.resolving import data as package_data
from onrecord.resolving.confidence import CONSTANT, KINDS, Calibration, Evidence, Fitted, Kind
from training.calibrate import Reals, calibration_error

OUT = Path(str(package_data.__file__)).with_name("confidence.json")
FEATURES: dict[Kind, tuple[str, ...]] = {
    "statement": ("spans", "title", "pronoun", "list", "carried", "nobody", "several", "group", "inner", "direct"),
    "figure": ("number", "neither", "hedge", "open"),
    "time": ("span", "DATE", "DURATION"),
    "event": ("trigger", "lost_actor", "lost_recipient"),
}
"""The evidence that each kind is fitted on; there are too few records for more."""
CENTRES: dict[str, float] = {"spans": 1.0}
"""Where a weight is drawn to, if not to 0: the spans of a statement were calibrated before, on a larger corpus."""
RIDGE = 3.0
FEWEST = 5  # right records, and wrong ones, without which nothing is fitted

ROWS: dict[Kind, str] = {"statement": "statements", "figure": "figures", "time": "times", "event": "events"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One record of the gold's documents: its evidence, whether it is right, and the number of its document."""

    evidence: Evidence
    right: bool
    document: int


@dataclass(frozen=True, slots=True)
class Told:
    """How well a kind is calibrated: its records, and the probability of each by a fit on the other documents."""

    records: Sequence[Judged]
    seen: Reals
    unseen: Reals

    @property
    def right(self) -> Reals:
        """Whether each record is right [n], 0 or 1."""
        return np.array([record.right for record in self.records], dtype=float)


@dataclass(slots=True)
class Notes:
    """A scale that says nothing and notes the evidence for each record."""

    kinds: dict[str, tuple[Kind, Evidence]] = field(default_factory=dict)

    def __call__(self, kind: Kind, record: str, evidence: Evidence | None) -> float | None:
        """Note it; of two records with the same id the first is kept, as resolving does."""
        if evidence is not None:
            self.kinds.setdefault(record, (kind, evidence))
        return None


def scorer_at(path: Path) -> ModuleType:
    """Load score_ledger.py. Raises FileNotFoundError where it is not there."""
    if not path.exists():
        raise FileNotFoundError(f"{path}: not found; beside the corpora there must be gold/ and eval/")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def verdicts(scorer: ModuleType, gold: Mapping[str, object], record: Record) -> dict[str, bool]:
    """Return by id whether each record of a document is right, in the scorer's own judgement.

    It is asked of one at a time: where that one alone has a confidence, of 1, the calibration error is 0 if it is
    right and 1 if it is not.
    """
    told = record.to_json()
    rows = [row for name in ROWS.values() for row in told[name]]  # type: ignore[literal-required]
    out: dict[str, bool] = {}
    for row in rows:
        row["confidence"] = None
    for row in rows:
        row["confidence"] = 1.0
        out[row["id"]] = scorer.score([gold], [told])[0]["confidence.ece"] == 0
        row["confidence"] = None
    return out


def gather(where: Places, encoder: Encoder) -> dict[Kind, list[Judged]]:
    """Return every record that the program reads in the gold's documents, judged, by its kind."""
    scorer = scorer_at(where.scorer(SCORER))
    rows = [json.loads(line) for line in where.gold.read_text(encoding="utf8").splitlines() if line.strip()]
    found: dict[Kind, list[Judged]] = {kind: [] for kind in KINDS}
    for number, (gold, report) in enumerate(zip(rows, reports(where.gold), strict=True)):
        record, notes = _read(encoder, report)
        right = verdicts(scorer, gold, record)
        for name, (kind, evidence) in notes.kinds.items():
            found[kind].append(Judged(evidence, right[name], number))
    return found


def _read(encoder: Encoder, report: Report) -> tuple[Record, Notes]:
    from onrecord.reading import read_text

    document = read_text(report.text, name=report.name, published=report.published)
    notes = Notes()
    return resolve_on(notes, document, find(document, encoder.scores(document.text))), notes


def fit(kind: Kind, records: Sequence[Judged]) -> dict[str, float]:
    """Return the weights of a logistic regression by name, the constant among them.

    A ridge draws them to CENTRES, by Newton's method; the constant is free.
    """
    names = FEATURES[kind]
    rows = np.column_stack([np.ones(len(records)), _matrix(kind, records)])
    right = np.array([record.right for record in records], dtype=float)
    centre = np.array([0.0, *(CENTRES.get(name, 0.0) for name in names)])
    penalty = RIDGE * np.diag([1e-3, *np.ones(len(names))])
    weights = centre.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (p - right) + penalty @ (weights - centre)
        step = np.linalg.solve(rows.T @ (rows * (p * (1 - p))[:, None]) + penalty, slope)
        weights -= np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-8:
            break
    return dict(zip((CONSTANT, *names), np.round(weights, 4).tolist(), strict=True))


def _matrix(kind: Kind, records: Sequence[Judged]) -> Reals:
    rows = [[record.evidence.get(name, 0.0) for name in FEATURES[kind]] for record in records]
    return np.array(rows, dtype=float).reshape(len(records), len(FEATURES[kind]))


def enough(records: Sequence[Judged]) -> bool:
    """Whether there are right records and wrong ones to fit on."""
    right = sum(record.right for record in records)
    return min(right, len(records) - right) >= FEWEST


def predict(kind: Kind, weights: Mapping[str, float], records: Sequence[Judged]) -> Reals:
    """Return the probability [n] of each record, as the program would."""
    scale = Calibration({kind: weights})
    return np.array([scale(kind, "", record.evidence) for record in records], dtype=float)


def told(kind: Kind, records: Sequence[Judged]) -> Told:
    """Return the records with their probabilities by a fit on all, and for each document by a fit on the others."""
    unseen = np.zeros(len(records))
    owner = np.array([record.document for record in records])
    for number in sorted(set(owner.tolist())):
        others = [record for record in records if record.document != number]
        mine = [record for record in records if record.document == number]
        unseen[owner == number] = predict(kind, fit(kind, others), mine)
    return Told(records, predict(kind, fit(kind, records), records), unseen)


def table(kinds: Mapping[Kind, Told]) -> Iterator[str]:
    """Yield a line for each kind and one for all of them; errors over ten bins, Brier's score of unseen documents."""
    yield f"{'kind':10s} {'n':>5s} {'right %':>8s} {'error seen':>11s} {'error unseen':>13s} {'Brier unseen':>13s}"
    for kind, one in kinds.items():
        yield _line(kind, one.right, one.seen, one.unseen)
    if kinds:
        rows: list[Callable[[Told], Reals]] = [lambda t: t.right, lambda t: t.seen, lambda t: t.unseen]
        yield _line("all", *(np.concatenate([of(one) for one in kinds.values()]) for of in rows))


def _line(name: str, right: Reals, seen: Reals, unseen: Reals) -> str:
    errors = f"{calibration_error(seen, right):11.3f} {calibration_error(unseen, right):13.3f}"
    return f"{name:10s} {len(right):5d} {100 * right.mean():8.1f} {errors} {((unseen - right) ** 2).mean():13.3f}"


def calibrate(where: Places, model: Path, out: Path = OUT) -> dict[Kind, Told]:
    """Fit every kind that has records enough, write the weights to `out`, and return how well it went."""
    encoder = Encoder(model)
    found = {kind: records for kind, records in gather(where, encoder).items() if enough(records)}
    fitted: Fitted = {"weights": encoder.card.digest, "kinds": {k: fit(k, records) for k, records in found.items()}}
    out.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf8")
    return {kind: told(kind, records) for kind, records in found.items()}


def main() -> None:
    """Fit, write and print how sure the confidence is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that has gold/ and eval/ beside it")
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="other weights than the package's")
    parser.add_argument("--out", type=Path, default=OUT, help="other file than the package's")
    given = parser.parse_args()
    kinds = calibrate(Places(given.corpora.resolve()), given.model, given.out)
    print(*table(kinds), sep="\n")


if __name__ == "__main__":
    main()
