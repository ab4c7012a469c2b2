"""Results of votes and matches, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tallies import tallies_in, tally_at

TEXT = "It was a 5-4 decision after a 3–0 win."


def test_both_numbers_of_each_result_are_found_in_order() -> None:
    found = [(TEXT[slice(*one.most)], TEXT[slice(*one.least)]) for one in tallies_in(TEXT, 0, len(TEXT))]
    assert found == [("5", "4"), ("3", "0")]
    assert [one.most for one in tallies_in(TEXT, 0, 10)] == [(9, 10)]
    assert not list(tallies_in(TEXT, 10, 20))


@pytest.mark.parametrize("numeral", ["5", "4", "5-4"])
def test_a_result_is_found_by_either_number_and_by_both(numeral: str) -> None:
    start = TEXT.index(numeral)
    found = tally_at(TEXT, start, start + len(numeral))
    assert found == ((9, 10), (11, 12))


@pytest.mark.parametrize(
    "text", ["It took 4-5 votes.", "a 4-5 vote", "a 5-4 lineup", "on 10-5-4 vote", "2.5-4 decision", "555-4 losses"]
)
def test_what_is_no_result(text: str) -> None:
    at = text.index("5")
    assert tally_at(text, at, at + 1) is None


@given(st.text("0159-– winvote.", max_size=30), st.integers(0, 29), st.integers(1, 5))
def test_what_is_found_holds_what_was_asked(text: str, start: int, length: int) -> None:
    found = tally_at(text, start, start + length)
    assert found is None or (found.most[0] <= start and start + length <= found.least[1] <= len(text))
