import pytest

from onrecord.resolving.units import is_unit, unit_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$", "USD"),
        ("U.S. dollars", "USD"),
        ("won", "KRW"),
        ("%", "percent"),
        ("per cent", "percent"),
        ("kilometres", "km"),
        ("square kilometers", "km2"),
        ("years", "year"),
        ("century", "century"),
        ("metric\ntons", "tonne"),
    ],
)
def test_units_have_one_name(text: str, unit: str) -> None:
    assert is_unit(text)
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a day", "count/day"),
        ("daily", "count/day"),
        ("barrels per day", "barrel/day"),
        ("km/hour", "km/hour"),
        ("miles an hour", "mile/hour"),
        ("dollars a year", "USD/year"),
    ],
)
def test_rates(text: str, unit: str) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize(("text", "unit"), [("Crates", "crate"), ("gas", "gas"), ("class", "class")])
def test_a_unit_that_is_not_listed_keeps_its_word(text: str, unit: str) -> None:
    assert not is_unit(text)
    assert unit_of(text) == unit
