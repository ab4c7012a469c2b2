"""Marks that would hide one another stand side by side."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exporting.spreading import spread

PLACES = st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=40)


def test_what_is_free_stays_and_what_is_taken_moves_aside() -> None:
    assert list(spread([(50, 5), (50, 50), (50, 50), (50, 50), (53, 50)], 10, 0, 100)) == [50, 50, 60, 40, 73]


def test_where_all_places_are_taken_a_mark_stays_where_it_belongs() -> None:
    assert list(spread([(5, 0)] * 3, 10, 0, 10)) == [5, 5, 5]


@given(PLACES)
def test_no_mark_leaves_the_plot_and_one_that_moves_hides_no_other(points: list[tuple[float, float]]) -> None:
    placed = list(spread(points, 10, 0, 100))
    assert all(0 <= x <= 100 for x in placed)
    moved = [new != old for new, (old, _) in zip(placed, points, strict=True)]
    at = [(x, y) for x, (_, y) in zip(placed, points, strict=True)]
    assert all(math.dist(at[a], at[b]) >= 10 for a, b in combinations(range(len(at)), 2) if moved[b])
