"""Words of commitment: what hardens, what softens, and what tells neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.redline.strength import Force, change_of, force_of, force_of_statement, shifts_between
from onrecord.comparing.redline.strength_words import WORDS
from onrecord.records import Span, Statement

SOFTENED = [
    ("We condemn the closing of the strait", "We express concern over the closing of the strait"),
    ("Oresk will send pilots", "Oresk intends to send pilots"),
    ("They urge Norvanna to open the port", "They call for Norvanna to open the port"),
    ("We strongly condemn the raid", "We condemn the raid"),
    ("We condemn the raid in the strongest terms", "We condemn the raid"),
    ("The two sides reaffirmed the accord", "The two sides discussed the accord"),
    ("The harbour must be opened", "The harbour should be opened"),
    ("We commit to share the charts", "We will endeavor to share the charts"),
    ("We voice grave concern over the mines", "We voice concern over the mines"),
]


@pytest.mark.parametrize(("before", "after"), SOFTENED)
def test_a_weaker_word_softens_and_the_same_exchange_back_hardens(before: str, after: str) -> None:
    assert change_of(force_of(before), force_of(after)) == "softened"
    assert change_of(force_of(after), force_of(before)) == "hardened"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We condemn the raid", "We denounce the raid"),
        ("We condemn unequivocally the raid", "We unequivocally condemn the raid"),
        ("We do not condemn the raid", "We condemn the raid"),
        ("We condemn the raid", "We will send pilots"),
        ("The ferry sailed at dawn", "The ferry sailed at noon"),
        ("We condemn it and intend to act", "We regret it and will act"),
    ],
)
def test_equal_denied_unrelated_and_mixed_words_tell_nothing(before: str, after: str) -> None:
    assert change_of(force_of(before), force_of(after)) is None


def test_will_not_commits_as_will_does() -> None:
    assert change_of(force_of("It will not sail"), force_of("It may sail")) == "softened"


def test_a_promise_only_to_try_has_the_force_of_trying() -> None:
    (word,) = force_of("We will seek to reopen the strait").words
    assert (word.scale, word.degree, word.word) == ("commitment", 2.0, "seek to")


def test_places_are_those_of_the_text_with_its_line_breaks() -> None:
    text = "We express\ngrave concern over it"
    (word,) = force_of(text, offset=100).words
    assert text[word.start - 100 : word.end - 100] == "express\ngrave concern"


def test_without_words_the_factuality_tells_and_then_the_act() -> None:
    assert change_of(Force(factuality="CT+"), Force(factuality="PS+")) == "softened"
    assert change_of(Force(factuality="CT-"), Force(factuality="PR-")) == "softened"
    assert change_of(Force(factuality="CT+"), Force(factuality="CT-")) is None
    assert change_of(Force(factuality="CT+"), Force(factuality="Uu")) is None
    assert change_of(Force(act="assess"), Force(act="confirm")) == "hardened"
    assert change_of(Force(act="condemn"), Force(act="pledge")) is None
    assert change_of(Force(), Force(act="pledge")) is None


def test_a_statement_has_the_force_of_its_cue_before_that_of_its_content() -> None:
    text = "Quill urged that they call for help and that they must hurry"
    cue, content = Span.cut(text, 6, 11), Span.cut(text, 12, len(text))
    words = force_of_statement(Statement(id="st-1", type="indirect", cue=cue, content=(content,), act="demand")).words
    assert [(one.word, one.scale) for one in words] == [("urged", "demand"), ("must", "obligation")]


@given(st.text(max_size=80), st.text(max_size=80))
def test_of_any_texts_a_change_turns_round_with_them(one: str, other: str) -> None:
    turned = {"hardened": "softened", "softened": "hardened", None: None}
    assert change_of(force_of(one), force_of(other)) == turned[change_of(force_of(other), force_of(one))]
    assert shifts_between(force_of(one), force_of(one)) == ()


def test_no_word_stands_on_two_degrees_of_one_scale() -> None:
    for degrees in WORDS.values():
        listed = [word for words in degrees.values() for word in words]
        assert len(listed) == len(set(listed))
