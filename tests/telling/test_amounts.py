"""How a figure's number is drawn."""

import pytest

from onrecord.records import Figure, Span
from onrecord.records.figure import Bound, bounds_of
from onrecord.telling.amounts import drawn


def figure(words: str, bound: Bound, value: float | None = None, **given: object) -> Figure:
    low, high = bounds_of(bound, value)
    ends = {"low": low, "high": high, "unit": "count"} | given
    return Figure(id="fg-1", span=Span(0, len(words), words), bound=bound, value=value, **ends)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "sign"),
    [
        (figure("as many as 700", "at_most", 700), "≤ 700"),
        (figure("at least 450", "at_least", 450), "≥ 450"),
        (figure("about 2,500", "about", 2500), "~2,500"),
        (figure("over 2,500", "more_than", 2500), "> 2,500"),
        (figure("under 10", "less_than", 10), "< 10"),
        (figure("6,000-6,500", "range", low=6000, high=6500), "6,000–6,500"),
        (figure("another 500", "exact", 500, change="increment"), "+500"),
        (figure("tens of\nthousands", "vague", low=10_000), "tens of thousands"),
        (figure("dozens", "vague"), "dozens"),
        (figure("5 km", "exact", 5, unit="km"), "5 km"),
        (figure("2.4 bn", "exact", 2_400_000_000, unit="USD"), "2.4 billion USD"),
        (figure("more than 1m", "more_than", 1_000_000), "> 1 million"),
        (figure("12,345,678", "exact", 12_345_678), "12,345,678"),
        (figure("2.5 percent", "exact", 2.5, unit="percent"), "2.5 percent"),
    ],
)
def test_a_bound_is_drawn_as_what_it_is(one: Figure, sign: str) -> None:
    assert drawn(one) == sign
