"""To whom."""

import pytest

from onrecord.comparing.positions.addressees import Addressees
from onrecord.comparing.positions.commissives import Wording

from .promising import entity, record


def told(text: str, *names: str) -> list[str]:
    made = record(text, *(entity(text, name) for name in ("Valland", *names)))
    start = text.index("will ")
    words = Wording(start, start + len("will "), len(text), "will", False)
    valland = made.entities[0]
    return [one.name for one in Addressees(made).of(words, (valland,))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Valland will give ten boats to Oresk", ["Oresk"]),
        ("Valland will provide Oresk with pilots", ["Oresk"]),
        ("Valland will work closely with Oresk, Norvanna and the Isles", ["Oresk", "Norvanna", "Isles"]),
        ("Valland will keep up its aid for the people of Oresk", ["Oresk"]),
        ("Valland will sail past Oresk", []),
        ("Valland will prevent others from giving boats to Oresk", []),
        ("Valland will act in cooperation with Oresk", []),
        ("Valland will abide by its commitment to the Oresk-Norvanna accord", []),
        ("Valland will defend Oresk’s bridge", []),
        ("Valland will give boats to Valland", []),
    ],
)
def test_who_is_given_helped_or_worked_with_is_who_it_is_promised_to(text: str, wanted: list[str]) -> None:
    assert told(text, *(name for name in ("Oresk", "Norvanna", "Isles") if name in text)) == wanted
