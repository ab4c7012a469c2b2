"""Set pages come back as the paragraphs that were set."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from onrecord.reading.pdf.reader import story_in
from tests.reading.pdf.setting import HEADLINE, PARAGRAPHS, WIDTH, Setter, Style, drawn, story

STYLES = {
    "one column, gaps": Style(gap=6),
    "one column, indents": Style(indent=14, gap=0),
    "one column, justified": Style(indent=14, gap=0, justified=True),
    "double-spaced": Style(leading=24, gap=10, depth=640),
    "two columns": Style(columns=2, indent=10, gap=0, justified=True),
    "two columns, narrow gutter": Style(columns=2, gutter=10, indent=10, gap=0, justified=True),
    "two columns, gaps": Style(columns=2, gap=5),
    "three columns": Style(columns=3, gutter=12, indent=9, gap=0, size=9, leading=10.8, justified=True),
    "several pages": Style(indent=14, gap=0, depth=80),
    "columns on several pages": Style(columns=2, indent=10, gap=0, depth=96),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_paragraphs_come_back_whole_and_in_order(style: Style) -> None:
    read = story_in(story(style), "a.pdf")
    headline, *paragraphs = read.text.split("\n")
    assert headline == HEADLINE
    assert [(mark.kind, mark.start, mark.end) for mark in read.marks] == [("headline", 0, len(HEADLINE))]
    assert " ".join(paragraphs) == " ".join(PARAGRAPHS)
    right = [words for words in paragraphs if words in PARAGRAPHS]
    # Whether a paragraph ended with its column cannot always be told.
    assert len(right) >= len(PARAGRAPHS) - 1
    assert len(paragraphs) <= len(PARAGRAPHS) + 1


def test_heads_feet_and_page_numbers_are_no_text() -> None:
    def furniture(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(60, 810, "Ministry of Harbours of Norvanna")
        canvas.drawRightString(WIDTH - 60, 810, f"No. 7 / {canvas.getPageNumber()}")
        canvas.drawCentredString(WIDTH / 2, 40, f"Page {canvas.getPageNumber()} of 4")

    setter = Setter(Style(indent=14, gap=0, depth=80))
    setter.each_page.append(furniture)
    setter.headline(HEADLINE)
    for words in PARAGRAPHS:
        setter.paragraph(words)
    assert story_in(setter.done(), "a.pdf").text.replace("\n", " ") == " ".join((HEADLINE, *PARAGRAPHS))


def test_a_number_that_stands_alone_in_the_text_stays() -> None:
    read = story_in(drawn([(60, 600, "The guild counted the ships that had sailed:"), (60, 580, "1200")]), "a.pdf")
    assert read.text.split("\n")[-1].endswith("1200")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The ships will leave the har-", "bour at dawn.", "The ships will leave the harbour at dawn."),
        ("It was a well-", "known quarrel.", "It was a well-known quarrel."),
        ("They signed a 10-", "year accord.", "They signed a 10-year accord."),
        ("The Norvanna-", "Quellin accord holds.", "The Norvanna-Quellin accord holds."),
        ("There were face-to-", "face talks.", "There were face-to-face talks."),
        ("The ships wait –", "nobody sails.", "The ships wait – nobody sails."),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    lines = [(60.0, 700.0, first), (60.0, 688.0, second)]
    assert story_in(drawn(lines), "a.pdf").text == joined


def test_the_document_itself_tells_how_a_word_is_written() -> None:
    lines = ["It is a co-ordinated plan of both sides. It was co-", "ordinated by the guild for all ports."]
    text = story_in(drawn([(60, 700 - 12 * n, line) for n, line in enumerate(lines)]), "a.pdf").text
    assert text.count("co-ordinated") == 2


def test_what_is_drawn_twice_to_look_bold_is_read_once() -> None:
    read = story_in(drawn([(60, 700, "Nobody waits."), (60.3, 700, "Nobody waits."), (60, 640, "Nobody asks.")]), "a")
    assert read.text == "Nobody waits.\nNobody asks."


def test_text_across_the_page_is_left_out() -> None:
    setter = Setter(Style())
    setter.headline(HEADLINE)
    setter.paragraph(PARAGRAPHS[0])
    canvas = setter.canvas
    canvas.saveState()
    canvas.translate(200, 300)
    canvas.rotate(45)
    canvas.setFont("Times-Roman", 60)
    canvas.drawString(0, 0, "DRAFT")
    canvas.restoreState()
    assert story_in(setter.done(), "a.pdf").text == f"{HEADLINE}\n{PARAGRAPHS[0]}"


def test_a_page_on_its_side_is_read() -> None:
    setter = Setter(Style())
    setter.canvas.rotate(90)
    setter.canvas.translate(0, -WIDTH)
    setter.canvas.setFont("Times-Roman", 10)
    setter.canvas.drawString(100, 500, "The strait is open to all ships,")
    setter.canvas.drawString(100, 488, "and nobody owns it.")
    assert story_in(setter.done(), "a.pdf").text == "The strait is open to all ships, and nobody owns it."


def test_notes_stand_behind_the_text_and_their_marks_are_no_figures() -> None:
    setter = Setter(Style(indent=14, gap=0, depth=600))
    canvas = setter.canvas
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(60, 700, "The guild counted 1,200 ships")
    end = 60 + canvas.stringWidth("The guild counted 1,200 ships", "Times-Roman", 10)
    canvas.setFont("Times-Roman", 6)
    canvas.drawString(end, 704, "3")
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(end + 6, 700, "in all of its ports.")
    canvas.drawString(60, 688, "None of them has sailed, and few will before")
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(60, 120, "3 Fishing boats are not among them.")
    canvas.showPage()
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(60, 750, "the summer.")
    text = story_in(setter.done(), "a.pdf").text
    said, note = text.split("\n")
    assert said.startswith("The guild counted 1,200 ships in all of its ports. None") and said.endswith(
        "few will before the summer."
    )
    assert note == "3 Fishing boats are not among them."


def test_tables_are_rows_of_cells() -> None:
    rows = [
        ("Port", "Ships", "Tonnes"),
        ("Port Ardent", "412", "90,500"),
        ("Sarrow", "96", "8,120"),
        ("Lisk", "7", "35"),
    ]
    lines = [(60.0, 760.0, "The guild counted the ships and what they carried in each of the ports of the strait.")]
    for number, row in enumerate(rows):
        lines += [(60 + 140.0 * column, 720 - 14.0 * number, cell) for column, cell in enumerate(row)]
    text = story_in(drawn(lines), "a.pdf").text
    assert text.split("\n")[1:] == [" | ".join(row) for row in rows]


def test_bullets_and_speakers_beside_a_text_belong_to_it() -> None:
    lines = [
        (60.0, 700.0, "•"),
        (78.0, 700.0, "The strait is open to all ships that carry grain, and to"),
        (78.0, 688.0, "those that carry none."),
        (60.0, 676.0, "•"),
        (78.0, 676.0, "Pilots go with each of the convoys until the mines are"),
        (78.0, 664.0, "found and blown up."),
    ]
    first, second = story_in(drawn(lines), "a.pdf").text.split("\n")
    assert first.startswith("• The strait") and first.endswith("that carry none.")
    assert second.startswith("• Pilots go") and second.endswith("blown up.")


def test_a_caption_is_told_by_its_picture() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    setter = Setter(Style())
    setter.headline(HEADLINE)
    setter.canvas.drawImage(ImageReader(Image.new("RGB", (40, 30), "grey")), 60, 300, 240, 180)
    setter.canvas.setFont("Times-Roman", 8)
    setter.canvas.drawString(60, 288, "Ships wait off Port Ardent on Monday.")
    for words in PARAGRAPHS[:3]:
        setter.paragraph(words)
    read = story_in(setter.done(), "a.pdf")
    captions = [read.text[mark.start : mark.end] for mark in read.marks if mark.kind == "caption"]
    assert captions == ["Ships wait off Port Ardent on Monday."]
