"""What kind of event a word names by itself."""

import pytest

from onrecord.finding.trigger_types import type_by_words


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ruritania deployed two ships", "deployed", "MOBILIZE"),
        ("Ruritania sent more than 300 troops to the coast", "sent", "MOBILIZE"),
        ("Ruritania sent a letter to the troops", "sent", None),
        ("Ruritania sent 40 missiles to Oresk", "sent", "AID"),
        ("Ruritania fired what may be its largest missile yet", "fired", "MOBILIZE"),
        ("Ruritania fired a missile at Oresk", "fired", None),
        ("Ruritania fired its minister", "fired", None),
        ("the ICBM test of the week", "test", "MOBILIZE"),
        ("the test of the week", "test", None),
        ("the treaty between the two", "treaty", "AGREE"),
        ("they called on Oresk to stop", "called on", "REQUEST"),
        ("they called Oresk a liar", "called", None),
        ("Oresk condemned the move", "condemned", "ACCUSE"),
        ("the attack went on", "attack", None),
        ("Oresk's support for the guild", "support", None),
        ("the talks went on", "talks", "CONSULT"),
    ],
)
def test_types(text: str, word: str, expected: str | None) -> None:
    start = text.index(word)
    assert type_by_words(text, start, start + len(word)) == expected
