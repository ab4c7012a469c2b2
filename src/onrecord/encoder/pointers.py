"""Pointers between positions of a window: the dot product of two projections, and a bias for how far apart they are.

Attributions are local, and a pointer that knows only what two pieces look like cannot tell two cues "said" apart;
so each pointer also has a learned score for every range of distance (T5's relative buckets, Raffel et al. 2020,
with powers of two) and for how many paragraphs lie between. Training and reading share this arithmetic.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.windows import SEP

POINTERS = ("content_to_cue", "cue_to_source")
_FAR = 9
_NONE = 2 * _FAR + 1
DISTANCES = _NONE + 1
_APART = 2
APARTS = 2 * _APART + 1


@dataclass(frozen=True, slots=True)
class Pointer:
    """One pointer over a window of n positions.

    start, end: [n, width] projections; near: [DISTANCES] and apart: [APARTS], learned biases. Position 0 ([CLS])
    as a target means "none".
    """

    start: NDArray[np.float32]
    end: NDArray[np.float32]
    near: NDArray[np.float32]
    apart: NDArray[np.float32]

    def logits(self, first: int, last: int, paragraphs: NDArray[np.int64]) -> NDArray[np.float32]:
        """Scores [last - first, n] of where each of the positions [first, last) points."""
        here, there = np.arange(first, last), np.arange(len(self.end))
        out: NDArray[np.float32] = self.start[first:last] @ self.end.T
        out += self.near[distance_buckets(here, there)]
        out += self.apart[apart_buckets(paragraphs[first:last], paragraphs)]
        return out


def distance_buckets(here: NDArray[np.int64], there: NDArray[np.int64]) -> NDArray[np.int64]:
    """Index [len(here), len(there)] of each pair's signed distance, by powers of two; target 0 has its own."""
    gap = there[None, :] - here[:, None]
    size = np.ceil(np.log2(np.maximum(np.abs(gap), 1))).astype(np.int64) + 1
    index: NDArray[np.int64] = np.sign(gap) * np.minimum(size, _FAR) + _FAR
    index[:, there == 0] = _NONE
    return index


def paragraphs_within(ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number, along the last axis, of the paragraph that each position of a window stands in."""
    ends = ids == SEP
    numbers: NDArray[np.int64] = ends.cumsum(-1) - ends
    return numbers


def apart_buckets(here: NDArray[np.int64], there: NDArray[np.int64]) -> NDArray[np.int64]:
    """Index [..., len(here), len(there)] of how many paragraphs each pair lies apart, at most two either way.

    `there` counts from the window's start: its position 0 means "none" and is never far.
    """
    index: NDArray[np.int64] = np.clip(there[..., None, :] - here[..., :, None], -_APART, _APART) + _APART
    index[..., 0] = _APART
    return index
