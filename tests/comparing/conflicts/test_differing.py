"""What is marked in two records that stand side by side."""

import pytest

from onrecord.comparing.conflicts.denials import denials_in
from onrecord.comparing.conflicts.negation import negations_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry did not sail and never will.", ["not", "never"]),
        ("It hasn’t sailed, nobody’s aboard.", ["hasn’t", "nobody"]),
        ("The board failed to meet.", ["failed to"]),
        ("There is no doubt that not only the ferry sails.", []),
        ("ÇA İS NOT SO, no doubt.", ["NOT"]),
        ("The ferry sails.", []),
    ],
)
def test_the_words_that_negate(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in negations_in(text)] == found


def test_the_words_that_deny() -> None:
    text = "Quill denied it; Orlin dismissed the denials."
    assert [text[start:end] for start, end in denials_in(text)] == ["denied", "dismissed", "denials"]
