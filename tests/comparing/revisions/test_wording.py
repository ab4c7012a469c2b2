"""What counts as the same word."""

import pytest

from onrecord.comparing.revisions.wording import Wording, unwrapped


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Boats sail,” he said.", '"Boats sail" , he said'),
        ("The U.S. envoy — Mr. Orlin", "the US envoy -- mr Orlin"),
        ("a 10,000-strong crew", "a 10000 strong crew"),
        ("five per cent, or 5%", "5 per cent or five percent"),
        ("Béla Ruhn’s boats", "Bela Ruhn's  boats"),
        ("12 mln dlrs", "12 million dollars"),
    ],
)
def test_layout_is_no_part_of_a_word(one: str, other: str) -> None:
    assert Wording(one).keys == Wording(other).keys


@pytest.mark.parametrize(("one", "other"), [("$40", "40"), ("40%", "40"), ("1.5", "15"), ("-3 degrees", "3 degrees")])
def test_what_a_number_says_is(one: str, other: str) -> None:
    assert Wording(one).keys != Wording(other).keys


def test_the_same_words_keep_their_places() -> None:
    words = Wording("Ice, at last.")
    assert [(word.start, word.end) for word in words.words] == [(0, 3), (5, 7), (8, 12)]
    assert words.span(1, 3).text == "at last"


def test_sentences_hold_all_words_once() -> None:
    words = Wording("Ice came. Boats stayed\nIn the harbour")
    assert words.sentences == ((0, 2), (2, 4), (4, 7))
    assert words.sentence(5) == (4, 7)


def test_lines_that_only_fit_the_page_are_one_sentence() -> None:
    text = "The harbour board of Port Vale said on Monday that\nthe boats would sail.\n    Tides allow it.\n"
    assert len(unwrapped(text)) == len(text)
    assert len(Wording(text).sentences) == 2


def test_an_empty_text_has_no_words() -> None:
    assert (Wording("").words, Wording(" \n").sentences) == ((), ())
