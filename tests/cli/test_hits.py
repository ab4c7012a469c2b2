"""What a search marks is what the ledger looked for: one reading of the query for both."""

import pytest

from onrecord.cli.hits import marked
from onrecord.ledger.words import parse_words

TEXT = "The Café boats will sail at dawn; the straits of Ōriel froze."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cafe", ["Café"]),
        ("SAIL dawn", ["sail", "dawn"]),
        ("the", ["The", "the"]),
        ('"sail at dawn"', ["sail at dawn"]),
        ("“will sa”*", ["will sail"]),
        ("fro*", ["froze"]),
        ("oriel.", ["Ōriel"]),
        ("dawn-the", ["dawn; the"]),
        ('"sail dawn"', []),
        ("fro", []),
        ("\u037a", []),  # the letter iota subscript, which is folded to nothing
        # A star inside the marks is no beginning of a word, and what no text can hold parts words.
        ('"fro*"', []),
        ("dawn\udcffsail", ["sail", "dawn"]),
    ],
)
def test_the_words_of_a_search_are_marked(words: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in marked(TEXT, parse_words(words))] == found
