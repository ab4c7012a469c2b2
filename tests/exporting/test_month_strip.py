"""The strip of months: a bar for each month that has some, a gap for one that has none."""

import pytest
from lxml import etree

from onrecord.errors import UsageError
from onrecord.exporting.month_strip import month_strip

BARS = "//*[@class='months']/@d"


def strip(counts: dict[str, int], title: str = "Statements by month") -> etree._Element:
    return etree.fromstring(month_strip(counts, title=title))


def test_months_stand_in_their_order_with_room_for_those_that_have_none() -> None:
    svg = strip({"2031-02": 5, "2030-11": 20, "2031-01": 10})
    assert svg.xpath(BARS) == ["M0 23v-23.0h5v23.0zM12 23v-11.5h5v11.5zM18 23v-5.8h5v5.8z"]
    assert svg.get("viewBox") == "0 0 24 24"


def test_it_is_called_by_what_it_shows() -> None:
    name = strip({"2031-02": 5, "2030-11": 2_000}).get("aria-label")
    assert name == "Statements by month: November 2030 to February 2031; most in November 2030: 2,000"
    assert strip({"2031-02": 1}, title='"]<b>').get("aria-label") == '"]<b>: February 2031; most in February 2031: 1'


def test_one_of_thousands_is_still_seen() -> None:
    assert strip({"2031-01": 9_000, "2031-02": 1}).xpath(BARS)[0].endswith("M6 23v-1.5h5v1.5z")


def test_of_a_long_time_the_last_twenty_years_are_drawn() -> None:
    svg = strip({"1931-01": 9, "2030-12": 3, "2031-01": 1})
    assert svg.get("aria-label").endswith("February 2011 to January 2031; most in December 2030: 3")
    assert int(svg.get("width")) == 6 * 240


def test_nothing_is_no_strip_and_what_is_no_month_is_refused() -> None:
    assert month_strip({}, title="x") == month_strip({"2031-01": 0}, title="x") == ""
    for month in ("2031", "2031-13", "soon", "²-01"):
        with pytest.raises(UsageError, match="is no month"):
            month_strip({month: 1}, title="x")
