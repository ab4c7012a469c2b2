import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.pointers import (
    SIZES,
    Pointer,
    apart_buckets,
    between_buckets,
    near_buckets,
    paragraphs_within,
)
from onrecord.encoder.windows import CLS, SEP


def test_distance_is_signed_and_grows_by_powers_of_two() -> None:
    row = near_buckets(np.array([300]), np.array([0, 1, 268, 299, 300, 301, 302, 304, 308]))[0]
    assert row.tolist() == [19, 0, 3, 8, 9, 10, 11, 12, 13]


def test_paragraphs_are_numbered_and_a_separator_belongs_to_the_one_it_ends() -> None:
    assert paragraphs_within(np.array([CLS, 7, SEP, 8, 9, SEP])).tolist() == [0, 0, 0, 1, 1, 1]


def test_none_is_never_paragraphs_away() -> None:
    row = apart_buckets(np.array([4]), np.array([0, 0, 3, 4, 9]), np.array([0, 2, 30, 40, 90]))[0]
    assert row.tolist() == [2, 0, 1, 2, 4]


@given(st.lists(st.booleans(), min_size=2, max_size=30), st.data())
def test_between_counts_the_candidates_strictly_between(starts: list[bool], data: st.DataObject) -> None:
    here = data.draw(st.integers(0, len(starts) - 1))
    there = data.draw(st.integers(1, len(starts) - 1))
    low, high = sorted((here, there))
    got = between_buckets(np.array([here]), np.array([there]), np.array(starts))[0, 0]
    assert got == min(3, sum(starts[low + 1 : high]))


def test_a_pointer_adds_its_biases_to_the_product() -> None:
    start, end = np.eye(6, dtype=np.float32), np.eye(6, dtype=np.float32)
    biases = [np.zeros(size, dtype=np.float32) for size in SIZES]
    biases[0][9 + 1] = 5  # one step to the right
    biases[2][4] = 7  # none
    pointer = Pointer(start, end, np.zeros(6, dtype=np.int64), tuple(biases))
    assert pointer.logits(np.array([3]), np.array([0, 3, 4, 5])).tolist() == [[7, 1, 5, 0]]
