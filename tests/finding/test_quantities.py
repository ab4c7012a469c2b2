from collections.abc import Callable

import pytest

from onrecord.finding.quantities import quantities_in
from onrecord.finding.spans import Tagged
from onrecord.records import Quantity

Layered = Callable[..., list[Tagged]]
H, N, U, C = "hedge", "number", "unit", "counted"


def found(layered: Layered, text: str, *parts: tuple[str, str]) -> list[Quantity]:
    (scores,) = layered(text, {"quantities": list(parts)})
    return list(quantities_in(scores, text))


def parts_of(quantity: Quantity) -> tuple[str, str | None, str | None, str | None]:
    hedge, unit, counted = (
        None if part is None else part.text for part in (quantity.hedge, quantity.unit, quantity.counted)
    )
    return quantity.number.text, hedge, unit, counted


@pytest.mark.parametrize(
    ("text", "parts", "span", "expected"),
    [
        (
            "as many as 8,000 northern troops left",
            [("as many as", H), ("8,000", N), ("northern troops", C)],
            "as many as 8,000",
            ("8,000", "as many as", None, "northern troops"),
        ),
        ("it cost $3 billion", [("$", U), ("3 billion", N)], "$3 billion", ("3 billion", None, "$", None)),
        (
            "some 40 percent fell",
            [("some", H), ("40", N), ("percent", U)],
            "some 40 percent",
            ("40", "some", "percent", None),
        ),
        ("a 12-km march", [("12", N), ("km", U)], "12-km", ("12", None, "km", None)),
        ("dozens of ships", [("dozens", N), ("ships", C)], "dozens", ("dozens", None, None, "ships")),
        ("3,000 of its soldiers", [("3,000", N), ("soldiers", C)], "3,000", ("3,000", None, None, "soldiers")),
        (
            "between 30 and 50 mines",
            [("between", H), ("30", N), ("50", N), ("mines", C)],
            "between 30 and 50",
            ("30 and 50", "between", None, "mines"),
        ),
        ("50 to 60 ships", [("50", N), ("60", N), ("ships", C)], "50 to 60", ("50 to 60", None, None, "ships")),
        (
            "8,000 or more ships",
            [("8,000", N), ("or more", H), ("ships", C)],
            "8,000 or more",
            ("8,000", "or more", None, "ships"),
        ),
    ],
)
def test_a_number_takes_what_stands_beside_it(
    layered: Layered, text: str, parts: list[tuple[str, str]], span: str, expected: tuple[str | None, ...]
) -> None:
    (quantity,) = found(layered, text, *parts)
    assert quantity.span.text == span
    assert parts_of(quantity) == expected


def test_two_numbers_with_and_between_them_are_two(layered: Layered) -> None:
    first, second = found(layered, "12 men and 30 women", ("12", N), ("men", C), ("30", N), ("women", C))
    assert (parts_of(first)[3], parts_of(second)[3]) == ("men", "women")
    assert [q.number.text for q in found(layered, "12 and 30 won", ("12", N), ("30", N))] == ["12", "30"]


def test_what_stands_elsewhere_is_no_part_of_it(layered: Layered) -> None:
    (quantity,) = found(layered, "ships, of which 12 sank", ("ships", C), ("12", N))
    assert quantity.counted is None
    assert found(layered, "about ships", ("about", H), ("ships", C)) == []


@pytest.mark.parametrize(
    ("text", "parts", "span", "expected"),
    [
        ("they sent some 1,000 men", [("1,000", N)], "some 1,000", ("1,000", "some", None, None)),
        ("as many as 8,000 men", [("8,000", N), ("men", C)], "as many as 8,000", ("8,000", "as many as", None, "men")),
        (
            "it took just three hours",
            [("just", H), ("three", N), ("hours", U)],
            "three hours",
            ("three", None, "hours", None),
        ),
        (
            "shot over three months",
            [("over", H), ("three", N), ("months", U)],
            "three months",
            ("three", None, "months", None),
        ),
        ("from 2040 to 17 percent", [("2040", N)], "2040", ("2040", None, None, None)),
        ("Twenty-seven states", [("Twenty", N)], "Twenty-seven", ("Twenty-seven", None, None, None)),
        ("five days later", [("five", N), ("days", C)], "five days", ("five", None, "days", None)),
        ("it cost $3 billion", [("3 billion", N)], "$3 billion", ("3 billion", None, "$", None)),
        ("about 40 percent fell", [("40", N)], "about 40 percent", ("40", "about", "percent", None)),
        ("he took 400 votes", [("400", N), ("votes", U)], "400", ("400", None, None, "votes")),
        ("some 60-odd days", [("60", N)], "some 60-odd days", ("60", "some", "days", None)),
        ("those 70-plus days", [("70", N)], "70-plus days", ("70", "plus", "days", None)),
        ("dozens of men", [("dozens", N), ("men", C)], "dozens", ("dozens", None, None, "men")),
        ("18+ years of work", [("18", N)], "18+ years", ("18", "+", "years", None)),
        ("seven days earlier", [("days", U)], "seven days", ("seven", None, "days", None)),
        ("one in five men", [("one", N), ("five", N), ("men", C)], "one in five", ("one in five", None, None, None)),
        (
            "between $5 and $7 billion",
            [("between", H), ("$", U), ("5", N), ("7 billion", N)],
            "between $5 and $7 billion",
            ("5 and $7 billion", "between", "$", None),
        ),
    ],
)
def test_words_tell_what_the_tags_leave_open(
    layered: Layered, text: str, parts: list[tuple[str, str]], span: str, expected: tuple[str | None, ...]
) -> None:
    (quantity,) = found(layered, text, *parts)
    assert quantity.span.text == span
    assert parts_of(quantity) == expected


@pytest.mark.parametrize(
    ("text", "parts", "span", "number"),
    [
        ("a cut of £1,000 then", [("£1,000", N)], "£1,000", "1,000"),
        ("he gave US$1,000 then", [("$", U), ("1,000", N)], "US$1,000", "1,000"),
        ("fined ($A82,615) then", [("A", U), ("82,615", N)], "$A82,615", "82,615"),
        (
            "it holds $3 billion to $5 billion",
            [("$", U), ("3 billion", N), ("$5 billion", N)],
            "$3 billion to $5 billion",
            "3 billion to $5 billion",
        ),
        ("costs are 5% to 10% higher", [("5", N), ("%", U), ("10", N)], "5% to 10%", "5% to 10"),
        ("it costs £3m to £4m now", [("£3m", N), ("£4m", N)], "£3m to £4m", "3m to £4m"),
        ("at 15kHz to 17kHz then", [("15", N), ("kHz", U), ("17", N), ("kHz", U)], "15kHz to 17kHz", "15kHz to 17"),
        ("an area of 32m2 then", [("32m2", N)], "32m2", "32"),
        ("a sub-300 km trip", [("300", N), ("km", U)], "sub-300 km", "300"),
        ("up a quarter of a mile", [("a quarter", N)], "a quarter of a mile", "a quarter"),
    ],
)
def test_signs_and_units_inside_a_number_are_its_own(
    layered: Layered, text: str, parts: list[tuple[str, str]], span: str, number: str
) -> None:
    (quantity,) = found(layered, text, *parts)
    assert (quantity.span.text, quantity.number.text) == (span, number)


def test_before_and_after_are_two_numbers(layered: Layered) -> None:
    parts = [("2", N), ("$40", N)]
    assert [q.span.text for q in found(layered, "it fell $2 to $40 then", *parts)] == ["$2", "$40"]


def test_both_numbers_of_a_result_and_a_number_compared_are_found(layered: Layered) -> None:
    assert [q.number.text for q in found(layered, "a 5-4 decision", ("5", N))] == ["5", "4"]
    assert [q.number.text for q in found(layered, "a 5-4 decision")] == ["5", "4"]
    assert [q.number.text for q in found(layered, "10 men rather than 11.", ("10", N), ("men", C))] == ["10", "11"]


def test_a_unit_before_a_number_is_anothers(layered: Layered) -> None:
    first, second = found(layered, "four hours 185 men", ("four", N), ("hours", U), ("185", N), ("men", C))
    assert (first.span.text, second.span.text, second.unit) == ("four hours", "185", None)


def test_a_price_that_was_not_found_is_shown_by_its_sign(layered: Layered) -> None:
    first, second = found(layered, "it cost $5 million, then RM79.", ("RM", U))
    assert (parts_of(first), parts_of(second)) == (("5 million", None, "$", None), ("79", None, "RM", None))
