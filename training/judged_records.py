"""The records that the program reads in the gold's documents, each with its evidence, and right or wrong."""

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from evaluation.ledger import SCORER, Report, reports
from evaluation.scoring import Places
from onrecord.encoder import Encoder
from onrecord.finding import find
from onrecord.records import Document, Findings, Record
from onrecord.resolving import resolve_on
from onrecord.resolving.confidence import KINDS, Evidence, Kind


@dataclass(frozen=True, slots=True)
class Judged:
    """One record: its evidence, whether it is right, and the number of its document."""

    evidence: Evidence
    right: bool
    document: int


@dataclass(slots=True)
class Notes:
    """A scale that says nothing and notes the evidence for each record, by its id."""

    of: dict[str, tuple[Kind, Evidence]] = field(default_factory=dict)

    def __call__(self, kind: Kind, record: str, evidence: Evidence | None) -> float | None:
        """Note it; of two records with the same id the first is kept, as resolving does."""
        if evidence is not None:
            self.of.setdefault(record, (kind, evidence))
        return None


def read_gold(where: Places, encoder: Encoder) -> dict[Kind, list[Judged]]:
    """Return every record that the program reads in the gold's documents, judged, by its kind.

    Raises FileNotFoundError where gold or scorer are not there.
    """
    scorer = scorer_at(where.scorer(SCORER))
    rows = [json.loads(line) for line in where.gold.read_text(encoding="utf8").splitlines() if line.strip()]
    found: dict[Kind, list[Judged]] = {kind: [] for kind in KINDS}
    for number, (gold, report) in enumerate(zip(rows, reports(where.gold), strict=True)):
        record, notes = _read(encoder, report)
        right = verdicts(scorer, gold, record)
        for name, (kind, evidence) in notes.of.items():
            found[kind].append(Judged(evidence, right[name], number))
    return found


def noted(encoder: Encoder, document: Document) -> tuple[Findings, Record, Notes]:
    """Return what is found in a document, its record, and the evidence for each part of that."""
    notes, findings = Notes(), find(document, encoder.scores(document.text))
    return findings, resolve_on(notes, document, findings), notes


def _read(encoder: Encoder, report: Report) -> tuple[Record, Notes]:
    from onrecord.reading import read_text

    document = read_text(report.text, name=report.name, published=report.published)
    _, record, notes = noted(encoder, document)
    return record, notes


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
    rows = [*told["statements"], *told["figures"], *told["times"], *told["events"]]
    for row in rows:
        row["confidence"] = None
    right: dict[str, bool] = {}
    for row in rows:
        row["confidence"] = 1.0
        right[row["id"]] = scorer.score([gold], [told])[0]["confidence.ece"] == 0
        row["confidence"] = None
    return right
