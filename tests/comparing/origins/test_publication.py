"""Which copy was the first."""

from datetime import timedelta

import pytest

from onrecord.comparing.origins.publication import apart, earliest_of
from onrecord.records import Page


def page(document: str, published: str | None) -> Page:
    return Page(document=document, published=published)


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["2031-04-03", "2031-04-02"], "1"),
        (["2031-04-03T10:00:00+02:00", "2031-04-03T09:00:00+00:00"], "0"),
        ([None, "2031-04-02"], "1"),
        ([None, None], None),
        ([], None),
        # The day may have begun before the moment, or ended after it.
        (["2031-04-03", "2031-04-03T09:00:00+00:00"], None),
        (["2031-04-03", "2031-04-03"], None),
        (["no date", "2031-13"], None),
        # A month, a year: any day of it.
        (["no date", "2031-04"], "1"),
        (["2031-05-01", "2031-04"], "1"),
        (["2031-04-30", "2031-04"], None),
        (["2030", "2031-01-01"], "0"),
        # Another writing of a moment.
        (["2031-04-03 09:30", "2031-04-03T10:00"], "0"),
    ],
)
def test_the_earliest_is_told_where_the_dates_leave_no_doubt(dates: list[str | None], first: str | None) -> None:
    assert earliest_of([page(str(number), date) for number, date in enumerate(dates)]) == first


def test_two_copies_of_the_earliest_document_are_one_document() -> None:
    assert earliest_of([page("a", "2031-04-03"), page("a", "2031-04-03"), page("b", "2031-04-05")]) == "a"


def test_apart_by_a_week_and_not_where_a_date_is_not_known() -> None:
    week = timedelta(days=6)
    assert apart([page("a", "2031-04-03")], [page("b", "2031-04-10")], week)
    assert not apart([page("a", "2031-04-03")], [page("b", "2031-04-05")], week)
    assert not apart([page("a", None)], [page("b", "2031-04-10")], week)
    # What was printed again later had its first day.
    assert not apart([page("a", "2031-04-10"), page("a", "2031-04-03")], [page("b", "2031-04-03")], week)


def test_the_last_day_that_can_be_written_is_no_fault() -> None:
    assert earliest_of([page("a", "9999-12-31")]) is None
