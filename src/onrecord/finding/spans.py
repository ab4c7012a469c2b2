"""Tag scores to spans: the best legal path (Viterbi 1967) or the best tag of each piece, cut into runs of one kind."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import LAYERS, ROLES, TAGS, Scores, tags_of
from onrecord.encoder.pieces import SHAPES

Extent = tuple[int, int]
"""Offsets [start, end) into the text."""

INSIDE = tuple(TAGS.index(f"I-{role}") for role in ROLES)


@dataclass(frozen=True, slots=True)
class Run:
    """Positions [start, end) of one window that carry one kind, such as a role in an attribution."""

    kind: str
    start: int
    end: int


def best_paths(emissions: Sequence[NDArray[np.float32]], moves: NDArray[np.float32]) -> list[NDArray[np.int64]]:
    """The best-scoring tags of each window; all windows advance together, one position at a time.

    emissions: one [n, tags] a window; moves: [tags, tags]. Returns one [n] a window.
    """
    longest = max(map(len, emissions))
    stacked = np.zeros((len(emissions), longest, len(moves)), dtype=np.float32)
    for i, rows in enumerate(emissions):
        stacked[i, : len(rows)] = rows
    back = np.zeros(stacked.shape, dtype=np.int8)
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


def runs_of(path: NDArray[np.int64], tags: Sequence[str] = TAGS) -> list[Run]:
    """Cut a path of tags into runs, in order; a kind that goes on from another's begins a run of its own."""
    runs: list[Run] = []
    start, tag = 0, "O"
    for i in range(len(path) + 1):
        here = tags[path[i]] if i < len(path) else "O"
        if here.startswith("I-") and here[2:] == tag[2:]:
            continue
        if tag != "O":
            runs.append(Run(tag[2:], start, i))
        start, tag = i, here
    return runs


def chosen_runs(scores: Scores, layer: str, against_o: float = 0.0) -> list[Run]:
    """The runs of a layer whose tags are chosen one by one: whole words, each tagged as its first piece is.

    `against_o` is taken off O's score: what is rare in a layer's training is seldom preferred to it otherwise.
    """
    tags = tags_of(LAYERS[layer])
    emissions = scores.layers[layer].copy()
    emissions[:, 0] -= against_o
    path = emissions.argmax(1)
    path[scores.window.starts < 0] = 0
    inside = np.array([tags.index("I-" + tag[2:]) if tag != "O" else 0 for tag in tags])
    for i in np.flatnonzero(_goes_on(scores)):
        path[i] = inside[path[i - 1]]
    return runs_of(path, tags)


def _goes_on(scores: Scores) -> NDArray[np.bool_]:
    """Which positions go on with the word of the position before."""
    window, punctuation = scores.window, SHAPES.index("punctuation")
    word = (window.shapes != punctuation) & (window.starts >= 0)
    joined = np.zeros(len(window), dtype=bool)
    joined[1:] = word[1:] & word[:-1] & (window.starts[1:] == window.ends[:-1])
    return joined


def likelihood(scores: Scores, layer: str, runs: Sequence[Run]) -> float:
    """Mean probability that the pieces of some runs, all of one kind, have the kind that they were given."""
    rows = np.concatenate([scores.layers[layer][run.start : run.end] for run in runs])
    likely = np.exp(rows - rows.max(1, keepdims=True))
    kind = [tags_of(LAYERS[layer]).index(f"{move}-{runs[0].kind}") for move in "BI"]
    return float((likely[:, kind].sum(1) / likely.sum(1)).mean())


def extent_of(scores: Scores, run: Run) -> Extent:
    """The stretch of text that a run stands for."""
    return int(scores.window.starts[run.start]), int(scores.window.ends[run.end - 1])
