"""What became of a story in its copies."""

import pytest

from onrecord.comparing.origins.copying import added, kinship_of, left_out
from onrecord.comparing.origins.stories import Story, story_of
from onrecord.records import Document, document_id

LEAD = "The ferry Anna sank off Port Vale on Monday after it had struck a reef in heavy fog, the harbour office said."
MORE = "All 40 passengers were brought ashore by fishing boats from the village of Oriel, where a school was opened."
LAST = "The owners had asked for a lighthouse on the reef for eleven years and had been told that there was no money."
OTHER = "Parliament will debate the budget of the railways next week, and members of both parties expect a long night."
FORM = (
    "Grain stocks fell {0} tons to {1} tons in the week and prices rose {2} crowns to {3} crowns a ton, traders said."
)


def story(*paragraphs: str) -> Story:
    text = "\n".join(paragraphs)
    return story_of(Document(id=document_id(text), text=text))


def test_the_same_text() -> None:
    kinship = kinship_of(story(LEAD, MORE), story(LEAD, MORE))
    assert (kinship.is_copy, kinship.how, kinship.similarity, kinship.containment) == (True, "same", 1.0, 1.0)
    assert left_out(kinship) == added(kinship) == []


def test_a_brief_cut_from_a_long_story_is_a_copy_though_it_is_a_small_part() -> None:
    kinship = kinship_of(story(LEAD, MORE, LAST, OTHER), story(LEAD))
    assert (kinship.is_copy, kinship.how, kinship.containment) == (True, "cut", 1.0)
    assert kinship.similarity < 0.5


def test_the_long_story_extends_the_brief() -> None:
    assert kinship_of(story(LEAD), story(LEAD, MORE, LAST)).how == "extended"


def test_what_was_cut_and_what_was_added() -> None:
    a, b = story(LEAD, MORE, LAST), story(LEAD, LAST, OTHER)
    kinship = kinship_of(a, b)
    assert kinship.how == "edited"
    assert [" ".join(a.words[first:last]) for first, last in left_out(kinship)] == [" ".join(story(MORE).words)]
    assert [" ".join(b.words[first:last]) for first, last in added(kinship)] == [" ".join(story(OTHER).words)]


@pytest.mark.parametrize("other", [(), (OTHER,), ("",)])
def test_unlike_and_empty_texts_are_no_copies(other: tuple[str, ...]) -> None:
    kinship = kinship_of(story(LEAD, MORE), story(*other))
    assert (kinship.is_copy, kinship.words) == (False, 0)
    assert kinship_of(story(), story()).is_copy is False


def test_two_reports_of_the_same_words_are_no_copies() -> None:
    said = f"“{LAST} We shall ask again, and again, until somebody listens to those who live on the coast.”"
    one = story(f"{OTHER} Later the owners spoke to members in the lobby of the house.", said)
    two = story(
        "At the quay in Port Vale a crowd of two hundred heard the speech of the company late in the rain.", said
    )
    assert kinship_of(one, two).is_copy is False


def test_a_text_that_is_nothing_but_a_quotation_is_copied() -> None:
    said = f"“{LEAD} {LAST}”"
    assert kinship_of(story(said), story(said)).is_copy


def test_a_routine_report_with_other_numbers_is_a_form() -> None:
    a = story(FORM.format(291, 3244, 1.5, 75.1), FORM.replace("Grain", "Oat").format(7, 751, 0.5, 17.9))
    b = story(FORM.format(430, 3565, 2.5, 79.9), FORM.replace("Grain", "Oat").format(8, 799, 0.7, 18.4))
    kinship = kinship_of(a, b)
    assert kinship.refilled
    assert kinship.how == "form"


def test_a_corrected_number_makes_no_form_of_a_copy() -> None:
    a, b = (story(FORM.format(291, 3244, 1.5, price), LEAD, MORE) for price in (75.1, 57.1))
    kinship = kinship_of(a, b)
    assert (kinship.is_copy, kinship.refilled, kinship.how) == (True, False, "edited")


def test_another_language_has_nothing_in_common() -> None:
    assert not kinship_of(
        story(LEAD), story("Die Fähre sank am Montag vor Port Vale nach einem Aufprall im Nebel.")
    ).is_copy
