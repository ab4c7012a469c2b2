"""Pearson's r of factuality, of what a model that we wrote down says."""

from collections.abc import Iterator

import numpy as np
import pytest

from evaluation.factuality import compared, correlation, lines_of, said_at
from onrecord.encoder import Scores, Window
from training.corpora.marked import Marked, Value

TEXT = Marked("two", "She came.\nHe left.", values=(Value(4, 8, 3.0), Value(13, 17, -1.0)), together=False)


def scores(starts: list[int], ends: list[int], values: list[float] | None) -> Scores:
    zeros = np.zeros(len(starts), dtype=np.int64)
    window = Window(zeros, np.array(starts), np.array(ends), zeros, zeros)
    empty = np.zeros((1, 1), dtype=np.float32)
    return Scores(window, {}, empty, {}, empty, None if values is None else np.array(values, dtype=np.float32))


def in_words(line: str) -> Iterator[Scores]:
    ends = [line.index(" "), len(line) - 1]
    yield scores([-1, 0, ends[0] + 1, -1], [-1, *ends, -1], [9.0, 8.0, float(len(line)), 9.0])


def test_numbers_that_go_together_correlate_and_constant_ones_do_not() -> None:
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert correlation([1, 2, 3, 5], [2, 1, 4, 3]) == pytest.approx(np.corrcoef([1, 2, 3, 5], [2, 1, 4, 3])[0, 1])
    assert correlation([1, 2, 3], [2, 2, 2]) == 0


def test_each_line_has_its_values_at_its_own_offsets() -> None:
    assert list(lines_of(TEXT)) == [("She came.", [Value(4, 8, 3.0)]), ("He left.", [Value(3, 7, -1.0)])]


def test_lines_are_read_alone_and_a_predicate_at_its_first_piece() -> None:
    assert list(compared([TEXT], in_words)) == [(3.0, 9.0), (-1.0, 8.0)]
    one = scores([-1, 0, 4, 7, -1], [-1, 3, 7, 9, -1], [5.0, 0.5, 1.5, 2.5, 5.0])
    assert said_at([one], 4) == 1.5


def test_a_predicate_outside_all_windows_is_unknown() -> None:
    assert said_at([scores([-1, 0, -1], [-1, 3, -1], [5.0, 0.5, 5.0])], 4) == 0
    assert said_at([], 4) == 0


def test_weights_that_know_no_values_are_compared_with_nothing() -> None:
    assert list(compared([TEXT], lambda _: [scores([-1, 0], [-1, 9], None)])) == []
