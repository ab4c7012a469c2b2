from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder import MOVES, TAGS
from onrecord.finding.spans import Run, best_paths, runs_of

BARRED = np.where(np.array(MOVES) == 1, 0.0, -1e4).astype(np.float32)


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_the_best_path_is_the_best_of_all_legal_paths(seed: int, lengths: list[int]) -> None:
    chance = np.random.default_rng(seed)
    moves = (BARRED + chance.normal(size=BARRED.shape)).astype(np.float32)
    emissions = [chance.normal(size=(n, len(TAGS))).astype(np.float32) for n in lengths]

    def score(rows: np.ndarray, path: tuple[int, ...]) -> float:
        begun = -1e4 if TAGS[path[0]].startswith("I-") else 0.0
        steps = sum(moves[a, b] for a, b in pairwise(path))
        return float(begun + steps + sum(rows[i, t] for i, t in enumerate(path)))

    for rows, path in zip(emissions, best_paths(emissions, moves), strict=True):
        best = max(score(rows, p) for p in product(range(len(TAGS)), repeat=len(rows)))
        assert abs(score(rows, tuple(path)) - best) < 1e-3


def test_runs_are_cut_where_the_role_changes_or_begins_again() -> None:
    names = ["O", "B-source", "I-source", "B-cue", "B-content", "I-content", "B-content", "O", "B-cue"]
    path = np.array([TAGS.index(n) for n in names])
    assert runs_of(path) == [
        Run("source", 1, 3),
        Run("cue", 3, 4),
        Run("content", 4, 6),
        Run("content", 6, 7),
        Run("cue", 8, 9),
    ]


def test_a_path_of_nothing_has_no_runs() -> None:
    assert runs_of(np.zeros(5, dtype=np.int64)) == []
