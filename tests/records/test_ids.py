from itertools import combinations
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Layer, record_id

PLACES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=4)


def test_ids_are_the_same_in_every_run() -> None:
    assert record_id("sha256:ab", "statement", [(0, 5), (7, 9)]) == "st-f916a50d7d37e81b"


def test_each_layer_has_a_prefix_of_its_own() -> None:
    ids = {record_id("d", layer, [(0, 1)]) for layer in get_args(Layer)}
    assert {one[:3] for one in ids} == {"en-", "st-", "fg-", "tx-", "ev-", "wd-", "cm-"}
    assert all(a[3:] != b[3:] for a, b in combinations(ids, 2))


@given(PLACES, PLACES)
def test_ids_differ_just_where_the_spans_do(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    same = record_id("d", "statement", one) == record_id("d", "statement", other)
    assert same == (one == other)


def test_ids_depend_on_the_document() -> None:
    assert record_id("d", "entity", [(0, 1)]) != record_id("e", "entity", [(0, 1)])
