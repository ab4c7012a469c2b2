"""Copies of one story put together."""

import pytest

from onrecord.comparing.origins.families import Comparer, families, family_of
from onrecord.comparing.origins.origins import agency_of, origin_of, origins_in
from onrecord.records import Page

from .shelves import FOOTER, LAST, LEAD, MORE, OTHER, Shelf


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def test_a_story_its_copies_and_who_wrote_it(shelf: Shelf) -> None:
    brief = shelf.put(LEAD, url="brief", published="2031-04-04", outlet="The Reef")
    long = shelf.put(LEAD, MORE, LAST, url="long", published="2031-04-03", agency="Gull Wire")
    shelf.put(OTHER, published="2031-04-03")
    (story,) = origins_in(shelf)
    assert (story.agency, story.earliest, story.model) == ("Gull Wire", long, long)
    assert [(copy.page.url, copy.how) for copy in story.copies] == [("long", "same"), ("brief", "cut")]
    assert [span.text for span in story.copies[1].cut] == [f"{MORE}\n{LAST}".rstrip(".")]
    assert story.copies[1].added == ()
    similarity = story.to_json()["copies"][1]["similarity"]
    assert story.to_json() == {
        "copies": [
            {"document": long, "url": "long", "similarity": 1.0},
            {"document": brief, "url": "brief", "similarity": similarity},
        ],
        "agency": "Gull Wire",
        "earliest": long,
    }
    assert 0 < similarity < 1


def test_asking_for_one_document_finds_the_same_story(shelf: Shelf) -> None:
    brief = shelf.put(LEAD, published="2031-04-04")
    shelf.put(LEAD, MORE, LAST, published="2031-04-03")
    assert [origin_of(shelf, brief)] == list(origins_in(shelf))


def test_a_story_that_nobody_copied_is_its_only_copy(shelf: Shelf) -> None:
    alone = shelf.put(OTHER)
    assert [copy.page.document for copy in origin_of(shelf, alone).copies] == [alone]
    assert list(origins_in(shelf)) == []


def test_an_empty_document_is_no_copy_of_anything(shelf: Shelf) -> None:
    empty = shelf.put("")
    shelf.put("…")
    shelf.put(LEAD)
    assert list(origins_in(shelf)) == []
    assert [copy.similarity for copy in origin_of(shelf, empty).copies] == [1.0]


def test_one_text_at_forty_addresses_has_forty_copies(shelf: Shelf) -> None:
    for number in range(40):
        shelf.put(LEAD, url=str(number))
    (story,) = origins_in(shelf)
    assert len(story.copies) == 40
    assert {copy.similarity for copy in story.copies} == {1.0}


def test_a_footer_makes_no_copies(shelf: Shelf) -> None:
    for story in (LEAD, OTHER, MORE):
        shelf.put(story, FOOTER)
    assert list(origins_in(shelf)) == []


def test_what_hangs_together_over_a_third_text_is_one_story(shelf: Shelf) -> None:
    shelf.put(LEAD)
    shelf.put(LEAD, MORE)
    shelf.put(MORE)
    assert [len(story.copies) for story in origins_in(shelf)] == [3]


def test_other_words_after_a_week_are_another_story_and_the_same_words_are_not(shelf: Shelf) -> None:
    first = shelf.put(LEAD, MORE, published="2031-04-03")
    shelf.put(LEAD, MORE, LAST, published="2031-05-03")
    again = shelf.put(f"{LEAD} {MORE}", published="2031-05-03")
    assert sorted(copy.page.document for copy in origin_of(shelf, first).copies) == sorted([first, again])


def form(numbers: tuple[int, ...]) -> str:
    a, b, c, d = numbers
    text = "Grain stocks fell {} tons to {} tons in the week, and prices rose by {} to {} crowns a ton, traders said."
    return text.format(a, b, c, d)


def test_a_form_filled_in_anew_is_marked_where_no_date_tells_and_counts_as_no_copy(shelf: Shelf) -> None:
    first = shelf.put(form((291, 3244, 15, 75)), form((7, 751, 5, 17)))
    shelf.put(form((430, 3565, 25, 79)), form((8, 799, 6, 18)))
    (story,) = origins_in(shelf)
    assert sorted(copy.how for copy in story.copies) == ["form", "same"]
    assert family_of(Comparer(shelf), first, forms=False) == [first]


def test_a_form_of_the_next_day_is_another_story(shelf: Shelf) -> None:
    shelf.put(form((291, 3244, 15, 75)), form((7, 751, 5, 17)), published="2031-04-03")
    shelf.put(form((430, 3565, 25, 79)), form((8, 799, 6, 18)), published="2031-04-05")
    assert list(origins_in(shelf)) == []


def test_many_near_copies_are_not_compared_each_with_each(shelf: Shelf) -> None:
    for number in range(120):
        shelf.put(LEAD, MORE, LAST, f"Printed for reader {number}.")
    shelf.asked = 0
    (family,) = families(Comparer(shelf))
    assert len(family) == 120
    assert shelf.asked == 120


@pytest.mark.parametrize(
    ("credits", "agency"),
    [
        (["Gull Wire", "Gull Wire", "Northwire", None], "Gull Wire"),
        (["Gull Wire", "Northwire"], None),
        ([None], None),
        ([], None),
    ],
)
def test_the_agency_is_the_one_that_most_credit(credits: list[str | None], agency: str | None) -> None:
    assert agency_of([Page(document="a", agency=credit) for credit in credits]) == agency
