"""When a figure holds, and in which order figures stand."""

from collections.abc import Callable

import pytest

from onrecord.comparing.figures.moments import Days, held_on, may_coincide, order_of, said_on
from onrecord.records import ToldFigure

Told = Callable[..., list[ToldFigure]]


@pytest.mark.parametrize(
    ("as_of", "first", "last"),
    [
        ("2031-04", "2031-04-01", "2031-04-30"),
        ("2031-04-02TNI", "2031-04-02", "2031-04-02"),
        ("PAST_REF", "2031-04-03", "2031-04-03"),
        (None, "2031-04-03", "2031-04-03"),
    ],
)
def test_a_figure_holds_as_of_its_day_else_when_it_was_said(
    told: Told, as_of: str | None, first: str, last: str
) -> None:
    (one,) = told("[300] {boats} lay still.", as_of=as_of)
    assert held_on(one) == Days(first, last)
    assert said_on(one) == Days("2031-04-03", "2031-04-03")


def test_without_any_date_nobody_knows_when_it_holds(told: Told) -> None:
    (one,) = told("[300] {boats} lay still.", published=None)
    assert (held_on(one), said_on(one)) == (None, None)


def test_figures_are_in_the_order_of_their_moments_and_those_of_none_come_last(told: Told) -> None:
    dates = [None, "2031-05", "2031-04-30", "2030"]
    figures = [told(f"[{n}] {{boats}} came.", published=date)[0] for n, date in enumerate(dates)]
    assert [one.page.published for one in sorted(figures, key=order_of)] == ["2030", "2031-04-30", "2031-05", None]


def test_two_moments_coincide_where_a_day_is_in_both_or_one_is_unknown() -> None:
    april, may = Days("2031-04-01", "2031-04-30"), Days("2031-05-01", "2031-05-31")
    assert may_coincide(april, Days("2031-04-30", "2031-05-02"))
    assert may_coincide(None, may)
    assert not may_coincide(april, may)
