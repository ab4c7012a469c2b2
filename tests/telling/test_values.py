"""TIMEX3 values as people say them."""

import pytest

from onrecord.records import TimeType
from onrecord.telling.values import in_words, says_it


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-05", "2031-05-05"),
        ("2031-05", "2031-05"),
        ("2031-W44", "2031-W44"),
        ("2031-Q3", "2031-Q3"),
        ("XXXX-WXX-5", "XXXX-WXX-5"),
        ("FUTURE_REF", "to come"),
        ("PRESENT_REF", "now"),
        ("PAST_REF", "the past"),
        ("P18Y", "18 years"),
        ("P1Y", "1 year"),
        ("PXD", "days"),
        ("P3M", "3 months"),
        ("PT40M", "40 minutes"),
        ("P1DT12H", "1 day 12 hours"),
        ("P1Y6M", "1 year 6 months"),
        ("P2CE", "2 centuries"),
        ("P2DE", "2 decades"),
        ("P2WE", "2 weekends"),
        ("P2.5W", "2.5 weeks"),
        ("P2ZZ", "P2ZZ"),
        ("PX", "PX"),
        ("2031-10-29TNI", "2031-10-29 night"),
        ("2031-SU", "2031 summer"),
        ("2031-W44-WE", "2031-W44 weekend"),
        ("2031-10-29T15:02", "2031-10-29 15:02"),
        ("2031-10-29T15:02:07+02:00", "2031-10-29 15:02:07+02:00"),
        ("203", "2030s"),
        ("19", "1900s"),
    ],
)
def test_values_in_words(value: str, expected: str) -> None:
    assert in_words(value) == expected


@pytest.mark.parametrize(
    ("value", "type", "expected"),
    [
        ("P1D", "SET", "every day"),
        ("P2W", "SET", "every 2 weeks"),
        ("P10Y", "SET", "every 10 years"),
        ("P1D", "DURATION", "1 day"),
    ],
)
def test_how_often(value: str, type: TimeType, expected: str) -> None:
    assert in_words(value, type) == expected


@pytest.mark.parametrize(
    ("words", "reading", "expected"),
    [
        ("100 years", "100 years", True),
        ("two years", "2 years", True),
        ("14-day", "14 days", True),
        ("a day", "1 day", True),
        ("0.3%", "0.3 percent", True),
        ("a day", "every day", False),
        ("a couple of minutes", "2 minutes", False),
        ("early 2031", "2031", True),
        ("Now", "now", True),
        ("some 1,200", "about 1,200", False),
        ("1,200", "1,200", True),
        ("May", "?", False),
        ("several", "", True),
    ],
)
def test_whether_the_words_say_it(words: str, reading: str, expected: bool) -> None:
    assert says_it(words, reading) is expected
