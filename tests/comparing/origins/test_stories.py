"""The words of a story as copies are compared."""

from onrecord.comparing.origins.stories import Story, story_of
from onrecord.records import Document, Zone, document_id

BODY = "The ferry to Port Vale sank at noon on Monday with 1,200 sacks of grain, the harbour office said."


def story(text: str, *zones: Zone) -> Story:
    return story_of(Document(id=document_id(text), text=text, zones=zones))


def test_headline_byline_and_credit_are_each_outlets_own() -> None:
    text = f"Ferry sinks\nBy Una Quill\n{BODY}\n(Gull Wire)"
    start = text.index(BODY)
    body = Zone("body", start, start + len(BODY))
    zones = (Zone("headline", 0, 11), Zone("byline", 12, 24), body, Zone("credit", len(text) - 11, len(text)))
    assert story(text, *zones).words == story(BODY).words


def test_where_the_body_says_hardly_anything_the_whole_text_counts() -> None:
    text = f"{BODY}\nMore soon."
    words = story(text, Zone("headline", 0, len(BODY)), Zone("body", len(BODY) + 1, len(text))).words
    assert words[:3] == ("the", "ferry", "to")
    assert words[-2:] == ("more", "soon")


def test_words_are_folded_and_numbers_are_one_word() -> None:
    assert story("Béla took 3,400 of 7.3 tons").words == ("bela", "took", "3400", "of", "7.3", "tons")


def test_a_tokenised_text_has_the_same_words() -> None:
    plain = story("The 61-year-old's crew of 3,400 tried it (7.3) at 2 a.m. in Port Vale, U.S.").words
    parted = story(
        "The 61 - year - old 's crew of 3 , 400 tried it ( 7 . 3 ) at 2 a . m . in Port Vale , U . S ."
    ).words
    assert plain == parted


def test_a_year_after_a_day_is_no_thousand() -> None:
    assert story("July 7, 2012").words == story("July 7 , 2012").words == ("july", "7", "2012")


def test_places_are_slices_of_the_text() -> None:
    text = "Ünder 1,200 sails"
    found = story(text)
    assert [text[start:end] for start, end in found.places] == ["Ünder", "1,200", "sails"]
    assert text[slice(*found.extent(0, 2))] == "Ünder 1,200"


def test_what_is_quoted_is_not_told_by_the_report() -> None:
    found = story('Quill said: "We sail at dawn." They did.')
    assert [word for word, told in zip(found.words, found.told, strict=True) if not told] == [
        "we",
        "sail",
        "at",
        "dawn",
    ]


def test_an_address_is_no_part_of_a_story() -> None:
    assert story(f"http : / / www . lantern . example / ferry - sinks\n{BODY}").words == story(BODY).words


def test_an_empty_text_has_no_words() -> None:
    assert story("").words == story(" \n…\n").words == ()
