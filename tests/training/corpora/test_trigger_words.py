import pytest

from onrecord.encoder.tags import PLOVER
from training.corpora.marked import Extent, Mark
from training.corpora.trigger_words import found_in, layer_of, lemmas, nearest, table


def extent(text: str, words: str) -> Extent:
    start = text.index(words)
    return start, start + len(words)


def trigger(text: str, type_: str, actor: str, recipient: str | None) -> str | None:
    ends = extent(text, actor), None if recipient is None else extent(text, recipient)
    best = nearest(text, found_in(text, type_), type_, *ends)
    return best and text[best.start : best.end]


def test_every_type_has_at_least_forty_words_and_no_other_type_has_any() -> None:
    assert set(lemmas()) == set(PLOVER)
    assert {type_: len(words) for type_, words in lemmas().items() if len(words) < 40} == {}


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("banned", "COERCE"),
        ("stabbing", "ASSAULT"),
        ("met", "CONSULT"),
        ("denied", "REJECT"),
        ("agreeing", "AGREE"),
        ("called for", "REQUEST"),
        ("air strikes", "ASSAULT"),
        ("withdrew", "RETREAT"),
    ],
)
def test_words_are_known_in_their_inflected_forms(words: str, type_: str) -> None:
    assert type_ in table()[tuple(words.split())]


def test_the_longest_phrase_is_found_unless_it_cannot_name_the_type() -> None:
    text = "Orland called for joint military exercises."
    assert [text[one.start : one.end] for one in found_in(text)] == ["called for", "joint military exercises"]
    assert [text[one.start : one.end] for one in found_in(text, "MOBILIZE")] == ["military exercises"]


def test_a_word_between_the_two_is_taken_before_one_outside() -> None:
    text = "After the raid, Orland attacked a depot in Vesmar."
    assert trigger(text, "ASSAULT", "Orland", "a depot in Vesmar") == "attacked"


def test_the_noun_that_names_the_act_is_taken_before_a_verb_that_may() -> None:
    text = "Orland sent medical aid to Vesmar."
    assert trigger(text, "AID", "Orland", "Vesmar") == "aid"


def test_mutual_acts_stand_behind_both() -> None:
    assert trigger("Orland and Vesmar held talks on fishing.", "CONSULT", "Orland", "Vesmar") == "talks"


def test_one_of_the_two_is_enough() -> None:
    assert trigger("Bakers in Orland went on hunger strike.", "PROTEST", "Bakers in Orland", None) == "hunger strike"


def test_no_word_within_the_two_or_far_from_both_is_taken() -> None:
    assert trigger("The strike force left Vesmar.", "ASSAULT", "The strike force", "Vesmar") is None
    far = "Orland thanked Vesmar, which is known for its lakes, its cheese, its wool, its clocks, and for the massacre."
    assert trigger(far, "ASSAULT", "Orland", "Vesmar") is None


def test_what_is_found_and_is_no_trigger_is_unsure() -> None:
    text = "Orland refused to withdraw."
    layer = layer_of(found_in(text), [Mark(*extent(text, "refused"), "REJECT")])
    assert layer.marks == (Mark(7, 14, "REJECT"),)
    assert layer.unsure == (extent(text, "withdraw"),)
