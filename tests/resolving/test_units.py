import pytest

from onrecord.resolving.currencies import currency_of
from onrecord.resolving.units import is_bare, is_unit, rate_after, rate_at, unit_of


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
        ("weeks'", "week"),
        ("pc", "percent"),
        ("celsius", "degree Celsius"),
        ("degF", "degree Fahrenheit"),
        ("sq m", "m2"),
        ("cubic feet", "cubic foot"),
        ("lbs", "pound"),
        ("GB", "gigabyte"),
        ("hp", "horsepower"),
        ("mpg", "mile/gallon"),
        ("kmph", "km/hour"),
        ("gigatonnes", "gigaton"),
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
        ("cents per share", "cent/share"),
        ("dollars a barrel", "USD/barrel"),
        ("£ per household", "GBP/household"),
        ("metres per millisecond", "m/millisecond"),
        ("kg/m3", "kg/m3"),
    ],
)
def test_rates(text: str, unit: str) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize(("text", "unit"), [("Crates", "crate"), ("gas", "gas"), ("class", "class")])
def test_a_unit_that_is_not_listed_keeps_its_word(text: str, unit: str) -> None:
    assert not is_unit(text)
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US$", "USD"),
        ("$US", "USD"),
        ("US $", "USD"),
        ("C $", "CAD"),
        ("CAD$", "CAD"),
        ("Mex$", "MXN"),
        ("Y=", "JPY"),
        ("RM", "MYR"),
        ("Danish crowns", "DKK"),
        ("Norwegian kroner", "NOK"),
        ("Sri Lankan rupees", "LKR"),
        ("new Israeli shekels", None),
        ("Israeli new shekels", "ILS"),
        ("PLN", "PLN"),
        ("zlotys", "PLN"),
        ("₱", "PHP"),
        ("pence", "penny"),
    ],
)
def test_money_has_its_code(text: str, code: str | None) -> None:
    assert currency_of(text) == code
    assert is_bare(unit_of(text)) == (code is not None)


@pytest.mark.parametrize("text", ["rupees", "pounds", "crowns", "all", "ALL", "try", "TRY", "pln", "XQQ", ""])
def test_what_many_countries_call_theirs_and_plain_words_are_no_code(text: str) -> None:
    assert currency_of(text) is None


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        (" a barrel in May", "/barrel"),
        (" per share", "/share"),
        (" per sq m", "/m2"),
        (" per capita", "/person"),
        (" a-year", "/year"),
        ("/hour", "/hour"),
        (" of per-day production", "/day"),
        (" a unit said", ""),
        (" a mile away", ""),
        (" per cent", ""),
        (" a week earlier", ""),
        (" a shared house", ""),
    ],
)
def test_what_follows_makes_a_rate(text: str, rate: str) -> None:
    assert rate_after(text, 0) == rate
    assert (rate_at(text, 0) > 0) == (bool(rate) and not text.startswith(" of"))


def test_a_conversion_in_brackets_may_stand_before_the_rate() -> None:
    assert rate_after(" ($4.50) per share", 0) == "/share"
    assert rate_after(" (the fund) per share", 0) == ""
