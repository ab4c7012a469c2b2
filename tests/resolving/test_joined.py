"""Which phrases are joined to one."""

import pytest

from onrecord.records import Span
from onrecord.resolving.joined import Joined


def phrases(text: str, *words: str) -> list[Span]:
    return [Span.cut(text, start := text.index(word), start + len(word)) for word in words]


@pytest.mark.parametrize(
    ("text", "words", "of", "expected"),
    [
        ("doctors and medical experts came", ("doctors", "medical experts"), 0, ["medical experts"]),
        ("doctors and the experts came", ("doctors", "experts"), 1, ["doctors"]),
        ("pilots, sailors and the guild came", ("pilots", "sailors", "guild"), 1, ["pilots", "guild"]),
        ("pilots, sailors, and the guild came", ("pilots", "sailors", "guild"), 2, ["pilots", "sailors"]),
        # Commas alone join nothing, nor does ", and" before a clause of its own.
        ("pilots, sailors came", ("pilots", "sailors"), 0, []),
        ("strikes by pilots, and sailors slept", ("pilots", "sailors"), 0, []),
        ("pilots met sailors", ("pilots", "sailors"), 0, []),
        ("pilots and sailors and the guild came", ("pilots", "sailors", "guild"), 0, ["sailors"]),
    ],
)
def test_a_list_ends_with_and(text: str, words: tuple[str, ...], of: int, expected: list[str]) -> None:
    spans = phrases(text, *words)
    assert [span.text for span in Joined(text, spans).to(spans[of])] == expected


def test_the_first_phrase_from_an_offset_on() -> None:
    spans = phrases("pilots met sailors", "pilots", "sailors")
    joined = Joined("pilots met sailors", spans)
    assert joined.first_from(1, 18) == spans[1]
    assert joined.first_from(1, 5) is None
    assert joined.first_from(12, 18) is None
