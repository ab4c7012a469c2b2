"""Corrections that a text declares."""

import pytest

from onrecord.comparing import NOTICE_WORDS, notices_in


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("CORRECTED - FERRY BOARD NET\n\nPORT VALE, May 4 - It rose.", "corrected", ""),
        ("(CORRECTED)-FERRY BOARD NET\n\nIt rose.", "corrected", ""),
        ("RPT-FERRY BOARD NET\n\nIt rose.", "repeated", ""),
        ("It rose. (Corrects day of sailing to Tuesday)\n", "corrected", "day of sailing to Tuesday"),
        ("It rose.\n    - corrects the year of the storm.\n", "corrected", "the year of the storm."),
        ("It rose.\n    Company corrects pay date\n", "corrected", "pay date"),
        ("It rose.\n(This story corrects the spelling of Orlin)", "corrected", "the spelling of Orlin"),
        ("It rose.\nCorrection: The ferry had 40 seats.", "corrected", "The ferry had 40 seats."),
        ("It rose.\nClarification: Only some sailed.", "clarified", "Only some sailed."),
        ("(Clarifies that only some boats sailed)\nIt rose.", "clarified", "that only some boats sailed"),
    ],
)
def test_forms_of_the_trade(text: str, kind: str, what: str) -> None:
    (notice,) = notices_in(text)
    assert (notice.kind, notice.what) == (kind, what)
    notice.span.check(text)


@pytest.mark.parametrize(
    "said",
    [
        "An earlier version of this report misstated the number of boats.",
        "This story has been corrected to show that 40 boats sailed.",
        "This article was amended on 5 May to name the captain.",
        "Editor's note: An earlier version gave the wrong day.",
        "A previous version of this report incorrectly said that ice had melted.",
    ],
)
def test_sentences_that_own_up(said: str) -> None:
    (notice,) = notices_in(f"Boats sailed.\n\n{said}\n")
    assert notice.span.text == said


@pytest.mark.parametrize(
    "text",
    [
        "BOARD CORRECTS SIZE OF FLEET\n\nThe board corrected its fleet to 40 boats.",
        "OFFICE CLARIFIES RULES\n\nPORT VALE, May 4 - The office has clarified the rules.",
        '"We are correcting our course," he said.',
        "The report was updated by the board, he said, and the version of the map is new.",
        "Editor's note: Ada Orlin is a guest of this page.",
        "",
    ],
)
def test_stories_that_declare_nothing(text: str) -> None:
    assert notices_in(text) == ()


def test_a_slug_and_a_note_are_two() -> None:
    text = "CORRECTED-FERRY BOARD NET\n\nIt rose to 41.\n    Corrects the net.\n"
    assert [notice.what for notice in notices_in(text)] == ["", "the net."]


def test_every_notice_has_a_word_to_be_looked_up_by() -> None:
    assert all(word.strip("*") == word.strip("*").casefold() for word in NOTICE_WORDS)
