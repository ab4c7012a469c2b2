from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.spans import Span, agreement, exact_f1, f1, relaxed_f1

GOLD: list[Span] = [(0, 6, "DATE"), (10, 20, "DURATION"), (30, 35, "TIME")]


def counted(right: int, found: int, gold: int) -> Counter[str]:
    return Counter(right=right, found=found, gold=gold)


@pytest.mark.parametrize("relaxed", [True, False])
@pytest.mark.parametrize("typed", [True, False])
def test_same_spans_are_all_right(relaxed: bool, typed: bool) -> None:
    assert agreement(GOLD, GOLD, relaxed=relaxed, typed=typed) == counted(3, 3, 3)


def test_exact_asks_for_the_extent_and_if_typed_for_the_kind() -> None:
    found: list[Span] = [(0, 6, "TIME"), (10, 19, "DURATION"), (30, 35, "TIME")]
    assert agreement(GOLD, found) == counted(1, 3, 3)
    assert agreement(GOLD, found, typed=False) == counted(2, 3, 3)


def test_two_kinds_in_one_place_are_told_apart() -> None:
    assert agreement([(0, 5, "A"), (0, 5, "B")], [(0, 5, "B"), (0, 5, "C")]) == counted(1, 2, 2)


def test_relaxed_asks_for_a_shared_character_only() -> None:
    assert agreement(GOLD, [(5, 9, "TIME"), (20, 30, "TIME")], relaxed=True, typed=False) == counted(1, 2, 3)


def test_each_span_is_paired_once() -> None:
    halves: list[Span] = [(0, 5, "DATE"), (6, 20, "DATE")]
    assert agreement([(0, 20, "DATE")], halves, relaxed=True) == counted(1, 2, 1)
    assert agreement(halves, [(0, 20, "DATE")], relaxed=True) == counted(1, 1, 2)


def test_the_greatest_overlap_is_paired_first_whatever_its_kind() -> None:
    assert agreement([(0, 10, "DATE")], [(0, 2, "DATE"), (2, 10, "TIME")], relaxed=True) == counted(0, 2, 1)


def test_documents_add_up_before_the_shares_are_taken() -> None:
    documents = [(GOLD, GOLD[:1]), ([(0, 4, "DATE")], [(0, 4, "DATE"), (5, 6, "DATE")])]
    assert exact_f1(documents) == relaxed_f1(documents) == pytest.approx(100 * 4 / 7)


def test_a_wrong_kind_counts_in_a_relaxed_score_only_if_typed() -> None:
    documents = [(GOLD[:1], [(1, 3, "SET")])]
    assert (relaxed_f1(documents), relaxed_f1(documents, typed=True)) == (100, 0)


def test_nothing_found_and_nothing_wanted_is_no_fault() -> None:
    assert (f1(Counter()), exact_f1([]), f1(agreement([], GOLD))) == (0, 0, 0)


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 5), st.sampled_from(["DATE", "TIME"])).map(
        lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=6,
)


@given(SPANS, SPANS)
def test_overlap_is_never_harder_than_overlap_with_kind(gold: list[Span], found: list[Span]) -> None:
    loose, strict = (agreement(gold, found, relaxed=True, typed=typed) for typed in (False, True))
    assert strict["right"] <= loose["right"] <= min(loose["found"], loose["gold"])
    assert agreement(found, gold, relaxed=True, typed=True)["right"] == strict["right"]
