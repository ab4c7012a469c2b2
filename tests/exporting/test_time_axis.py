"""Which moments an axis of days shows, and which days are written under it."""

import pytest

from onrecord.exporting.time_axis import instants_of, main_stretch, time_axis

DAY = 86_400_000


def instants(*moments: str) -> list[tuple[float, float]]:
    return [found for moment in moments if (found := instants_of(moment)) is not None]


def test_a_moment_reaches_to_the_end_of_its_last_day() -> None:
    assert instants_of("1970-01-02") == (DAY, 2 * DAY)
    assert instants_of("1970-01") == (0, 31 * DAY)
    assert instants_of("1970-01-01T23:00:00-05:00") == (0, DAY)
    assert instants_of("PAST_REF") is None


def test_the_axis_holds_all_and_more_on_either_side() -> None:
    axis = time_axis(instants("2031-04-03", "2031-01-01", "2031-02"))
    (first, _), (_, last) = instants("2031-01-01", "2031-04-03")
    assert axis.first < first < last < axis.last


@pytest.mark.parametrize(
    ("last", "most", "step"),
    [
        ("2031-01-03", 5, {"interval": "day", "step": 1}),
        ("2031-02-10", 12, {"interval": "week", "step": 1}),
        ("2031-02-10", 4, {"interval": "week", "step": 2}),
        ("2031-12-31", 4, {"interval": "month", "step": 6}),
        ("2071-12-31", 5, {"interval": "year", "step": 10}),
        ("9031-12-31", 4, {"interval": "year", "step": 1000}),
    ],
)
def test_days_are_written_in_steps_that_leave_room(last: str, most: int, step: dict[str, object]) -> None:
    assert time_axis(instants("2031-01-01", last)).ticks(most)[0] == step


def test_the_few_that_lie_far_from_most_are_told() -> None:
    spring = [f"2031-04-{day:02}" for day in range(1, 11)]
    assert main_stretch(instants("1998", *spring, "2045-01-01")) == [False, *[True] * 10, False]


def test_nothing_is_far_where_many_are_or_where_it_is_not_much_further_than_the_rest() -> None:
    spring = [f"2031-04-{day:02}" for day in range(1, 11)]
    for others in (["1998", "1999", "2000"], ["2031-06-20"], ["2031-03-01"]):
        assert all(main_stretch(instants(*others, *spring)))
    assert main_stretch(instants("1998")) == [True]
    assert main_stretch(instants("1998", "2031")) == [True, True]
