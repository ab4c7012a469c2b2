"""Tag scores to spans: the best legal path (Viterbi 1967) of each layer, cut into runs of one kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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


@dataclass(frozen=True, slots=True)
class Tagged:
    """A window's scores, and the runs of each layer whose tags are no chain, in order.

    chances: [n, columns], the probability of each tag within its layer, the layers side by side.
    """

    scores: Scores
    runs: Mapping[str, list[Run]]
    chances: NDArray[np.float32]

    def sure(self, layer: str, run: Run) -> float:
        """The mean probability of a run's kind, to a thousandth."""
        begin = _STARTS[_LAYERS.index(layer)] + 1 + 2 * LAYERS[layer].index(run.kind)
        return round(float(self.chances[run.start : run.end, begin : begin + 2].sum()) / (run.end - run.start), 3)


NEVER = -1e4
"""The score of what cannot be."""
_LAYERS = tuple(layer for layer in LAYERS if layer != "attribution")
_TAGS = [tags_of(LAYERS[layer]) for layer in _LAYERS]
_STARTS = np.cumsum([0, *map(len, _TAGS[:-1])])
_OWNER = np.repeat(np.arange(len(_TAGS)), list(map(len, _TAGS)))
_IS_O, _IS_I = (np.array([tag[0] == first for tags in _TAGS for tag in tags]) for first in "OI")
_I = np.flatnonzero(_IS_I)
AGAINST_O = {"inner": 1.5, "events": 0.5}
"""Taken off O, by layer: attributions within others are so rare that they would seldom be preferred to it; for events
chosen on the train part of those labelled by hand."""


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
    """Cut a path of tags into runs, in order; a kind that goes on from another's begins a run of its own.

    The first of `tags` is O.
    """
    runs: list[Run] = []
    places = np.flatnonzero(path)
    kind, start, end = "", 0, 0
    for i, value in zip(places.tolist(), path[places].tolist(), strict=True):
        move, _, here = tags[value].partition("-")
        if i == end and here == kind and move == "I":
            end = i + 1
            continue
        if kind:
            runs.append(Run(kind, start, end))
        kind, start, end = here, i, i + 1
    return [*runs, Run(kind, start, end)] if kind else runs


def tagged(batch: Sequence[Scores]) -> list[Tagged]:
    """The runs of every layer but the attributions': the best legal tags, each word tagged as its first piece is."""
    if not batch:
        return []
    likely = [_normalised(_side_by_side(scores)) for scores in batch]
    windows = zip(batch, legal_paths(likely), likely, strict=True)
    return [Tagged(scores, _runs(scores, path), np.exp(rows)) for scores, path, rows in windows]


def _side_by_side(scores: Scores) -> NDArray[np.float32]:
    """The scores [n, columns] of all these layers, none but O where there is no piece of the text."""
    emissions = np.concatenate([scores.layers[layer] for layer in _LAYERS], axis=1)
    for layer, cost in AGAINST_O.items():
        emissions[:, _STARTS[_LAYERS.index(layer)]] -= cost
    special = scores.window.starts < 0
    emissions[np.ix_(special, ~_IS_O)] = NEVER
    return emissions


def _runs(scores: Scores, path: NDArray[np.int64]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = {}
    goes_on = np.flatnonzero(_goes_on(scores))
    for k, layer in enumerate(_LAYERS):
        tags, own = tags_of(LAYERS[layer]), path[:, k] - _STARTS[k]
        for i in goes_on:
            own[i] = own[i - 1] + (own[i - 1] % 2)  # B-kind, which stands on odd places, goes on as I-kind
        found[layer] = runs_of(own, tags)
    return found


def legal_paths(likely: Sequence[NDArray[np.float32]]) -> list[NDArray[np.int64]]:
    """The best legal path (Viterbi 1967) of each layer in each window, log probabilities [n, columns] a window.

    Returns [n, layers] columns. With no scores for moves but barred ones, O and B may follow the best tag of the layer,
    I its own B or I: that needs no table of all moves, and all windows and layers advance together.
    """
    longest = max(map(len, likely))
    stacked = np.zeros((longest, len(likely), len(_IS_O)), dtype=np.float32)
    for w, rows in enumerate(likely):
        stacked[: len(rows), w] = rows
    held = np.empty_like(stacked)
    best = stacked[0].copy()
    best[:, _I] = NEVER
    held[0] = best
    for i in range(1, longest):
        free = np.maximum.reduceat(best, _STARTS, axis=1)[:, _OWNER]
        free[:, _I] = np.maximum(best[:, _I - 1], best[:, _I])
        best = held[i] = free + stacked[i]
    tops = np.stack([held[..., a:b].argmax(-1) + a for a, b in pairwise([*_STARTS, len(_IS_O)])], axis=-1)
    return [_traced(held[: len(rows), w], tops[: len(rows), w]) for w, rows in enumerate(likely)]


def _normalised(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log probabilities within each layer."""
    shifted = rows - np.maximum.reduceat(rows, _STARTS, axis=1)[:, _OWNER]
    out: NDArray[np.float32] = shifted - np.log(np.add.reduceat(np.exp(shifted), _STARTS, axis=1))[:, _OWNER]
    return out


def _traced(held: NDArray[np.float32], tops: NDArray[np.int64]) -> NDArray[np.int64]:
    """Back from the best end of each layer: before I stands its own B or I, before others the best."""
    inside = _IS_I.tolist()
    path: list[list[int]] = tops.T.tolist()
    for row in path:
        for i in range(len(row) - 1, 0, -1):
            if inside[row[i]]:
                row[i - 1] = row[i] - int(held[i - 1, row[i] - 1] > held[i - 1, row[i]])
    return np.array(path, dtype=np.int64).T


def _goes_on(scores: Scores) -> NDArray[np.bool_]:
    """Which positions go on with the word of the position before; digits and letters are words apart ("40km")."""
    window = scores.window
    word = (window.shapes != SHAPES.index("punctuation")) & (window.starts >= 0)
    digits = window.shapes == SHAPES.index("digit")
    joined = np.zeros(len(window), dtype=bool)
    joined[1:] = word[1:] & word[:-1] & (window.starts[1:] == window.ends[:-1]) & (digits[1:] == digits[:-1])
    return joined


def shares(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities [k, n] from scores [k, n]; every row sums to one."""
    likely: NDArray[np.float32] = np.exp(logits - logits.max(1, keepdims=True))
    likely /= likely.sum(1, keepdims=True)
    return likely


def likelihood(scores: Scores, layer: str, runs: Sequence[Run]) -> float:
    """Mean probability that the pieces of some runs, all of one kind, have the kind that they were given."""
    likely = shares(np.concatenate([scores.layers[layer][run.start : run.end] for run in runs]))
    kind = [tags_of(LAYERS[layer]).index(f"{move}-{runs[0].kind}") for move in "BI"]
    return float(likely[:, kind].sum(1).mean())


def extent_of(scores: Scores, run: Run) -> Extent:
    """The stretch of text that a run stands for."""
    return int(scores.window.starts[run.start]), int(scores.window.ends[run.end - 1])
