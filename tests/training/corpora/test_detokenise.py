"""Tokenised lines as running text."""

import pytest

from training.corpora.detokenise import detokenise


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Ada Orlin 's report , she said , was n't late .", "Ada Orlin's report, she said, wasn't late."),
        ("“ It is over , ” said Mr Orlin ( 49 ) .", "“It is over,” said Mr Orlin (49)."),
        ('He said " no " and left .', 'He said "no" and left.'),
        ("a well - known short - and long - term plan", "a well-known short- and long-term plan"),
        ("the ministers ’ talks and Norvanna ’ s reply", "the ministers’ talks and Norvanna’s reply"),
        ("it cost $ 5 and rose 3 % in the U . N . count", "it cost $5 and rose 3% in the U.N. count"),
        ("he and / or she", "he and/or she"),
    ],
)
def test_what_stands_together(tokens: str, text: str) -> None:
    assert detokenise(tokens.split())[0] == text


def test_extents_are_of_the_tokens() -> None:
    tokens = ["“", "Orlin", "'s", "”", "plan"]
    text, extents = detokenise(tokens)
    assert [text[start:end] for start, end in extents] == tokens


def test_nothing() -> None:
    assert detokenise([]) == ("", ())
