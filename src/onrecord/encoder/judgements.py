"""Judgements on a whole statement: what was done by saying it, whether it was uttered, how far its source commits.

Each piece of the text has, for each judgement and each part of a statement (its cue, its content), a weight and a
score for every answer. A statement's score is the sum over its parts of the scores of their pieces, averaged by the
softmax of their weights (attention pooling; Lin et al. 2017): so the words that decide, a modal or a verb, are found by
training and not by a parser. A part that is absent has scores of its own. Training and reading share this layout.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Act, Factuality, StatementKind

JUDGEMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"act": get_args(Act), "kind": get_args(StatementKind), "factuality": get_args(Factuality)}
)
"""The answers to each question, the records' own, in their order: weights know them by their place."""
PARTS = ("cue", "content")
WIDTH = len(PARTS) * sum(1 + len(answers) for answers in JUDGEMENTS.values())
"""Columns a piece: for each judgement and part the weight, then the answers' scores."""

Reals = NDArray[np.float32]
Integers = NDArray[np.int64]


def _columns() -> dict[tuple[str, str], slice]:
    found: dict[tuple[str, str], slice] = {}
    end = 0
    for name, answers in JUDGEMENTS.items():
        for part in PARTS:
            found[name, part] = slice(end, end + 1 + len(answers))
            end = found[name, part].stop
    return found


COLUMNS: Mapping[tuple[str, str], slice] = MappingProxyType(_columns())
"""Where the columns of each judgement and part stand, the weight first."""


def judge(columns: Reals, absent: Reals, cue: Integers, content: Integers) -> dict[str, Reals]:
    """Probabilities of the answers to each question about one statement.

    columns: [n, WIDTH] of a window; absent: [WIDTH], what stands for a part that is not there (the place of a weight is
    not read); cue, content: positions of their pieces.
    """
    found: dict[str, Reals] = {}
    for name in JUDGEMENTS:
        parts = ((COLUMNS[name, part], where) for part, where in zip(PARTS, (cue, content), strict=True))
        scores = sum((_pooled(columns, absent, where, place) for where, place in parts), np.float32(0))
        found[name] = _shares(np.asarray(scores))
    return found


def _pooled(columns: Reals, absent: Reals, where: slice, place: Sequence[int] | Integers) -> Reals:
    if not len(place):
        alone: Reals = absent[where][1:]
        return alone
    held = columns[place, where]
    pooled: Reals = _shares(held[:, 0]) @ held[:, 1:]
    return pooled


def _shares(scores: Reals) -> Reals:
    likely: Reals = np.exp(scores - scores.max())
    likely /= likely.sum()
    return likely
