"""Pointers to links: which cue a content belongs to, which source a cue has."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Pointer, Scores
from onrecord.encoder.pointers import paragraphs_within
from onrecord.finding.spans import Run

_FLOOR = 1e-6  # probability below which a pointer says nothing


def cue_of(scores: Scores, content: Run, cues: Sequence[Run]) -> tuple[int | None, float]:
    """The cue that a content points at: its index among `cues`, and the pointer's mass on it."""
    return _chosen(_target(scores, scores.cue, content), cues)


def source_of(scores: Scores, cue: Run, sources: Sequence[Run]) -> tuple[int | None, float]:
    """The source that a cue points at, None where more mass falls on "no source" than on any."""
    probability = _target(scores, scores.source, cue)
    best, mass = _chosen(probability, sources)
    none = float(probability[0])
    return (None, none) if none > mass else (best, mass)


def _target(scores: Scores, pointer: Pointer, run: Run) -> NDArray[np.float32]:
    """Probabilities [n] of where `run` points: the geometric mean over its pieces, normalised."""
    logits = pointer.logits(run.start, run.end, paragraphs_within(scores.window.ids))
    logits -= logits.max(1, keepdims=True)
    probability = np.exp(logits)
    probability /= probability.sum(1, keepdims=True)
    mean: NDArray[np.float32] = np.exp(np.log(probability + _FLOOR).mean(0))
    mean /= mean.sum()
    return mean


def _chosen(probability: NDArray[np.float32], candidates: Sequence[Run]) -> tuple[int | None, float]:
    """The candidate with most of the pointer's mass, and that mass; None where there is no candidate."""
    if not candidates:
        return None, 0.0
    masses = [float(probability[c.start : c.end].sum()) for c in candidates]
    best = int(np.argmax(masses))
    return best, masses[best]
