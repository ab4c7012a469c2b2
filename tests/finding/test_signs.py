"""Signs of money before numbers, case by case."""

import pytest

from onrecord.finding.signs import prices_in, sign_before


@pytest.mark.parametrize(
    ("before", "sign"),
    [
        ("$", "$"),
        ("US$", "US$"),
        ("($A", "$A"),
        ("€ ", "€"),
        ("Y=", "Y="),
        ("KRW ", "KRW"),
        ("AU $", "AU $"),
        ("RM", "RM"),
        ("PS", None),
        ("cars ", None),
        ("the PA", None),
    ],
)
def test_the_sign_before(before: str, sign: str | None) -> None:
    found = sign_before(f"{before}12", len(before))
    assert (None if found is None else before[slice(*found)]) == sign


@pytest.mark.parametrize(("sum_", "is_sign"), [("8.1bn", True), ("6 million", True), ("5", False), ("5 games", False)])
def test_the_pound_of_a_plain_text_stands_before_a_sum(sum_: str, is_sign: bool) -> None:
    assert (sign_before(f"a PS{sum_}", 4) is not None) is is_sign


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("fined $1,200 and RM79.", ["1,200", "79"]),
        ("a £3.5m house, a PS8.1bn bid", ["3.5m", "8.1bn"]),
        ("the PS5 and the GBP rose", []),
        ("$A82,615", ["82,615"]),
        ("in the US $ 5", ["5"]),
    ],
)
def test_a_sign_shows_a_price(text: str, prices: list[str]) -> None:
    assert [text[slice(*price)] for price in prices_in(text, 0, len(text))] == prices
