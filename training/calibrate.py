"""Fit the confidence of attributions on PolNeAR's dev split.

A logistic regression on the model's evidence, whose weights go into the model's metadata. The calibration error that
is told is of documents that the fit had not seen (five folds).
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Encoder
from onrecord.finding.assembly import Draft
from onrecord.finding.finder import drafts_in
from onrecord.finding.quoting import Marks
from onrecord.records import Document, document_id
from training.corpora.marked import Extent
from training.polnear import Annotated, read_folder

_WORD = re.compile(r"\w+")
_FOLDS = 5

Reals = NDArray[np.float64]


def fit(evidence: Reals, right: Reals, ridge: float = 1.0) -> Reals:
    """Weights [1 + features] of a logistic regression with an L2 penalty, by Newton's method.

    evidence: [n, features]; right: [n], 0 or 1.
    """
    rows = np.column_stack([np.ones(len(evidence)), evidence])
    penalty = ridge * np.diag([0.0, *np.ones(evidence.shape[1])])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (p - right) + penalty @ weights
        step = np.linalg.solve(rows.T @ (rows * (p * (1 - p))[:, None]) + penalty + 1e-9 * np.eye(len(weights)), slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def predict(evidence: Reals, weights: Reals) -> Reals:
    """Probabilities [n] under the weights of `fit`."""
    out: Reals = 1 / (1 + np.exp(-(weights[0] + evidence @ weights[1:])))
    return out


def calibration_error(probability: Reals, right: Reals) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins = np.minimum(9, (probability * 10).astype(int))
    gaps = [abs((probability - right)[bins == k].sum()) for k in range(10)]
    return float(sum(gaps) / len(right))


def judged(document: Annotated, drafts: Sequence[Draft]) -> list[bool]:
    """Whether each draft's content and source overlap one annotated attribution's by half (words, as the scorer)."""
    words = [m.span() for m in _WORD.finditer(document.text)]

    def covered(extents: Iterable[Extent]) -> frozenset[int]:
        return frozenset(i for i, (a, b) in enumerate(words) if any(a < y and b > x for x, y in extents))

    def same(a: frozenset[int], b: frozenset[int]) -> bool:
        return not (a or b) or len(a & b) >= 0.5 * len(a | b)

    gold = [(covered(g.content), covered(g.source)) for g in document.readings[0]]

    def right(draft: Draft) -> bool:
        content = covered(draft.content)
        source = covered([draft.source] if draft.source else [])
        return any(same(content, c) and bool(content & c) and same(source, s) for c, s in gold)

    return [right(draft) for draft in drafts]


def gather(encoder: Encoder, documents: Iterable[Annotated]) -> tuple[Reals, Reals, NDArray[np.int64]]:
    """Evidence [n, features], right or not [n], and number of the document [n] of every attribution found."""
    evidence: list[tuple[float, ...]] = []
    right: list[bool] = []
    owner: list[int] = []
    for k, document in enumerate(documents):
        read = Document(id=document_id(document.text), text=document.text)
        drafts = [d for d in drafts_in(read, encoder.scores(read.text), Marks.of(read.text)) if not d.carried]
        evidence += [draft.evidence for draft in drafts]
        right += judged(document, drafts)
        owner += [k] * len(drafts)
    return np.array(evidence), np.array(right, dtype=float), np.array(owner)


def held_out(evidence: Reals, right: Reals, owner: NDArray[np.int64]) -> Reals:
    """Probability [n] of each attribution from the fit on the other folds' documents."""
    out = np.zeros(len(right))
    for fold in range(_FOLDS):
        mine = owner % _FOLDS == fold
        out[mine] = predict(evidence[mine], fit(evidence[~mine], right[~mine]))
    return out


def calibrate(model: Path, corpora: Path) -> str:
    """Fit on PolNeAR's dev split, write the weights into the metadata of `model`, and say how well it went."""
    import onnx

    evidence, right, owner = gather(Encoder(model), read_folder(corpora / "polnear" / "dev"))
    error = calibration_error(held_out(evidence, right, owner), right)
    graph = onnx.load(str(model))
    metadata = {p.key: p.value for p in graph.metadata_props}
    metadata["calibration"] = json.dumps([round(w, 4) for w in fit(evidence, right).tolist()])
    onnx.helper.set_model_props(graph, metadata)
    onnx.save(graph, str(model))
    return f"{len(right)} attributions, {100 * right.mean():.1f} % right, calibration error {error:.3f}"
