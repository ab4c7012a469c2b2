"""The pages of a PDF file, each one as strips; what cannot be had is told."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onrecord.errors import DamagedFile, LockedFile, TooLarge
from onrecord.reading.pdf.letters import TooManyLetters, pictures_on, turned, words_on
from onrecord.reading.pdf.page import Box, Page, Word, usual_size
from onrecord.reading.pdf.strips import strips_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# No report has more pages; so many take most of the processor time that one document may.
MOST_PAGES: Final = 400
# All pages of a report together have fewer letters than this.
MOST_LETTERS: Final = 4_000_000
_SPLIT: Final = "split it, and give the pages of one report"
# What pdfium says of a file that it cannot open (fpdfview.h).
_PASSWORD: Final = 4
_SECURITY: Final = 5


@dataclass(frozen=True, slots=True)
class Held:
    """What a PDF file holds: its pages, the numbers of those that could not be read, and what it says of itself."""

    pages: list[Page]
    lost: list[int] = field(default_factory=list)
    stated: dict[str, str] = field(default_factory=dict)
    language: str | None = None


def held_in(data: bytes, name: str) -> Held:
    """Return what the bytes of a PDF file hold. Raises LockedFile, DamagedFile, TooLarge."""
    document = _opened(data, name)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise TooLarge(name, f"has {count:,} pages, more than one report may have ({MOST_PAGES:,})", _SPLIT)
        pages, lost = _pages(document, count, name)
        stated = document.get_metadata_dict(skip_empty=True)
        return Held(pages, lost, stated, _language(document))
    finally:
        document.close()


def _opened(data: bytes, name: str) -> "PdfDocument":
    import pypdfium2

    # Junk before the signature moves what the file says of its own places.
    start = max(data.find(b"%PDF-", 0, 1024), 0)
    try:
        return pypdfium2.PdfDocument(data[start:] if start else data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise LockedFile(name, "is locked by a password") from None
        if error.err_code == _SECURITY:
            raise LockedFile(name, "is encrypted in a way that is not known") from None
        raise DamagedFile(name, "is a PDF file that is damaged or cut off") from None


def _pages(document: "PdfDocument", count: int, name: str) -> tuple[list[Page], list[int]]:
    from pypdfium2 import PdfiumError

    pages: list[Page] = []
    lost: list[int] = []
    letters = 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            try:
                pages.append(page_of(page, number))
            finally:
                page.close()
        except PdfiumError:
            lost.append(number)
            continue
        except TooManyLetters:
            raise TooLarge(name, f"holds more text on page {number} than a page of a report may", _SPLIT) from None
        letters += sum(len(one.text) for one in pages[-1].strips)
        if letters > MOST_LETTERS:
            raise TooLarge(name, f"holds more than {MOST_LETTERS:,} letters", _SPLIT)
    return pages, lost


def page_of(page: "PdfPage", number: int) -> Page:
    """Return a page, turned so that its text runs to the right, with its lower left corner at (0, 0)."""
    words, quarter, sideways = words_on(page)
    seen = turned(Box(*page.get_bbox()), quarter)
    inside = [word for word in words if _is_inside(word, seen)]
    for word in inside:
        word.x0, word.x1, word.base = word.x0 - seen.x0, word.x1 - seen.x0, word.base - seen.y0
    pictures = [turned(one, quarter) for one in pictures_on(page)]
    return Page(
        number=number,
        width=seen.x1 - seen.x0,
        height=seen.y1 - seen.y0,
        strips=strips_of(inside, usual_size(inside)),
        pictures=[Box(one.x0 - seen.x0, one.y0 - seen.y0, one.x1 - seen.x0, one.y1 - seen.y0) for one in pictures],
        sideways=sideways,
    )


def _is_inside(word: Word, seen: Box) -> bool:
    return seen.x0 - 1 < word.x1 and word.x0 < seen.x1 + 1 and seen.y0 - 1 < word.base < seen.y1 + 1


def _language(document: "PdfDocument") -> str | None:
    """Return the ISO 639 code of the language that the document states."""
    import ctypes

    import pypdfium2.raw as raw

    stated = (ctypes.c_ushort * 64)()
    length = raw.FPDFCatalog_GetLanguage(document, stated, ctypes.sizeof(stated))
    if not 2 < length <= ctypes.sizeof(stated):
        return None
    code = bytes(stated)[: length - 2].decode("utf-16-le", "ignore").replace("_", "-").split("-")[0].lower()
    return code if code.isalpha() and len(code) in {2, 3} else None
