"""What a file says of itself is taken where its text bears it out."""

import pytest

from onrecord.reading.pdf.reader import story_in
from onrecord.reading.pdf.stated import authors_in, title_in
from tests.reading.pdf.setting import PARAGRAPHS, Setter, Style

TITLE = "Norvanna reopens the strait"
TEXT = f"{TITLE}\nBy Tamsin Oake\nThe strait is open."


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (TITLE, TITLE),
        (f" {TITLE.upper()}\n", TITLE.upper()),
        ("Microsoft Word - strait.doc", None),
        ("Another story of last year", None),
        ("untitled", None),
        ("The strait.docx", None),
        ("strait", None),
        ("", None),
    ],
)
def test_a_title_stands_in_the_text(stated: str, title: str | None) -> None:
    assert title_in({"Title": stated}, TEXT) == title


@pytest.mark.parametrize(
    ("stated", "authors"), [("Tamsin Oake", ("Tamsin Oake",)), ("Joren Vale", ()), ("hmo-pc4", ()), ("", ())]
)
def test_an_author_is_named_in_the_text(stated: str, authors: tuple[str, ...]) -> None:
    assert authors_in({"Author": stated}, TEXT) == authors


def test_a_title_that_is_set_no_larger_is_the_headline() -> None:
    setter = Setter(Style(gap=8))
    setter.canvas.setTitle(TITLE)
    setter.paragraph(TITLE)
    setter.paragraph(PARAGRAPHS[0])
    read = story_in(setter.done(), "a.pdf")
    assert [read.text[mark.start : mark.end] for mark in read.marks if mark.kind == "headline"] == [TITLE]
    # The day on which the file was made is no day of publication.
    assert read.metadata.published == ()
