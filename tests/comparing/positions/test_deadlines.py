"""By when."""

import pytest

from onrecord.comparing.positions.deadlines import deadline_of, stretch_of
from onrecord.records import Time, TimeType

from .promising import time

SAID = "2031-04-03"


def due(text: str, words: str, value: str, type: TimeType = "DATE", said: str | None = SAID) -> str | None:
    start = text.index("will ") + len("will ")
    times: tuple[Time, ...] = (time(text, words, value, type),)
    found = deadline_of(times, (start, len(text)), 0, text, said)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "words", "value", "wanted"),
    [
        ("We will sail by May 2032", "May 2032", "2032-05", "2032-05"),
        ("We will sail by the end of the year", "the year", "2031", "2031"),
        ("We will sail next month", "next month", "2031-05", "2031-05"),
        ("By 2035 we will sail", "2035", "2035", "2035"),
        ("We will sail in the 2040s", "2040s", "204", "204"),
        ("We will sail as in 2020", "2020", "2020", None),
        ("We will sail beginning in 2032", "2032", "2032", None),
        ("We will pay for the pier, which opens in 2033", "2033", "2033", None),
        ("We will meet the risks of tomorrow", "tomorrow", "2031-04-04", None),
        ("We will sail by spring", "spring", "FUTURE_REF", None),
    ],
)
def test_a_date_that_lies_ahead_is_when_it_is_due(text: str, words: str, value: str, wanted: str | None) -> None:
    assert due(text, words, value) == wanted


@pytest.mark.parametrize(
    ("words", "value", "wanted"),
    [
        ("the next 18 months", "P18M", "2032-10"),
        ("the next two years", "P2Y", "2033"),
        ("the next ten days", "P10D", "2031-04-13"),
        ("the next two weeks", "P2W", "2031-04-17"),
        ("the next 9000 years", "P9000Y", None),
        ("18 months", "P18M", "2032-10"),
    ],
)
def test_a_period_counts_from_the_day_of_the_promise(words: str, value: str, wanted: str | None) -> None:
    assert due(f"We will sail within {words}", words, value, "DURATION") == wanted


def test_without_the_day_of_the_promise_nothing_is_due() -> None:
    assert due("We will sail by May 2032", "May 2032", "2032-05", said=None) is None
    assert due("We will sail by May 2032", "May 2032", "2032-05", said="FUTURE_REF") is None


def test_a_decade_ends_with_its_last_day() -> None:
    assert stretch_of("203") == ("2030-01-01", "2039-12-31")
    assert stretch_of("2032-05") == ("2032-05-01", "2032-05-31")
    assert stretch_of(None) is None
