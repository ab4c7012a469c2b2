"""What numbers count, case by case; the mark | stands where the figure with its unit ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.counted import counted_after, is_noun


def counted(marked: str, of_only: bool = False) -> str | None:
    return counted_after(marked.replace("|", ""), marked.index("|"), of_only).text


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("12| soldiers were killed", "soldiers"),
        ("some 10,000| Norland soldiers in total", "Norland soldiers"),
        ("no fewer than 40| of the 230 sailors hired from Norland", "sailors"),
        ("three| of the twelve access lanes", "access lanes"),
        ("39| of West Orlin's 54 delegates", "delegates"),
        ("75 percent| of the country's 50 state parliaments", "state parliaments"),
        ("several| of those vessels", "vessels"),
        ("three| of these states to her", "states"),
        ("thousands| of people", "people"),
        ("a number| of towns that back it", "towns"),
        ("500| more men marched", "men"),
        ("two| other suspects", "suspects"),
        ("40| highly trained and well-armed fighters who", "highly trained and well-armed fighters"),
        ("1,700| oil- and wood-heated farm houses there", "oil- and wood-heated farm houses"),
        ("ten| small, armed groups crossed", "small, armed groups"),
        ("hundreds| of NLF (Norland Liberation Front) fighters fled", "NLF (Norland Liberation Front) fighters"),
        ("multiple| U.N. Security Council resolutions.", "U.N. Security Council resolutions"),
        ("six| United States Navy ships left", "United States Navy ships"),
        ("nine| arms sales deals", "arms sales deals"),
        ("20| aircraft and a boat", "aircraft"),
        ("300| police.", "police"),
        ("15| Norlanders killed", "Norlanders"),
        ("millions| of parcel stamps -- a record", "parcel stamps"),
        ("1,700| postcards a day", "postcards"),
        ("20| a day of postcards", "postcards"),
        ("a 12|-member panel", "member"),
        ("over 370| “sea horns” seized", "sea horns"),
        ("one| soldier was hurt", "soldier"),
        ("12|\nsoldiers left", "soldiers"),
        ("two| semi trucks collided", "semi trucks"),
    ],
)
def test_the_noun_with_its_modifiers(marked: str, expected: str) -> None:
    assert counted(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "5,000| of them left",
        "six| were appointed",
        "300| others fled",
        "ten| in May",
        "ten|.",
        "ten|",
        "ten|, she said",
        "33| of which sank",
        "a three|-in-five chance",
        "two| aged fourteen",
    ],
)
def test_a_noun_that_is_left_out_or_a_pronoun_is_none(marked: str) -> None:
    assert counted(marked) is None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("32 percent| of voters in the north", "voters"),
        ("nearly half| of Norland's entire output and more", "Norland's entire output"),
        ("nearly half| the voters", "voters"),
        ("six billion tons| per year of wood pulp.", "wood pulp"),
        ("50 gallons| of diesel fuel, officials said", "diesel fuel"),
        ("3 million barrels| of per-day thirst went unmet", "per-day thirst"),
        ("3 percent| higher prices", None),
        ("40 percent|.", None),
        ("40 percent| of them", None),
    ],
)
def test_behind_a_unit_only_of_brings_it_in(marked: str, expected: str | None) -> None:
    assert counted(marked, of_only=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("grey seals", True), ("them", False), ("highly", False), ("dead", False), ("“", False), ("two", False)],
)
def test_what_was_tagged_may_be_no_noun(words: str, expected: bool) -> None:
    assert is_noun(words) is expected


@given(st.text(max_size=60), st.integers(0, 60), st.booleans())
def test_any_text_is_read(text: str, end: int, of_only: bool) -> None:
    found = counted_after(text, min(end, len(text)), of_only)
    assert found.end <= len(text)
    assert found.text is None or found.text.strip() == found.text != ""
