"""Edits between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.revisions.edits import edits_between
from onrecord.comparing.revisions.wording import Wording

STORY = "The board met on Monday. It agreed to dredge the harbour before winter. Fishermen cheered outside the hall."
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The board met on Monday.",
            "It agreed to dredge the harbour.",
            "Fishermen cheered outside the hall.",
            "Nobody spoke of the cost, which is 40 million.",
            "Rain fell.",
        ]
    ),
    max_size=8,
)


def told(before: str, after: str) -> dict[str, list[str]]:
    a, b = Wording(before), Wording(after)
    found = edits_between(a, b)

    def cut(side: Wording, first: int, last: int) -> str:
        return side.span(first, last).text if first < last else ""

    return {
        "within": [f"{cut(a, e.a, e.a_end)} > {cut(b, e.b, e.b_end)}" for e in found.within],
        "removed": [cut(a, *one) for one in found.removed],
        "added": [cut(b, *one) for one in found.added],
        "moved": [cut(a, one.a, one.a_end) for one in found.moved],
    }


def test_a_text_and_itself_differ_in_nothing() -> None:
    assert told(STORY, STORY) == {"within": [], "removed": [], "added": [], "moved": []}


def test_a_word_within_a_sentence() -> None:
    assert told(STORY, STORY.replace("dredge", "deepen"))["within"] == ["dredge > deepen"]


def test_whole_sentences() -> None:
    shorter = STORY.replace("It agreed to dredge the harbour before winter. ", "")
    assert told(STORY, shorter)["removed"] == ["It agreed to dredge the harbour before winter"]
    assert told(shorter, STORY)["added"] == ["It agreed to dredge the harbour before winter"]


def test_a_removed_sentence_that_begins_as_the_next_does_is_whole() -> None:
    before = "The board met on Monday. The board agreed on a price. The mayor was away."
    assert told(before, before.replace("The board met on Monday. ", ""))["removed"] == ["The board met on Monday"]


def test_a_sentence_that_stands_elsewhere_was_moved() -> None:
    first, second, third = (f"{one.strip('. ')}." for one in STORY.split(". "))
    found = told(STORY, f"{third} {first} {second}")
    assert found["moved"] and not (found["removed"] or found["added"] or found["within"])


def test_a_sentence_that_was_moved_and_changed() -> None:
    first, second, third = (f"{one.strip('. ')}." for one in STORY.split(". "))
    changed = third.replace("outside the hall", "outside the old hall")
    found = told(
        f"{STORY} Rain fell all day on the town.", f"{changed} {first} {second} Rain fell all day on the town."
    )
    assert found["within"] == [" > old"]
    assert (found["removed"], found["added"]) == ([], [])


def test_words_alike_by_chance_hold_no_edit_apart() -> None:
    found = told(
        "The envoy flew from Oresk to Port Vale on Friday.", "The envoy went by ship to the cape of Oriel on Friday."
    )
    assert found["within"] == ["flew from Oresk to Port Vale > went by ship to the cape of Oriel"]


def test_an_empty_text_loses_everything() -> None:
    assert len(told(STORY, "")["removed"]) == 3
    assert len(told("", STORY)["added"]) == 3


@given(SENTENCES, SENTENCES)
def test_every_word_is_matched_or_told_of(before: list[str], after: list[str]) -> None:
    a, b = Wording(" ".join(before)), Wording(" ".join(after))
    found = edits_between(a, b)
    gone = {word for first, last in found.removed for word in range(first, last)}
    gone |= {word for edit in found.within for word in range(edit.a, edit.a_end)}
    new = {word for first, last in found.added for word in range(first, last)}
    new |= {word for edit in found.within for word in range(edit.b, edit.b_end)}
    assert {word for word, match in enumerate(found.to_b) if match < 0} == gone
    assert {word for word, match in enumerate(found.to_a) if match < 0} == new
    assert all(a.keys[word] == b.keys[match] for word, match in enumerate(found.to_b) if match >= 0)
