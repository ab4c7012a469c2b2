"""Pointers to links: which cue a content belongs to, which source a cue has."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.model import Scores
from onrecord.finding.spans import Run

_FLOOR = 1e-6  # probability below which a pointer says nothing


def pointer(start: NDArray[np.float32], end: NDArray[np.float32], run: Run) -> NDArray[np.float32]:
    """Probabilities [n] of where the pieces of `run` point, averaged over them in the logarithm and normalised."""
    logits = start[run.start : run.end] @ end.T
    logits -= logits.max(1, keepdims=True)
    probability = np.exp(logits)
    probability /= probability.sum(1, keepdims=True)
    mean: NDArray[np.float32] = np.exp(np.log(probability + _FLOOR).mean(0))
    return mean / mean.sum()


def chosen(probability: NDArray[np.float32], candidates: Sequence[Run]) -> tuple[int | None, float]:
    """The candidate that most of the pointer's mass falls on, and that mass; None where there is no candidate."""
    if not candidates:
        return None, 0.0
    masses = [float(probability[c.start : c.end].sum()) for c in candidates]
    best = int(np.argmax(masses))
    return best, masses[best]


def cue_of(scores: Scores, content: Run, cues: Sequence[Run]) -> tuple[int | None, float]:
    """The cue that a content points at: its index among `cues`, and the mass on it."""
    return chosen(pointer(scores.cue_from, scores.cue_to, content), cues)


def source_of(scores: Scores, cue: Run, sources: Sequence[Run]) -> tuple[int | None, float]:
    """The source that a cue points at, None where more mass falls on "no source" than on any."""
    probability = pointer(scores.source_from, scores.source_to, cue)
    best, mass = chosen(probability, sources)
    none = float(probability[0])
    return (None, none) if none > mass else (best, mass)
