"""What counted words name."""

import pytest

from onrecord.comparing.figures.nouns import concept_of, lemma, state_of_words
from onrecord.comparing.figures.wordings import Thing, thing_in


@pytest.mark.parametrize(
    ("words", "noun", "others", "nations", "state"),
    [
        ("Icelandic troops", "troop", set(), {"Iceland"}, None),
        ("icelandic soldiers", "troop", set(), {"Iceland"}, None),
        ("soldiers from Fiji", "troop", set(), {"Fiji"}, None),
        ("troops in Fiji", "troop", set(), set(), None),
        ("the elite combat troops of the Maldives", "troop", {"elite", "combat"}, {"Maldives"}, None),
        ("thousands of Bhutanese service members", "troop", set(), {"Bhutan"}, None),
        ("Icelandic troops killed", "troop", set(), {"Iceland"}, "killed"),
        ("soldiers killed and wounded", "troop", set(), set(), "lost"),
        ("deaths", "", set(), set(), "killed"),
        ("Fijian casualties", "", set(), {"Fiji"}, "lost"),
        ("Icelanders", "person", set(), {"Iceland"}, None),
        ("new manufacturing jobs", "job", {"manufacturing"}, set(), None),
        ("nuclear warheads", "warhead", set(), set(), None),
    ],
)
def test_a_thing_is_its_noun_its_nations_and_all_else(
    words: str, noun: str, others: set[str], nations: set[str], state: str | None
) -> None:
    assert thing_in(words) == Thing(
        noun=noun, words=frozenset(others), nations=frozenset(nations), state=state, unit="count"
    )


@pytest.mark.parametrize("words", ["", "of the", "Iceland", "12", "…"])
def test_words_without_a_noun_name_nothing(words: str) -> None:
    assert thing_in(words) is None


def test_the_time_of_a_rate_is_no_part_of_the_unit() -> None:
    thing = thing_in("casualties", "count/day")
    assert thing is not None
    assert thing.unit == "count"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ferries", "ferry"),
        ("boxes", "box"),
        ("gas", "gas"),
        ("Soldiers", "soldier"),
        ("women", "woman"),
        ("crews", "crew"),
    ],
)
def test_a_lemma_is_the_singular_in_small_letters(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_two_words_may_be_the_name_of_one_concept() -> None:
    assert concept_of("service", "member") == ("troop", 2)
    assert concept_of("choir", "member") == ("member", 1)


@pytest.mark.parametrize(("words", "state"), [("were killed", "killed"), ("dead and wounded", "lost"), ("sent", None)])
def test_a_state_is_what_became_of_them(words: str, state: str | None) -> None:
    assert state_of_words(words) == state
