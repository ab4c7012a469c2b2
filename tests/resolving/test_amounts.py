"""Numbers under hedges, as the codebook words them."""

import pytest

from onrecord.records import Bound, Figure, Span
from onrecord.resolving.amounts import Amount, amount_of, change_at


@pytest.mark.parametrize(
    ("number", "hedge", "value", "bound"),
    [
        ("8,000", None, 8000, "exact"),
        ("8,000", "exactly", 8000, "exact"),
        ("8,000", "As many as", 8000, "at_most"),
        ("1,200", "some", 1200, "about"),
        ("10 million", "close\u00a0to", 10_000_000, "about"),
        ("1.5", "no more than", 1.5, "at_most"),
        ("3", "at least", 3, "at_least"),
        ("3", "or more", 3, "at_least"),
        ("40", "well over", 40, "more_than"),
        ("40", "fewer than", 40, "less_than"),
        ("a dozen", "nearly", 12, "about"),
        ("twenty-five", None, 25, "exact"),
        ("90", "approaching", 90, "about"),
        ("6.5", "barely", 6.5, "about"),
        ("30", "equal to", 30, "exact"),
        ("30", "at least or equal to", 30, "at_least"),
        ("300", "sub-", 300, "less_than"),
        ("10", "just shy of", 10, "less_than"),
        ("10", "north of", 10, "more_than"),
        ("500", "and over", 500, "at_least"),
        ("200", "or greater", 200, "at_least"),
        ("30", "less than or equal to", 30, "at_most"),
        ("30", ">=", 30, "at_least"),
    ],
)
def test_a_number_and_its_hedge(number: str, hedge: str | None, value: float, bound: Bound) -> None:
    amount = amount_of(number, hedge)
    assert (amount.value, amount.bound, amount.share) == (value, bound, False)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("11,000-12,000", 11_000, 12_000),
        ("three to five", 3, 5),
        ("3 and 5 million", 3_000_000, 5_000_000),
        ("3–5bn", 3_000_000_000, 5_000_000_000),
        ("500 to 1 million", 500, 1_000_000),
        ("one or two", 1, 2),
        ("8- to 16", 8, 16),
        ("20 through 100", 20, 100),
        ("-5 to 10", -5, 10),
    ],
)
def test_ranges(number: str, low: float, high: float) -> None:
    assert amount_of(number, None) == Amount(low=low, high=high, bound="range")


@pytest.mark.parametrize(
    ("number", "low"),
    [
        ("several", None),
        ("dozens", None),
        ("a number of", None),
        ("hundreds", 100),
        ("thousands of", 1000),
        ("Tens of thousands", 10_000),
        ("hundreds of thousands", 100_000),
        ("millions", 1_000_000),
    ],
)
def test_vague_numbers(number: str, low: float | None) -> None:
    assert amount_of(number, None) == Amount(low=low, bound="vague")


def test_a_part_is_a_percentage() -> None:
    assert amount_of("half", "nearly") == Amount(value=50, bound="about", share=True)
    assert amount_of("three quarters", None) == Amount(75, 75, 75, "exact", share=True)
    assert amount_of("a quarter to a half", None) == Amount(low=25, high=50, bound="range", share=True)
    assert amount_of("0.5", None) == Amount(0.5, 0.5, 0.5, "exact")


def test_what_is_added_is_an_increment() -> None:
    assert amount_of("500", "another") == Amount(500, 500, 500, "exact", "increment")
    assert amount_of("500", "at least another") == Amount(500, 500, None, "at_least", "increment")


@pytest.mark.parametrize("hedge", ["at least about", "up to roughly", "as high as about"])
def test_a_bound_that_is_only_about_so_much_binds_nothing(hedge: str) -> None:
    assert amount_of("500", hedge) == Amount(value=500, bound="about")


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("15kHz and 17", 15, 17),
        ("three days to five", 3, 5),
        ("1 mile to 3", 1, 3),
        ("-5°C to 10", -5, 10),
        ("5 km/h - 10", 5, 10),
    ],
)
def test_bounds_may_each_have_the_unit(number: str, low: float, high: float) -> None:
    assert amount_of(number, None) == Amount(low=low, high=high, bound="range")


@pytest.mark.parametrize("hedge", ["perhaps", "at least exactly over", "some say"])
def test_a_hedge_that_is_not_known_leaves_the_bounds_open(hedge: str) -> None:
    assert amount_of("500", hedge) == Amount(value=500)


@pytest.mark.parametrize("number", ["", "5-4", "1/0", "few-score", "the first", "12 to many"])
def test_what_is_no_number_has_no_value(number: str) -> None:
    assert amount_of(number, None) == Amount()


@pytest.mark.parametrize("number", ["8,000", "3 to 5", "hundreds", "half", "x", "9" * 150 + " trillion"])
@pytest.mark.parametrize("hedge", [None, "about", "at most", "more than", "between", "another", "perhaps"])
def test_every_amount_is_a_figures(number: str, hedge: str | None) -> None:
    amount = amount_of(number, hedge)._asdict()
    amount.pop("share")
    Figure(id="fg-1", span=Span(0, 1, "x"), **amount)


@pytest.mark.parametrize(
    ("number", "hedge", "percent", "bound"),
    [
        ("one in five", None, 20, "exact"),
        ("nine out of 10", None, 90, "exact"),
        ("one in every four", "about", 25, "about"),
        ("three in 10", "more than", 30, "more_than"),
        ("one in a hundred", None, 1, "exact"),
        ("two-thirds", "almost", 200 / 3, "about"),
    ],
)
def test_so_many_in_so_many_is_a_percentage(number: str, hedge: str | None, percent: float, bound: Bound) -> None:
    amount = amount_of(number, hedge)
    assert amount.value == pytest.approx(percent)
    assert (amount.bound, amount.share) == (bound, True)


def test_more_in_so_many_than_there_are_is_nothing() -> None:
    assert amount_of("five in two", None) == Amount()


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("5 and $7 billion", 5e9, 7e9),
        ("50% to 60", 50, 60),
        ("1.2 and 1.5 million", 1_200_000, 1_500_000),
        ("50 to 60", 50, 60),
        ("3\u20134", 3, 4),
        ("two or three", 2, 3),
        ("€5-7", 5, 7),
    ],
)
def test_ranges_with_signs(number: str, low: float, high: float) -> None:
    assert amount_of(number, "between") == Amount(low=low, high=high, bound="range")


@pytest.mark.parametrize(
    ("hedge", "bound"),
    [
        ("up to", "at_most"),
        ("at most", "at_most"),
        ("or fewer", "at_most"),
        ("as few as", "at_least"),
        ("or more", "at_least"),
        ("+", "at_least"),
        ("more than", "more_than"),
        ("just over", "more_than"),
        ("in excess of", "more_than"),
        ("just under", "less_than"),
        ("under", "less_than"),
        ("nearly", "about"),
        ("or so", "about"),
        ("an estimated", "about"),
        ("around", "about"),
        ("roughly", "about"),
        ("an additional", "exact"),
    ],
)
def test_hedges(hedge: str, bound: Bound) -> None:
    assert amount_of("12", hedge).bound == bound


@pytest.mark.parametrize(("number", "value"), [("8.000", 8000), ("12.500", 12_500), ("8,5", 8.5), ("1.200.000", 1.2e6)])
def test_a_text_that_writes_numbers_the_european_way(number: str, value: float) -> None:
    assert amount_of(number, None, european=True).value == value


@pytest.mark.parametrize(
    ("marked", "change"),
    [
        ("|500| more left", "increment"),
        ("|500| additional men", "increment"),
        ("|500| more than before", None),
        ("the toll now stands at |500|", "total"),
        ("a total of |500| men", "total"),
        ("bringing the number of dead to |500|", "total"),
        ("|500| men in total", "total"),
        ("|500| men altogether", "total"),
        ("|500| men", None),
    ],
)
def test_added_or_all_so_far(marked: str, change: str | None) -> None:
    first, last = (i for i, mark in enumerate(marked) if mark == "|")
    assert change_at(marked.replace("|", ""), first, last - 1) == change
