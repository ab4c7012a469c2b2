from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.numbers import is_european, number_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8,000", "8000"),
        ("8.000", "8"),
        ("1.200.000", "1200000"),
        ("1.200,50", "1200.5"),
        ("8,5", "8.5"),
        ("12,34,567", "1234567"),
        ("10 000", "10000"),
        (".5", "0.5"),
        ("1.2 million", "1200000"),
        ("2.1T", "2100000000000"),
        ("10 tln", "10000000000000"),
        ("three lakh crore", "3000000000000"),
        ("3 dozens", "36"),
        ("hundred thousand", "100000"),
        ("half of a million", "500000"),
        ("nought point five", "0.5"),
        ("2⅝", "2.625"),
        ("1.2m", "1200000"),
        ("5k", "5000"),
        ("3bn", "3000000000"),
        ("ten", "10"),
        ("zero", "0"),
        ("twenty-five", "25"),
        ("Twenty\u00a0five", "25"),
        ("two hundred and six", "206"),
        ("twelve hundred", "1200"),
        ("a hundred thousand", "100000"),
        ("two million three hundred thousand and six", "2300006"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("half", "0.5"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
        ("a billion and a half", "1500000000"),
        ("three quarters", "0.75"),
        ("two-fifths", "0.4"),
        ("a tenth", "0.1"),
        ("3/4", "0.75"),
        ("5 1/2", "5.5"),
        ("2½ million", "2500000"),
        ("minus 5", "-5"),
        ("\u22125.5", "-5.5"),
        ("30 lakh", "3000000"),
        ("12,34,567.89", "1234567.89"),
        ("negative five", "-5"),
        ("- 1 4/5", "-1.8"),
        ("two point five", "2.5"),
        ("five point zero three million", "5030000"),
        ("two hundred point one", "200.1"),
        ("3 hundred and 21", "321"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("a quarter million", "250000"),
        ("816 000", "816000"),
    ],
)
def test_a_phrase_has_the_value_that_it_states(text: str, value: str) -> None:
    assert number_of(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "a", "and", "million", "hundred", "dozens", "several hundred", "thousands", "a few", "one in"),
        *("third", "twenty-third", "21st", "nineteen ninety", "twenty ten", "5 6", "two million three billion"),
        *("1/0", "1.2.3", "8,0000", "5 m", "5%", "$5", "5-6", "two hundred and", "and six", "9" * 300),
    ],
)
def test_what_states_no_number_has_no_value(text: str) -> None:
    assert number_of(text) is None


def test_a_third_is_as_exact_as_a_decimal_can_be() -> None:
    assert number_of("a third") == number_of("one-third") == Decimal(1) / Decimal(3)


@given(st.integers(min_value=0, max_value=10**15))
def test_every_grouping_of_a_whole_number_is_read_back(number: int) -> None:
    assert number_of(f"{number:,}") == number_of(str(number)) == number


WORDS = [
    "a",
    "and",
    "half",
    "third",
    "two",
    "twenty",
    "hundred",
    "dozen",
    "million",
    "5",
    "1/2",
    "1,000",
    "m",
    "-",
    "½",
]


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=20))
def test_anything_is_read_or_refused(text: str) -> None:
    value = number_of(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es kamen 1.200.000 Menschen.", True),
        ("It cost 1.200,50 and then 8.000 more.", True),
        ("It rose by 3,5 percent.", True),
        ("8.000 men came.", False),
        ("8,000 men came, 1.200.000 left.", False),
        ("It rose by 3.5 to 1.200.000.", False),
        ("Nobody came.", False),
    ],
)
def test_how_a_text_writes_its_numbers(text: str, expected: bool) -> None:
    assert is_european(text) is expected


def test_a_full_stop_parts_thousands_in_a_european_text() -> None:
    assert number_of("8.000", european=True) == 8000
    assert number_of("8.5", european=True) == Decimal("8.5")
