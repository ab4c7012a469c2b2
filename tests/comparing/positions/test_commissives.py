"""Which clauses promise, and which only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.positions.commissives import is_idle, promises_in


def told(sentence: str) -> list[tuple[str, str]]:
    return [(one.form, sentence[one.verb_end : one.end].strip()) for one in promises_in(sentence)]


@pytest.mark.parametrize(
    ("sentence", "form", "promised"),
    [
        ("The two harbours pledge to keep the strait open.", "promise", "keep the strait open"),
        ("Valland committed to sharing its charts.", "promise", "sharing its charts"),
        ("Valland and Oresk remain firmly committed to the ferry line.", "promise", "the ferry line"),
        ("Valland committed $40 million to the lighthouse.", "promise", "$40 million to the lighthouse"),
        ("Both towns agreed to dredge the bay.", "agreement", "dredge the bay"),
        ("They agreed that both would open their ports.", "agreement", "both would open their ports"),
        ("The council decided to build a pier.", "decision", "build a pier"),
        ("We are determined to end the ice tax.", "decision", "end the ice tax"),
        ("Ministers reaffirmed their strong and lasting commitment to free passage.", "reaffirmation", "free passage"),
        ("Orlin reiterated the commitment of Valland and Oresk to help us.", "reaffirmation", "help us"),
        ("We are of one mind in our pledge to the ferrymen.", "reaffirmation", "the ferrymen"),
        ("The line intends to add two boats.", "intention", "add two boats"),
        ("We stand ready to send pilots.", "offer", "send pilots"),
        ("Oresk announced a new investment in the docks.", "announcement", "a new investment in the docks"),
        ("We will not tire of this work.", "will", "tire of this work"),
        ("We’re going to repair the U.S. pier, and soon.", "will", "repair the U.S. pier, and soon"),
    ],
)
def test_a_clause_that_promises_is_found_with_what_it_promises(sentence: str, form: str, promised: str) -> None:
    assert told(sentence) == [(form, promised)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Valland should commit to open ports.",
        "Oresk did not agree to meet.",
        "She urged them to agree to a truce.",
        "His promise to return was old.",
        "They agreed that the tide was high.",
        "Will you commit to a date?",
        "The timetable they announce today owes much to older plans.",
        "A ship which will sail tomorrow lies here.",
        "The ships were many.",
    ],
)
def test_what_is_urged_denied_asked_or_only_spoken_of_promises_nothing(sentence: str) -> None:
    assert told(sentence) == []


def test_two_promises_of_one_sentence_are_two_and_the_first_ends_before_the_second() -> None:
    sentence = "Valland pledged to send pilots, and Oresk agreed to pay them."
    assert told(sentence) == [("promise", "send pilots"), ("agreement", "pay them")]


def test_a_speaker_s_talk_about_his_talk_is_idle_and_a_party_s_deed_is_not() -> None:
    assert is_idle("see", named=False)
    assert is_idle("do that", named=False)
    assert is_idle("", named=True)
    assert is_idle("be", named=True)
    assert is_idle("provide", named=False) is False
    assert is_idle("give", named=True) is False


@given(st.text(alphabet=" abcdeilmnoprstuwy’$.,;ITW4\n", max_size=200))
def test_every_clause_lies_in_its_sentence_and_none_overlaps_the_next(sentence: str) -> None:
    last = 0
    for one in promises_in(sentence):
        assert last <= one.start < one.verb_end < one.end <= len(sentence)
        last = one.verb_end


def test_a_long_text_without_stops_is_no_burden() -> None:
    assert list(promises_in("lyly " * 20_000)) == []
    assert len(list(promises_in("we will sail and " * 2_000))) == 2_000
