"""How sure an attribution is: from what the model said of its parts to a probability that it is right.

A logistic regression over the model's own probabilities (Platt 1999, with more than one score), fitted on PolNeAR's
dev split by `training/calibrate.py`; its weights travel with the model's, since they are true of no other.
"""

from collections.abc import Sequence
from math import exp, log

import numpy as np
from numpy.typing import NDArray

EVIDENCE = ("link", "source_link", "content", "cue", "source", "no_source")
"""Names of an attribution's evidence, in order; all but the last are log-odds of a probability, 0 where it is even."""

_MOST = 6.0


def log_odds(probability: float) -> float:
    """Log-odds of a probability, at most 6 either way."""
    p = min(max(probability, 1e-9), 1 - 1e-9)
    return min(max(log(p / (1 - p)), -_MOST), _MOST)


def probability(evidence: Sequence[float], weights: NDArray[np.float32]) -> float | None:
    """Probability, to a thousandth, that content and source each overlap a true attribution's by half.

    `weights` begin with the constant, then one for each of EVIDENCE; with none of them nothing is known.
    """
    if not len(weights):
        return None
    score = float(weights[0] + weights[1:] @ np.array(evidence, dtype=np.float32))
    return round(1 / (1 + exp(-score)), 3)
