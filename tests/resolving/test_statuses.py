import pytest

from onrecord.records import Span
from onrecord.resolving.statuses import status_of


@pytest.mark.parametrize(
    ("text", "word", "value", "status"),
    [
        ("Norland attacked the port.", "attacked", 2.8, "happened"),
        ("Norland did not attack the port.", "attack", -2.4, "denied"),
        ("Norland will attack the port.", "attack", 0.9, "expected"),
        ("Norland is expected to attack the port.", "attack", 0.4, "expected"),
        ("Norland might attack the port.", "attack", 0.1, "hypothetical"),
        ("If Norland attacks the port, we leave.", "attacks", -0.2, "hypothetical"),
        ("Norland is attacking the port.", "attacking", 2.5, "ongoing"),
        ("Norland has been quietly training pilots.", "training", 2.5, "ongoing"),
        ("Norland, attacking the port, lost a ship.", "attacking", 2.5, "happened"),
        ("Norland attacked the port.", "attacked", None, None),
    ],
)
def test_status(text: str, word: str, value: float | None, status: str | None) -> None:
    start = text.index(word)
    assert status_of(value, Span.cut(text, start, start + len(word)), text) == status
