"""The plot of a series in plain text."""

import pytest

from onrecord.cli.strip import strip
from onrecord.comparing import Point
from onrecord.records import Figure, Page, Span, ToldFigure
from onrecord.records.figure import Bound, bounds_of


def point(
    bound: Bound, value: float | None = None, *, unit: str = "count", day: str | None = "2031-04-03", **given: float
) -> Point:
    low, high = bounds_of(bound, value)
    ends: dict[str, float | None] = {"low": low, "high": high, **given}
    figure = Figure(id="fg-1", span=Span(0, 4, "some"), bound=bound, value=value, unit=unit, **ends)
    page = Page(document="sha256:00", published=day)
    return Point(told=ToldFigure(figure=figure, page=page, statement=None, paragraph=Span(0, 4, "some")))


def rows(*points: Point, width: int = 60) -> list[str]:
    return [line.plain for line in strip(points, width)]


def cells(row: str) -> str:
    return row[16:].replace("·", " ").rstrip()


def test_each_bound_has_its_mark_where_its_number_stands() -> None:
    found = rows(
        point("exact", 100), point("at_least", 50), point("at_most", 50), point("more_than", 50), point("about", 50)
    )
    drawn = [cells(row.replace("  100", "").replace("  ≥ 50", "")) for row in found[:5]]
    assert drawn[0].strip() == "●"
    assert drawn[1].strip().startswith("●─") and drawn[1].endswith("▸")
    assert drawn[2].startswith("◂─") and "●" in drawn[2]
    assert drawn[3].strip().startswith("○─")
    assert drawn[4].strip().startswith("◌")
    assert drawn[1].index("●") == drawn[4].index("◌") == drawn[3].index("○")


def test_the_axis_begins_at_zero_and_has_room_for_an_arrow() -> None:
    found = rows(point("at_least", 10_000), point("exact", 4000))
    assert found[-2].strip().startswith("0 ")
    assert "▸" in found[0]
    assert "logarithmic axis" not in found[-1]


def test_far_numbers_are_on_an_axis_that_says_so() -> None:
    found = rows(point("exact", 3), point("exact", 30_000))
    assert found[-1].strip() == "logarithmic axis"


def test_no_row_is_wider_than_the_terminal() -> None:
    many = [point("exact", 10.0**n) for n in range(14)]
    for width in (40, 80, 200):
        assert max(map(len, rows(*many, width=width))) <= width


def test_of_several_units_the_commonest_is_drawn_and_it_is_told() -> None:
    found = rows(point("exact", 3, unit="km"), point("exact", 4, unit="km"), point("exact", 5))
    assert len([row for row in found if row.startswith("  ")]) >= 3
    assert found[-1].strip() == "in km; 1 in other units not drawn"


@pytest.mark.parametrize("points", [[], [point("vague")]])
def test_without_a_number_there_is_no_plot(points: list[Point]) -> None:
    assert rows(*points) == []


@pytest.mark.parametrize("number", [0, -5, 0.25, 1e300])
def test_one_point_of_any_size_is_a_plot(number: float) -> None:
    assert any("●" in row for row in rows(point("exact", number)))


def test_a_figure_of_no_day_says_so() -> None:
    assert rows(point("exact", 5, day=None))[0].startswith("  1. unknown")
