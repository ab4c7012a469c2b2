"""Texts are held against digests of their words, however they are broken into lines."""

import pytest

from evaluation.digests import NOTHING, covered, digest, words_of

FIRST, SECOND = "The ferry of Port Vale sails at dawn.", "Una Quill said that “nobody waits”."
BYLINE = "By Ono Tal"


def of(*texts: str) -> list[str]:
    return [digest(words_of(text)) for text in texts]


def test_case_marks_and_forms_of_letters_make_no_difference() -> None:
    assert of("The tide\u00a0is HIGH, it’s said: ½ ﬁn") == of("the tide is high it s said 1⁄2 fin")
    assert of("The tide is high") != of("The tide is low")
    assert of(" — ", "") == [NOTHING, NOTHING]


def test_what_is_due_is_found_however_it_is_broken_into_lines() -> None:
    found = covered(words_of(f"{FIRST}\n{SECOND}".replace(" ", "\n")), of(FIRST, SECOND), ())
    assert (found.precision, found.recall, found.f1) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "precision", "recall"),
    [
        (f"{BYLINE} {FIRST} {SECOND}", 1, 1),
        (f"{FIRST} {SECOND} Read more here", 14 / 17, 1),
        (f"{SECOND}", 1, 6 / 14),
        (f"{FIRST} {FIRST} {SECOND}", 14 / 22, 1),
        (SECOND.replace("said", "says"), 0, 0),
        ("", 0, 0),
    ],
    ids=["with a byline", "with more", "one lacks", "one twice", "another word", "nothing"],
)
def test_shares_are_of_words(text: str, precision: float, recall: float) -> None:
    found = covered(words_of(text), of(FIRST, SECOND), of(BYLINE))
    assert (found.precision, found.recall) == pytest.approx((precision, recall))


def test_nothing_is_due() -> None:
    assert covered(words_of(BYLINE), (), of(BYLINE)).f1 == 1
