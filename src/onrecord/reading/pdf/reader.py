"""PDF files: a report that was set in pages, put back into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.errors import DamagedFile, EmptyDocument, NoStory
from onrecord.reading.head import Head
from onrecord.reading.metadata import Metadata, Story
from onrecord.reading.paragraphs import Line, compose
from onrecord.reading.pdf.arrange import Column, arranged
from onrecord.reading.pdf.flow import Paragraph, joined, paragraphs_of, usual_step
from onrecord.reading.pdf.furniture import without_furniture
from onrecord.reading.pdf.heading import headline_of, is_caption
from onrecord.reading.pdf.joining import Joiner
from onrecord.reading.pdf.notes import notes_last
from onrecord.reading.pdf.page import Page, usual_size
from onrecord.reading.pdf.pages import Held, held_in
from onrecord.reading.pdf.stated import authors_in, title_in
from onrecord.reading.source import Piece, Pieces, Source

_SIGNATURE: Final = re.compile(rb"%PDF-\d\.\d")
_OBJECT: Final = re.compile(rb"\b\d+[ \r\n]+\d+[ \r\n]+obj\b")
_OTHERS: Final = re.compile(rb"\s*(?:WARC/|filedesc:|[\w-]+:\s|[{\[]|<[!?a-z])", re.IGNORECASE)
# Junk may stand before the signature (ISO 32000-1, annex H), and behind the end.
_WITHIN: Final = 1024
# Letters that run in other directions than the text are worth a word to the user from this many on.
_SIDEWAYS: Final = 200
# A title of the metadata is looked for in so many paragraphs.
_HEAD: Final = 40


def is_pdf(head: Head) -> bool:
    """Tell whether first bytes are those of a PDF file.

    Junk may stand before the signature, but not another format's beginning: an archive of the web holds PDF files.
    """
    data = head.data
    if data.startswith(b"%PDF-"):
        return True
    found = _SIGNATURE.search(data[:_WITHIN])
    return found is not None and _OTHERS.match(data) is None and _OBJECT.search(data, found.end()) is not None


def pdf_pieces(source: Source) -> Pieces:
    """Yield the one document that a PDF file is."""
    url = source.address if source.depth else None
    yield Piece(name=source.name, read=lambda: story_in(source.data(), source.name), url=url)


def story_in(data: bytes, name: str) -> Story:
    """Return the story in the bytes of a PDF file.

    Raises LockedFile, DamagedFile, TooLarge, NoStory for scanned pages without text, EmptyDocument for blank ones.
    """
    held = held_in(data, name)
    scanned = [page.number for page in held.pages if page.is_scanned]
    address = without_furniture(held.pages)
    size = usual_size(one for page in held.pages for one in page.strips)
    paragraphs = _paragraphs(held.pages, size)
    if not any(letter.isalnum() for one in paragraphs for letter in one.text):
        raise _nothing(held, scanned, name)
    title = title_in(held.stated, "\n".join(one.text for one in paragraphs[:_HEAD]))
    headline = headline_of(paragraphs, size, title)
    text, marks = compose(_lines(paragraphs, headline, held.pages, size))
    metadata = Metadata(
        title=title if headline is None else None,
        authors=authors_in(held.stated, text),
        canonical=address,
        language=held.language,
    )
    return Story(text=text, metadata=metadata, marks=marks, warnings=tuple(_warnings(data, held, scanned)))


def _paragraphs(pages: Sequence[Page], size: float) -> list[Paragraph]:
    blocks = [(page.number, block) for page in pages for block in arranged(page.strips, size)]
    columns = [block.lines for _, block in blocks if isinstance(block, Column)]
    joiner = Joiner(line.text for lines in columns for line in lines)
    step = usual_step(columns, size)
    found: list[Paragraph] = []
    for page, block in blocks:
        if isinstance(block, Column):
            found.extend(paragraphs_of(block.lines, page, step, size, joiner))
        else:
            found.extend(Paragraph.row(row, page, block) for row in block.rows)
    return notes_last(joined(found, size, joiner), size)


def _lines(
    paragraphs: Sequence[Paragraph], headline: Paragraph | None, pages: Sequence[Page], size: float
) -> Iterator[Line]:
    by_number = {page.number: page for page in pages}
    for one in paragraphs:
        if one is headline:
            yield "headline", one.text
        else:
            yield "caption" if is_caption(one, by_number[one.page], size) else None, one.text


def _nothing(held: Held, scanned: Sequence[int], name: str) -> DamagedFile | NoStory | EmptyDocument:
    if scanned:
        return NoStory(name, "is scanned: no text in it", "run OCR over it first (ocrmypdf adds a layer of text)")
    if held.lost:
        return DamagedFile(name, "is a PDF file of which no page can be read")
    return EmptyDocument(name, "has no text on its pages", "give a file that holds a report")


def _warnings(data: bytes, held: Held, scanned: Sequence[int]) -> Iterator[str]:
    if b"%%EOF" not in data[-_WITHIN:]:
        yield "it is cut off or damaged: what could be mended was read"
    if held.lost:
        yield f"{_numbered(held.lost)} could not be read"
    if scanned:
        yield f"{_numbered(scanned)} scanned, with no text: OCR would add it"
    if sum(page.sideways for page in held.pages) >= _SIDEWAYS:
        yield "text that runs sideways or across its pages was left out"


def _numbered(pages: Sequence[int]) -> str:
    return f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
