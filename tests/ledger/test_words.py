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


def test_what_is_repeated_is_looked_for_once() -> None:
    assert parse_words("dawn noon dawn " * 50) == (Term("dawn"), Term("noon"))
    assert parse_name("O’Dé o de") == (Term("o"), Term("de"))


@pytest.mark.parametrize("quoted", ["{}", '"{}"'], ids=["words", "a phrase"])
def test_more_words_than_a_question_has_are_refused(quoted: str) -> None:
    # The database takes minutes over thousands, and a browser may send them.
    words = " ".join(f"word{number}" for number in range(101))
    for parse in (parse_words, parse_name):
        with pytest.raises(UsageError, match="101 words"):
            parse(quoted.format(words))
        assert parse(quoted.format(words.rpartition(" ")[0]))
