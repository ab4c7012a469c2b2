"""Passages out of order, paired."""

from time import perf_counter

import numpy as np

from onrecord.comparing.redline.alignment import MOVED, Bead, _moved


def test_the_likeliest_of_those_out_of_order_are_paired_first() -> None:
    odds = np.array([[3.0, 5.0, 0.0], [2.0, 4.0, 0.0], [0.0, 0.0, MOVED - 0.1]], dtype=np.float32)
    assert list(_moved(odds, [])) == [Bead(0, 1, 1, 2, moved=True), Bead(1, 2, 0, 1, moved=True)]
    assert list(_moved(odds, [Bead(0, 1, 0, 1)])) == [Bead(1, 2, 1, 2, moved=True)]


def test_two_thousand_sentences_in_another_order_are_paired_at_once() -> None:
    size = 2_000
    odds = np.full((size, size), -5.0, dtype=np.float32)
    odds[np.arange(size), np.random.default_rng(1).permutation(size)] = 3.0
    began = perf_counter()
    assert len(list(_moved(odds, []))) == size
    assert perf_counter() - began < 1.0
