"""Pointers between spans: the dot product of two projections, and biases for what lies between two pieces.

A content points at its cue, a cue at its source, a mention at the one before it that means the same, an event's
trigger at its actor and recipient. All of these are local, and a pointer that knows only what two pieces look like
cannot tell two cues "said" apart. So each pointer also has learned scores for the distance (T5's relative buckets,
Raffel et al. 2020, by powers of two), for how many paragraphs lie between, and for how many other candidates do.
Training and reading share this arithmetic; both choose among candidates only, the first pieces of what can be meant.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.windows import SEP

POINTERS = ("content_to_cue", "cue_to_source", "mention_to_antecedent", "event_to_actor", "event_to_recipient")
BIASES = ("near", "apart", "between")
_FAR, _APART, _BETWEEN = 9, 2, 3
SIZES = (2 * _FAR + 2, 2 * _APART + 1, _BETWEEN + 2)
"""How many buckets each of BIASES has; `near` and `between` keep the last for position 0, which means "none"."""

Integers = NDArray[np.int64]
Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pointer:
    """One pointer over a window of n positions.

    start, end: [n, width] projections; paragraphs: [n] numbers of the paragraphs; biases: one table for each of
    BIASES, of the length in SIZES.
    """

    start: Reals
    end: Reals
    paragraphs: Integers
    biases: tuple[Reals, ...]

    def logits(self, here: Integers, targets: Integers) -> Reals:
        """Scores [len(here), len(targets)] of each target for each position; target 0 means "none"."""
        starts = np.zeros(len(self.end), dtype=bool)
        starts[targets[targets > 0]] = True
        buckets = (
            near_buckets(here, targets),
            apart_buckets(self.paragraphs[here], self.paragraphs[targets], targets),
            between_buckets(here, targets, starts),
        )
        out: Reals = self.start[here] @ self.end[targets].T
        for table, index in zip(self.biases, buckets, strict=True):
            out += table[index]
        return out


def near_buckets(here: Integers, there: Integers) -> Integers:
    """Index [len(here), len(there)] of each pair's signed distance, by powers of two."""
    gap = there[None, :] - here[:, None]
    size = np.ceil(np.log2(np.maximum(np.abs(gap), 1))).astype(np.int64) + 1
    index: Integers = np.sign(gap) * np.minimum(size, _FAR) + _FAR
    index[:, there == 0] = 2 * _FAR + 1
    return index


def apart_buckets(here: Integers, there: Integers, targets: Integers) -> Integers:
    """Index [..., len(here), len(there)] of how many paragraphs each pair lies apart, at most two either way.

    here, there: numbers of paragraphs; targets: the positions of `there`.
    """
    index: Integers = np.clip(there[..., None, :] - here[..., :, None], -_APART, _APART) + _APART
    index[..., targets == 0] = _APART
    return index


def between_buckets(here: Integers, there: Integers, starts: NDArray[np.bool_]) -> Integers:
    """Index [..., len(here), len(there)] of how many other candidates lie between each pair, at most three.

    starts: [..., n], True at the first piece of each candidate.
    """
    before = np.concatenate([np.zeros_like(starts[..., :1], dtype=np.int64), starts.cumsum(-1)], -1)
    low = np.minimum(here[:, None], there[None, :])
    high = np.maximum(here[:, None], there[None, :])
    index: Integers = np.clip(before[..., high] - before[..., np.minimum(low + 1, high)], 0, _BETWEEN)
    index[..., there == 0] = _BETWEEN + 1
    return index


def paragraphs_within(ids: Integers) -> Integers:
    """Number, along the last axis, of the paragraph that each position of a window stands in."""
    ends = ids == SEP
    numbers: Integers = ends.cumsum(-1) - ends
    return numbers
