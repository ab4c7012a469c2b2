import pytest

from onrecord.errors import UsageError
from onrecord.folding import fold
from onrecord.ledger.words import Term, parse_name, parse_words


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("troops", [Term("troops")]),
        ("  frozen\tstrait ", [Term("frozen"), Term("strait")]),
        ("frost*", [Term("frost*", prefix=True)]),
        ('"we will sail" dawn', [Term("we will sail"), Term("dawn")]),
        ("“we will sail” «dawn»", [Term("we will sail"), Term("dawn")]),
        ('"we wi"*', [Term("we wi", prefix=True)]),
        ('dawn "and no end', [Term("dawn"), Term("and no end")]),
        ('dawn"and noon"', [Term("dawn"), Term("and noon")]),
        ("dawn — * !?", [Term("dawn")]),
        ("da\0wn \udcff", [Term("da"), Term("wn")]),
    ],
)
def test_words_are_read(words: str, terms: list[Term]) -> None:
    assert list(parse_words(words)) == terms


@pytest.mark.parametrize("words", ["", "  ", '""', "*", "—", "\0"])
def test_words_without_a_word_are_refused(words: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        parse_words(words)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kim Yong-Hyún", "kim yong hyun"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("김", fold("김")),
        ("O’Dé", "o de"),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_name_without_a_letter_is_refused() -> None:
    with pytest.raises(UsageError, match="no name"):
        parse_name(" - ")
