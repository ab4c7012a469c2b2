"""How a figure's number is drawn."""

import pytest

from onrecord.cli.amounts import drawn
from onrecord.records import Figure, Span
from onrecord.records.figure import Bound, bounds_of


def figure(words: str, bound: Bound, value: float | None = None, **given: object) -> Figure:
    low, high = bounds_of(bound, value)
    ends = {"low": low, "high": high, "unit": "count"} | given
    return Figure(id="fg-1", span=Span(0, len(words), words), bound=bound, value=value, **ends)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "sign"),
    [
        (figure("as many as 8,000", "at_most", 8000), "≤ 8,000"),
        (figure("at least 3,000", "at_least", 3000), "≥ 3,000"),
        (figure("about 10,000", "about", 10_000), "~10,000"),
        (figure("over 10,000", "more_than", 10_000), "> 10,000"),
        (figure("under 10", "less_than", 10), "< 10"),
        (figure("11,000-12,000", "range", low=11_000, high=12_000), "11,000–12,000"),
        (figure("another 500", "exact", 500, change="increment"), "+500"),
        (figure("tens of\nthousands", "vague", low=10_000), "tens of thousands"),
        (figure("dozens", "vague"), "dozens"),
        (figure("5 km", "exact", 5, unit="km"), "5 km"),
        (figure("2.5 percent", "exact", 2.5, unit="percent"), "2.5 percent"),
    ],
)
def test_a_bound_is_drawn_as_what_it_is(one: Figure, sign: str) -> None:
    assert drawn(one) == sign
