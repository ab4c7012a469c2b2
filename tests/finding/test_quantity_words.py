"""Words in and beside numbers, case by case; | stands around the number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.finding.companions import companions
from onrecord.finding.quantity_words import (
    hedge_after,
    hedge_before,
    is_apart,
    is_while,
    number_before,
    trimmed,
    unit_after,
    whole_after,
    widened,
)


def cut(marked: str) -> tuple[str, int, int]:
    first, last = (i for i, mark in enumerate(marked) if mark == "|")
    return marked.replace("|", ""), first, last - 1


@pytest.mark.parametrize(
    ("marked", "number"),
    [
        ("|Twenty|-seven states", "Twenty-seven"),
        ("|twenty|-sixth", "twenty"),
        ("|a| number of cities", "a number"),
        ("|a| few dozen men", "a few dozen"),
        ("|a| man", "a"),
        ("|1|,276 delegates", "1,276"),
        ("|5.7| million barrels", "5.7 million"),
        ("|hundreds| of thousands of men", "hundreds of thousands"),
        ("half a |dozen| men", "half a dozen"),
        ("two |million| men", "two million"),
        ("minus |5| degrees", "minus 5"),
        ("|two|-thirds of it", "two-thirds"),
        ("|two| and a half hours", "two and a half"),
        ("|one| in five voters", "one in five"),
        ("|nine| out of 10 voters", "nine out of 10"),
        ("|thirty-one thousand| four hundred seventeen oars", "thirty-one thousand four hundred seventeen"),
        ("|two hundred| and six men", "two hundred and six"),
        ("|a hundred| one-way fares", "a hundred"),
        ("|5 thousand| two of them", "5 thousand"),
        ("sales of $|2.1|T", "2.1T"),
        ("a load of |2.1|T", "2.1"),
        ("|one| in five days", "one"),
        ("|one| in 2019", "one"),
        ("|12| men", "12"),
    ],
)
def test_a_number_is_whole(marked: str, number: str) -> None:
    text, start, end = cut(marked)
    assert text[slice(*widened(text, start, end))] == number


@pytest.mark.parametrize(
    ("marked", "number"),
    [
        ("|. 20|%", "20"),
        ("|1 to|", "1"),
        ("|8,000,|", "8,000"),
        ("|,|", ""),
        ("|£1,000|", "1,000"),
        ("|US$ 3|", "3"),
        ("|$A82,615|", "82,615"),
        ("$|A82,615|", "82,615"),
        ("|32m2|", "32"),
        ("|32m|", "32m"),
        ("|five- and|", "five"),
        ("|$|", "$"),
    ],
)
def test_a_number_has_no_marks_at_its_ends(marked: str, number: str) -> None:
    text, start, end = cut(marked)
    assert text[slice(*trimmed(text, start, end))].strip(" ,") == number


@pytest.mark.parametrize(
    ("before", "hedge"),
    [
        ("some ", "some"),
        ("As many as ", "As many as"),
        ("up to ", "up to"),
        ("no more than ", "no more than"),
        ("slightly more than ", "slightly more than"),
        ("at the very least ", "at the very least"),
        ("at least another ", "at least another"),
        ("an additional ", "an additional"),
        ("fewer than ", "fewer than"),
        ("an estimated ", "an estimated"),
        ("the estimated ", "estimated"),
        ("Orlin estimated about ", "about"),
        ("~", "~"),
        ("a sub-", "sub-"),
        ("the submarine-", None),
        ("winsome ", None),
        ("talking about ", None),
        ("fell about ", "about"),
        ("the ", None),
        ("just ", None),
    ],
)
def test_the_hedge_before(before: str, hedge: str | None) -> None:
    found = hedge_before(f"x {before}12 men", len(before) + 2, bare=False)
    assert (None if found is None else f"x {before}"[slice(*found)]) == hedge


def test_over_a_number_in_words_says_where() -> None:
    assert hedge_before("over three men", 5, bare=True) is None
    assert hedge_before("over three men", 5, bare=False) == (0, 4)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("killed |over| three months", True),
        ("lasted |over| three months", False),
        ("for |over| three months", False),
        ("killed |over| three men", False),
        ("killed |about| three months", False),
    ],
)
def test_over_a_time_says_how_long_or_while(marked: str, expected: bool) -> None:
    text, start, end = cut(marked)
    assert is_while(text, (start, end), end + len(" three")) is expected


@pytest.mark.parametrize(
    ("after", "hedge"),
    [
        (" or so men", "or so"),
        (" or more", "or more"),
        ("+ men", "+"),
        (" at most", "at most"),
        (" more men", "more"),
        (" more than before", None),
        (" or more than that", None),
        (" men", None),
    ],
)
def test_the_hedge_after(after: str, hedge: str | None) -> None:
    text = f"12{after}"
    found = hedge_after(text, 2)
    assert (None if found is None else text[slice(*found)]) == hedge


@pytest.mark.parametrize(
    ("after", "unit"),
    [
        (" percent", "percent"),
        ("%", "%"),
        ("-km march", "km"),
        (" New Zealand dollars", "New Zealand dollars"),
        (" square kilometres", "square kilometres"),
        (" metric tons", "metric tons"),
        (" barrels", "barrels"),
        (" t of grain", "t"),
        (" tables", None),
        (" sq m centre", "sq m"),
        (" sq. m of floor", "sq. m"),
        ("GB of music", "GB"),
        (" lbs of rice", "lbs"),
        ("pc of voters", "pc"),
        (" hp engine", "hp"),
        (" sq miles", None),
        (" pcs", None),
        ("-hour drive", "hour"),
        (" °C", "°C"),
        ("-year-old", None),
        (" years old", None),
        (" men", None),
        (" dayrooms", None),
    ],
)
def test_the_unit_after(after: str, unit: str | None) -> None:
    text = f"12{after}"
    found = unit_after(text, 2)
    assert (None if found is None else text[slice(*found)]) == unit


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("5", "4", True),
        ("4", "4", True),
        ("2030", "32", True),
        ("3", "5", False),
        ("1,000", "2,000", False),
        ("1999", "2001", False),
        ("three", "two", False),
    ],
)
def test_bounds_rise(first: str, second: str, apart: bool) -> None:
    assert is_apart(first, second) is apart


def test_under_a_hedge_none_is_a_year() -> None:
    assert is_apart("2000", "2500")
    assert not is_apart("2000", "2500", hedged=True)


@pytest.mark.parametrize(
    ("marked", "unit"),
    [
        ("|a quarter| of a percentage point", "percentage point"),
        ("|two-thirds| of a mile", "mile"),
        ("|1/8| of a US gallon", "gallon"),
        ("|a quarter| of a million men", None),
        ("|a quarter| of the day", None),
        ("|two| of a day", None),
    ],
)
def test_the_unit_that_a_number_is_a_part_of(marked: str, unit: str | None) -> None:
    text, start, end = cut(marked)
    found = whole_after(text, start, end)
    assert (None if found is None else text[slice(*found)]) == unit


def test_a_unit_alone_has_its_number_before_it() -> None:
    text = "announced seven days earlier"
    assert number_before(text, text.index("days")) == (10, 15)
    assert number_before("some days", 5) is None


@pytest.mark.parametrize(
    ("marked", "number"),
    [
        ("rowed by |14| sailors rather than 15.", "15"),
        ("|500| ships, up from 300 last year", "300"),
        ("of the |14| sailors who row it, six were hers", "six"),
        ("|14| sailors, six were hers", None),
        ("|500| ships, up from 3 percent", None),
        ("|500| ships rather than 2019.", None),
        ("|500| ships. Up from 300.", None),
    ],
)
def test_a_number_beside_it_is_of_the_same(marked: str, number: str | None) -> None:
    text, start, end = cut(marked)
    assert [text[slice(*one)] for one in companions(text, (start, end))] == ([number] if number else [])


@given(st.text(max_size=40), st.integers(0, 39), st.integers(1, 40))
def test_any_text_is_read(text: str, start: int, length: int) -> None:
    start = min(start, max(0, len(text) - 1))
    end = min(len(text), start + length)
    if start < end:
        first, last = widened(text, *trimmed(text, start, end))
        assert 0 <= first <= last <= len(text)
        for found in (hedge_before(text, first, True), hedge_after(text, last), unit_after(text, last)):
            assert found is None or found[0] < found[1]
