import pytest

from onrecord.days import days_of, first_day, last_day
from onrecord.errors import UsageError


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-04", "2031-04-01", "2031-04-30"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2031-04-03", "2031-04-03", "2031-04-03"),
        ("2031-04-03T23:30:00+09:00", "2031-04-03", "2031-04-03"),
        ("2031-04-03 07:00:00.25Z", "2031-04-03", "2031-04-03"),
        ("2031-04-03T24", "2031-04-03", "2031-04-03"),
        ("2031-04-03TNI", "2031-04-03", "2031-04-03"),
        ("2031-W01", "2030-12-30", "2031-01-05"),
        ("2031-W01-WE", "2031-01-04", "2031-01-05"),
        ("2031-W01-3", "2031-01-01", "2031-01-01"),
        ("2031-Q1", "2031-01-01", "2031-03-31"),
        ("2031-Q4", "2031-10-01", "2031-12-31"),
        ("2031-H2", "2031-07-01", "2031-12-31"),
        ("2031-WI", "2031-01-01", "2031-12-31"),
    ],
)
def test_the_days_of_a_moment(value: str, first: str, last: str) -> None:
    assert days_of(value) == (first, last)


NONE = [
    "",
    "today",
    "FUTURE_REF",
    "P1D",
    "203",
    "20310403",
    "2031-4-3",
    "2031-13",
    "2031-00",
    "2031-02-30",
    "0000-01-01",
    "2031-W54",
    "9999-W53",
    "2031-04-03T25:00",
    "2031-04-03Tea",
    "2031-04-03\n",
    "２０３１",
    "XXXX-04-03",
]


@pytest.mark.parametrize("value", NONE)
def test_what_is_no_stretch_of_the_calendar(value: str) -> None:
    assert days_of(value) is None
    with pytest.raises(UsageError, match=r"^--since: .* is no date; write it as"):
        first_day("--since", value)


def test_an_unknown_moment_has_no_days() -> None:
    assert days_of(None) is None


def test_bounds_take_the_outer_day() -> None:
    assert first_day("--since", "2031-04") == "2031-04-01"
    assert last_day("--until", "2031-04") == "2031-04-30"
