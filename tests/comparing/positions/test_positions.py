"""What a speaker said on a topic over time."""

import json
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.positions.positions import between, is_dated, line_of
from onrecord.comparing.positions.repeats import folded
from onrecord.comparing.positions.topics import Topic, cosines, same_word
from onrecord.comparing.positions.uptake import content_words
from onrecord.comparing.positions.voices import speakers_in, voice_of
from onrecord.errors import NotInLedger, UsageError
from onrecord.records import MEANING_WIDTH, Role, Uttered

from .promising import uttered

FERRY = Topic("ferry tolls")


def towards(*numbers: int) -> bytes:
    vector = np.zeros(MEANING_WIDTH, dtype=np.int8)
    vector[: len(numbers)] = numbers
    return vector.tobytes()


def words_of(line: list[Uttered]) -> list[str]:
    return [one.told.statement.content[0].text for one in line]


def test_a_line_is_in_order_of_when_it_was_said_and_what_has_no_date_stands_last() -> None:
    said = [
        uttered("Ferry tolls will fall", said="2031-06", document="b"),
        uttered("Ferry tolls are too high", said=None, document="c"),
        uttered("Ferry tolls must stay", said="2031-05-02", document="a"),
        uttered("The lighthouse is old", said="2031-05-01", document="d"),
    ]
    line = [one.uttered for one in line_of(said, FERRY)]
    assert words_of(line) == ["Ferry tolls must stay", "Ferry tolls will fall", "Ferry tolls are too high"]
    assert [is_dated(one) for one in line] == [True, True, False]


def test_what_is_asked_of_others_or_declined_is_no_position() -> None:
    said = [
        uttered("Who pays ferry tolls?", act="ask"),
        uttered("to speak of ferry tolls", act="decline", document="b"),
    ]
    assert line_of(said, FERRY) == []
    assert line_of([], FERRY) == []


def test_the_same_words_in_several_reports_stand_once_and_are_counted() -> None:
    words = "Ferry tolls on the northern strait will fall by half next year"
    said = [
        uttered(f"“{words}!”", said="2031-05-03", document="b"),
        uttered(words, said="2031-05-01", document="a"),
        uttered("Ferry tolls on the northern strait will fall by half next year, as I told the council", document="c"),
        uttered(words, said="2031-05-01", document="d"),
    ]
    (position,) = line_of(said, FERRY)
    assert position.documents == 4
    assert position.uttered.told.page.document == "c"  # said on the day of its report, 3 April
    assert json.loads(json.dumps(position.to_json()))["reports"] == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [("country", "countries"), ("launch", "launches"), ("tax", "taxes"), ("movie", "movies"), ("house", "houses")],
)
def test_a_noun_and_its_plural_are_one_content_word(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_a_noun_that_ends_like_a_plural_is_none() -> None:
    assert content_words("the crisis of its status and losses") == {"crisis", "status", "loss"}


def test_a_claim_that_is_taken_up_in_other_strength_is_a_change() -> None:
    before = "We will halve the ferry tolls on the northern strait."
    after = "We may halve the ferry tolls on the northern strait."
    first, second = line_of(
        [uttered(before, said="2031-05-01"), uttered(after, said="2031-06-01", document="b")], FERRY
    )
    assert first.changed is None
    assert second.changed is not None
    assert (second.changed.change, second.changed.before.span.text) == ("softened", before)
    told = second.to_json()["changed"]
    assert told is not None
    assert (told["after"]["text"], told["since"]["document"]) == (after, "a")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We will halve the ferry tolls on the northern strait.", "We may double the tolls that sledges pay inland."),
        (
            "We will halve the ferry tolls on the northern strait.",
            "We will halve the ferry tolls on the northern strait!",
        ),
    ],
)
def test_another_claim_or_the_same_strength_is_no_change(before: str, after: str) -> None:
    line = line_of([uttered(before, said="2031-05-01"), uttered(after, said="2031-06-01", document="b")], FERRY)
    assert [one.changed for one in line] == [None] * len(line)


def test_what_has_no_date_changes_nothing() -> None:
    said = [
        uttered("We will halve the ferry tolls on the northern strait.", said="2031-05-01"),
        uttered("We may halve the ferry tolls on the northern strait.", said=None, document="b"),
    ]
    assert [one.changed for one in line_of(said, FERRY)] == [None, None]


def test_one_statement_is_a_line() -> None:
    (position,) = line_of([uttered("Ferry tolls will fall")], FERRY)
    assert (position.documents, position.changed, position.also) == (1, None, ())
    assert position.why.words == ("ferry", "tolls")


def test_what_is_near_in_meaning_is_on_the_topic_without_its_words_and_says_how_near() -> None:
    topic = Topic("ferry tolls", towards(100, 0))
    near, far = uttered("Crossing is dear", meaning=towards(80, 60)), uttered("It snows", meaning=towards(0, 9))
    (position,) = line_of([near, far], topic)
    assert position.uttered is near
    assert position.why.similarity == pytest.approx(0.8, abs=0.01)
    assert position.why.words == ()


def test_a_country_is_on_the_topic_under_each_of_its_names() -> None:
    said = [
        uttered("Norwegian tolls fall"),
        uttered("Oslo cuts its toll", document="b"),
        uttered("Tolls fall", document="c"),
    ]
    line = line_of(said, Topic("tolls in Norway"))
    assert len(line) == 2
    assert line[0].why.words == ("Norway", "tolls")


def test_words_are_one_in_their_forms_and_no_further() -> None:
    assert same_word("price", "prices")
    assert same_word("korea", "korean")
    assert not same_word("missile", "mission")
    assert not same_word("toll", "tool")


def test_a_vector_of_nothing_is_near_to_nothing() -> None:
    assert cosines([None, bytes(MEANING_WIDTH)], towards(1)) == [None, 0.0]
    assert cosines([None], towards(1)) == [None]
    assert cosines([towards(1)], None) == [None]


def test_between_two_days_stands_what_may_have_been_said_then() -> None:
    said = [uttered("a b", said="2031-05-02"), uttered("c d", said="2031-05"), uttered("e f", said=None)]
    assert words_of(between(said, "2031-05-03", None)) == ["c d"]
    assert words_of(between(said, None, "2031-05-02")) == ["a b", "c d"]
    assert words_of(between(said, None, None)) == ["a b", "c d", "e f"]


def test_a_name_means_one_speaker_and_his_statements() -> None:
    said = [uttered("a", roles=(Role("Harbour Minister", "Valland"),)), uttered("b", speaker="Valland", document="b")]
    orlin, valland = (voice_of(name, speakers_in(said)) for name in ("orlin", "Valland"))
    assert [orlin.said(one) for one in said] == [True, False]
    assert [valland.said(one) for one in said] == [False, True]
    assert [valland.spoken_for(one) for one in said] == [True, False]
    assert [orlin.spoken_for(one) for one in said] == [False, False]


def test_a_name_of_nobody_or_of_several_is_told() -> None:
    said = [uttered("a", speaker="Ada Orlin"), uttered("b", speaker="Bo Orlin", document="b")]
    with pytest.raises(UsageError, match="several speakers may be meant: Ada Orlin; Bo Orlin; give the whole name"):
        voice_of("Orlin", speakers_in(said))
    with pytest.raises(NotInLedger, match="Cleo Marr: is nobody who speaks in this ledger"):
        voice_of("Cleo Marr", speakers_in(said))
    assert voice_of("Ada Orlin", speakers_in(said)).name == "Ada Orlin"


def test_ten_thousand_copies_of_one_statement_are_one_soon() -> None:
    words = "Ferry tolls on the northern strait will fall by half next year, and not before"
    said = [uttered(words, document=str(number)) for number in range(10_000)]
    began = perf_counter()
    (one,) = folded(said)
    assert perf_counter() - began < 10
    assert len(one.also) == 9_999


@given(st.lists(st.sampled_from(["we sail at dawn", "we sail", "no"]), max_size=8))
def test_folding_keeps_each_statement_once(sentences: list[str]) -> None:
    said = [uttered(words, document=str(number)) for number, words in enumerate(sentences)]
    kept = folded(said)
    assert sorted(id(x) for one in kept for x in (one.first, *one.also)) == sorted(map(id, said))
    assert len(kept) == len(set(sentences))
