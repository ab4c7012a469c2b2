"""What a figure leaves open, and whether two can be one number."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.figures.bounds import Interval, can_meet, interval_of, slack_of
from onrecord.records import Figure, Span
from onrecord.records.figure import Bound, bounds_of

ENDS = st.floats(-1e9, 1e9) | st.sampled_from([-math.inf, math.inf])
INTERVALS = st.builds(lambda a, b, c, d: Interval(min(a, b), max(a, b), c, d), ENDS, ENDS, st.booleans(), st.booleans())


def figure(bound: Bound | None, value: float | None = None, words: str = "some", **given: float) -> Figure:
    low, high = bounds_of(bound, value) if bound else (None, None)
    ends: dict[str, float | None] = {"low": low, "high": high, **given}
    return Figure(id="fg-1", span=Span(0, len(words), words), bound=bound, value=value, **ends)


@pytest.mark.parametrize(
    ("one", "allowed", "refused"),
    [
        (figure("exact", 35), [35], [34, 36]),
        (figure("at_least", 20), [20, 35, 1e9], [19]),
        (figure("more_than", 20), [21], [20, 19]),
        (figure("at_most", 20), [20, 0], [21]),
        (figure("less_than", 20), [19], [20]),
        (figure("range", low=3, high=5), [3, 4, 5], [2, 6]),
        (figure("vague", low=1000), [1000, 9000], [999]),
        (figure("about", 3000), [2500, 3000, 3400], [2000, 4000]),
        (figure("about", 10_000), [8_000, 12_000], [7_000, 15_000]),
        (figure("about", 3000, words="nearly 3,000"), [2900, 3000], [3100]),
    ],
)
def test_an_interval_holds_what_the_words_allow(one: Figure, allowed: list[float], refused: list[float]) -> None:
    interval = interval_of(one)
    assert interval is not None
    assert all(interval.holds(number) for number in allowed)
    assert not any(interval.holds(number) for number in refused)


@pytest.mark.parametrize("one", [figure("vague"), figure(None), figure("exact")])
def test_what_says_no_number_has_no_interval(one: Figure) -> None:
    assert interval_of(one) is None


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        (figure("at_least", 20), figure("exact", 35), True),
        (figure("at_least", 3000), figure("more_than", 1000), True),
        (figure("exact", 8000), figure("exact", 10_000), False),
        (figure("more_than", 20), figure("at_most", 20), False),
        (figure("at_least", 20), figure("at_most", 20), True),
        (figure("vague"), figure("exact", 3), True),
        (figure("range", low=3, high=5), figure("range", low=5, high=8), True),
        (figure("less_than", 3), figure("range", low=3, high=5), False),
    ],
)
def test_two_figures_meet_where_one_number_is_in_both(one: Figure, other: Figure, met: bool) -> None:
    assert can_meet(interval_of(one), interval_of(other)) is met


@given(INTERVALS, INTERVALS)
def test_meeting_is_mutual(one: Interval, other: Interval) -> None:
    assert can_meet(one, other) == can_meet(other, one)


@given(INTERVALS, INTERVALS, st.floats(-1e9, 1e9))
def test_what_is_in_both_lets_them_meet(one: Interval, other: Interval, number: float) -> None:
    if one.holds(number) and other.holds(number):
        assert can_meet(one, other)


@given(st.floats(0, 1e15))
def test_what_is_said_approximately_may_be_missed_by_a_tenth_at_least_and_a_half_at_most(value: float) -> None:
    assert value / 10 <= slack_of(value) <= max(value / 2, value / 10)


@pytest.mark.parametrize(("value", "slack"), [(3000, 500), (10_000, 2500), (15_000, 2500), (500, 50), (7, 0.7), (0, 0)])
def test_the_slack_is_half_a_step_of_the_scale(value: float, slack: float) -> None:
    assert slack_of(value) == pytest.approx(slack)
