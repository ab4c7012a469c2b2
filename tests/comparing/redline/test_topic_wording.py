"""One topic's wording in each document, in order of date, and where it is absent."""

import pytest

from onrecord.comparing.redline.topic_wording import Topic, wording_of
from onrecord.errors import UsageError

from ..conftest import MakeText


def test_each_document_in_order_of_date_and_the_undated_last(text: MakeText) -> None:
    late = text("They denuclearise the reef.", published="2031-05-01")
    early = text("The denuclearization of the reef goes on. The ferry sails.", published="2030-01-01T08:00:00+00:00")
    undated, absent = text("A denuclearized reef is our aim."), text("The ferry sails.", published="2031-01-01")
    found = wording_of("denuclearization", [late, undated, absent, early])
    assert [[span.text for span in one.passages] for one in found] == [
        ["The denuclearization of the reef goes on."],
        [],
        ["They denuclearise the reef."],
        ["A denuclearized reef is our aim."],
    ]
    assert found[1].to_json() == {
        "document": absent.document.id,
        "url": None,
        "published": "2031-01-01",
        "passages": [],
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "A nuclear-free strait is our goal.",
        "We want a strait free of nuclear arms.",
        "Oresk shall abandon all its nuclear weapons.",
        "They dreamt of a world without nuclear weapons.",
        "De-nuclearisation comes first.",
    ],
)
def test_what_taking_it_away_is_called_otherwise_is_found(sentence: str, text: MakeText) -> None:
    (one,) = wording_of("denuclearization", [text(sentence)])
    assert [span.text for span in one.passages] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Oresk builds nuclear plants.",
        "The nuclear test was condemned.",
        "Non-nuclear states met in Port Vale.",
        "They abandoned the reef.",
        "The degree of heat was clear.",
    ],
)
def test_what_only_sounds_near_is_not(sentence: str, text: MakeText) -> None:
    (one,) = wording_of("denuclearization", [text(sentence)])
    assert one.passages == ()


def test_of_several_words_all_must_be_there_in_any_form(text: MakeText) -> None:
    held = text("Freedoms of navigation matter. Freedom matters. Navigation lights burn.")
    (one,) = wording_of("freedom of navigation", [held])
    assert [span.text for span in one.passages] == ["Freedoms of navigation matter."]


def test_a_clause_between_semicolons_stands_for_itself(text: MakeText) -> None:
    (one,) = wording_of("salmon", [text("The rain stopped; the salmon came back; and the boats sailed.")])
    assert [span.text for span in one.passages] == ["the salmon came back"]
    one.passages[0].check(one.document.text)


@pytest.mark.parametrize("topic", ["", "  ", "…", "of the"])
def test_a_topic_without_a_word_is_refused(topic: str) -> None:
    with pytest.raises(UsageError, match="holds no word to look for"):
        Topic.of(topic)
