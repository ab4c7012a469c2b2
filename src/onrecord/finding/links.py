"""Pointers to links: which cue a content belongs to, which source a cue has."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Pointer, Scores
from onrecord.finding.spans import Run, shares


def cue_probabilities(scores: Scores, contents: Sequence[Run], cues: Sequence[Run]) -> NDArray[np.float32]:
    """Probability [contents, cues] that each content belongs to each cue; every row sums to one."""
    return _probabilities(scores.pointers["content_to_cue"], contents, [cue.start for cue in cues])


def source_probabilities(scores: Scores, cues: Sequence[Run], sources: Sequence[Run]) -> NDArray[np.float32]:
    """Probability [cues, 1 + sources] that each cue has no source, then each source; every row sums to one."""
    return _probabilities(scores.pointers["cue_to_source"], cues, [0, *(source.start for source in sources)])


def _probabilities(pointer: Pointer, runs: Sequence[Run], targets: Sequence[int]) -> NDArray[np.float32]:
    """Where the first piece of each run points, among the first pieces of the targets."""
    logits = pointer.logits(np.array([run.start for run in runs]), np.array(targets))
    return shares(logits)
