"""Tag scores to spans: the best legal path (Viterbi 1967), cut into runs of one role."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.tags import ROLES, TAGS

Extent = tuple[int, int]
"""Offsets [start, end) into the text."""

INSIDE = tuple(TAGS.index(f"I-{role}") for role in ROLES)


@dataclass(frozen=True, slots=True)
class Run:
    """Positions [start, end) of one window that carry one role."""

    role: str
    start: int
    end: int


def best_paths(emissions: Sequence[NDArray[np.float32]], moves: NDArray[np.float32]) -> list[NDArray[np.int64]]:
    """The best-scoring tags of each window; all windows advance together, one position at a time.

    emissions: one [n, tags] a window; moves: [tags, tags]. Returns one [n] a window.
    """
    longest = max(map(len, emissions))
    stacked = np.zeros((len(emissions), longest, len(TAGS)), dtype=np.float32)
    for i, rows in enumerate(emissions):
        stacked[i, : len(rows)] = rows
    back = np.zeros((len(emissions), longest, len(TAGS)), dtype=np.int8)
    best = stacked[:, 0].copy()
    best[:, list(INSIDE)] = -1e4
    held = [best]
    for i in range(1, longest):
        through = best[:, :, None] + moves
        back[:, i] = through.argmax(1)
        best = through.max(1) + stacked[:, i]
        held.append(best)
    return [_trace(back[i], held[len(rows) - 1][i], len(rows)) for i, rows in enumerate(emissions)]


def _trace(back: NDArray[np.int8], last: NDArray[np.float32], n: int) -> NDArray[np.int64]:
    path = np.zeros(n, dtype=np.int64)
    path[n - 1] = last.argmax()
    for i in range(n - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def runs_of(path: NDArray[np.int64]) -> list[Run]:
    """Cut a path of tags into runs, in order."""
    runs: list[Run] = []
    start, tag = 0, "O"
    for i in range(len(path) + 1):
        here = TAGS[path[i]] if i < len(path) else "O"
        if here.startswith("I-") and here[2:] == tag[2:]:
            continue
        if tag != "O":
            runs.append(Run(tag[2:], start, i))
        start, tag = i, here
    return runs
