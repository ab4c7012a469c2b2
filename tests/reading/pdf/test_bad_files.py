"""What is wrong with a file is said, and only errors of reading come out."""

import io
import random

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from onrecord.errors import DamagedFile, EmptyDocument, LockedFile, NoStory, ReadingError, TooLarge
from onrecord.reading.head import Head
from onrecord.reading.pdf import is_pdf
from onrecord.reading.pdf import pages as pdf_pages
from onrecord.reading.pdf.reader import story_in
from tests.reading.pdf.setting import HEADLINE, PARAGRAPHS, Setter, Style, drawn, story

WHOLE = story(Style())


def locked(user: str) -> bytes:
    setter = Setter(Style(), encrypt=StandardEncryption(user, "harbour master", canPrint=0))
    setter.headline(HEADLINE)
    setter.paragraph(PARAGRAPHS[0])
    return setter.done()


def scanned(pages: int, text_on: int | None = None) -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 842), invariant=True)
    picture = ImageReader(Image.new("L", (60, 80), 200))
    for number in range(1, pages + 1):
        if number == text_on:
            canvas.drawString(60, 700, "The strait is open to all ships, the guild said.")
        else:
            canvas.drawImage(picture, 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def test_a_password_is_asked_for_and_an_owners_is_not_needed() -> None:
    with pytest.raises(LockedFile, match=r"^a\.pdf: is locked by a password; save it without a password$"):
        story_in(locked("strait"), "a.pdf")
    assert story_in(locked(""), "a.pdf").text == f"{HEADLINE}\n{PARAGRAPHS[0]}"


def test_a_scan_without_text_is_refused_and_pages_of_it_are_named() -> None:
    with pytest.raises(NoStory, match=r"is scanned: no text in it; run OCR"):
        story_in(scanned(2), "a.pdf")
    read = story_in(scanned(4, text_on=2), "a.pdf")
    assert read.text == "The strait is open to all ships, the guild said."
    assert read.warnings == ("pages 1, 3, 4 scanned, with no text: OCR would add it",)


def test_blank_pages_are_empty() -> None:
    with pytest.raises(EmptyDocument, match="has no text on its pages"):
        story_in(drawn([]), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7 something", b"%PDF-1.4\n" + bytes(3000)])
def test_what_is_no_more_than_a_signature_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFile, match="is a PDF file that is damaged or cut off"):
        story_in(data, "a.pdf")


def test_a_file_without_its_end_is_mended_and_that_is_said() -> None:
    read = story_in(WHOLE[: WHOLE.rindex(b"startxref")], "a.pdf")
    assert read.text == story_in(WHOLE, "a.pdf").text
    assert read.warnings == ("it is cut off or damaged: what could be mended was read",)


def test_junk_before_the_signature_does_not_matter() -> None:
    data = b"\r\n\x00junk\r\n" + WHOLE
    assert is_pdf(Head(data=data, whole=True, name="a"))
    assert story_in(data, "a.pdf").text == story_in(WHOLE, "a.pdf").text


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\nWARC-Type: resource\r\n\r\n" + WHOLE,
        b"filedesc://a.arc 0.0.0.0 20260312 text/plain 9\n" + WHOLE,
        b"Subject: The accord\n\n%PDF-1.4 is what it was sent as.",
        b"<!doctype html><p>%PDF-1.4 1 0 obj",
        b"The file began with %PDF-1.4, Marsh said.",
        b"",
    ],
)
def test_another_format_that_holds_or_names_one_is_none(data: bytes) -> None:
    assert not is_pdf(Head(data=data, whole=True, name="a.pdf"))


def test_too_many_pages_or_letters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 1)
    with pytest.raises(TooLarge, match="has 2 pages, more than one report may have"):
        story_in(scanned(2), "a.pdf")
    monkeypatch.setattr(pdf_pages, "MOST_LETTERS", 100)
    with pytest.raises(TooLarge, match="holds more than 100 letters; split it"):
        story_in(WHOLE, "a.pdf")


@pytest.mark.parametrize("seed", range(40))
def test_changed_bytes_end_in_a_story_or_an_error_of_reading(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WHOLE)
    for _ in range(chance.choice((1, 5, 40))):
        data[chance.randrange(9, len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        del data[chance.randrange(9, len(data)) :]
    try:
        assert story_in(bytes(data), "a.pdf").text
    except ReadingError as error:
        assert error.subject == "a.pdf" and error.reason
