"""The letters of a page as pdfium gives them, put together to words: the only module that asks pdfium for text."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from onrecord.reading.pdf.page import Box, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

# No page of a report has more letters (a broadsheet's has 60,000).
MOST_LETTERS: Final = 200_000
# What pdfium puts in place of a hyphen at the end of a line, and the soft hyphen.
_HYPHENS: Final = frozenset({0xFFFE, 0x2, 0xAD})
# An unknown letter, and what shows nothing.
_NOTHING: Final = frozenset({0x0, 0xFFFF, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF})
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BOLD: Final = 600
# The bit of a font's flags that says "forced bold" (ISO 32000, table 123).
_FORCED_BOLD: Final = 1 << 18
# How far from a quarter of a turn text may be, in quarters.
_ASKEW: Final = 0.06
# How deep forms within forms are looked into for pictures.
_FORMS: Final = 3
# A new word begins where letters are further apart than this, in font sizes.
_APART: Final = 0.28


class TooManyLetters(Exception):
    """A page holds more letters than any page of a report."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """How letters look: their size, and their direction in quarters of a turn; None: askew."""

    size: float
    bold: bool
    quarter: int | None


@dataclass(slots=True)
class _Letter:
    """A letter, or those of a ligature; `piece`: what was drawn at once with it."""

    text: str
    x0: float
    x1: float
    base: float
    drawn: _Drawn
    piece: int
    spaced: bool


def words_on(page: "PdfPage") -> tuple[list[Word], int, int]:
    """Return a page's words in the order of drawing, the quarter turns by which it was turned to be read, and how many
    letters run in other directions.

    Raises TooManyLetters.
    """
    text = page.get_textpage()
    try:
        letters = list(_letters(text))
    finally:
        text.close()
    counts = [sum(one.drawn.quarter == quarter for one in letters) for quarter in range(4)]
    quarter = counts.index(max(counts))
    upright = [one for one in letters if one.drawn.quarter == quarter]
    return list(_words(_drawn_once(upright))), quarter, len(letters) - len(upright)


def _letters(text: "PdfTextPage") -> Iterator[_Letter]:
    import pypdfium2.raw as raw

    handle, count = text.raw, text.count_chars()
    if count > MOST_LETTERS:
        raise TooManyLetters
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    looks = _Looks(handle)
    spaced, piece, drawn, base = True, None, looks.unknown, 0.0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        target = raw.FPDFText_GetTextObject(handle, index)
        if not target or chr(code).isspace():
            spaced = True
            continue
        address = ctypes.addressof(target.contents)
        if address != piece:
            piece, drawn = address, looks.of(index, target)
            raw.FPDFText_GetCharOrigin(handle, index, at_x, at_y)
            base = (y.value, -x.value, -y.value, x.value)[drawn.quarter or 0]
        if code in _NOTHING or not raw.FPDFText_GetLooseCharBox(handle, index, at_box):
            continue
        x0, x1 = _along(box, drawn.quarter)
        yield _Letter(_shown(code), x0, x1, base, drawn, piece, spaced)
        spaced = False


def _along(box: Any, quarter: int | None) -> tuple[float, float]:  # noqa: ANN401  (a structure of ctypes)
    if quarter == 1:
        return box.bottom, box.top
    if quarter == 2:
        return -box.right, -box.left
    if quarter == 3:
        return -box.top, -box.bottom
    return box.left, box.right


def _shown(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return _LIGATURES.get(code) or (chr(code) if not 0xD800 <= code <= 0xDFFF and code >= 0x20 else "\ufffd")


class _Looks:
    """How the letters of a page look; the same look is the same object. Browsers draw each letter by itself."""

    def __init__(self, handle: Any) -> None:  # noqa: ANN401
        import pypdfium2.raw as raw

        self._raw, self._handle = raw, handle
        self._matrix, self._size = raw.FS_MATRIX(), ctypes.c_float()
        self._bold: dict[int, bool] = {}
        self._known: dict[tuple[float, bool, int | None], _Drawn] = {}
        self.unknown = _Drawn(0.1, False, None)

    def of(self, index: int, target: Any) -> _Drawn:  # noqa: ANN401
        """Return how a letter looks that is part of a text object of the page."""
        matrix = self._matrix
        self._raw.FPDFText_GetMatrix(self._handle, index, matrix)
        self._raw.FPDFTextObj_GetFontSize(target, self._size)
        size = max(round(abs(self._size.value) * math.hypot(matrix.c, matrix.d), 2), 0.1)
        turns = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
        quarter = round(turns) % 4 if abs(turns - round(turns)) < _ASKEW else None
        key = size, self._is_bold(target), quarter
        return self._known.get(key) or self._known.setdefault(key, _Drawn(*key))

    def _is_bold(self, target: Any) -> bool:  # noqa: ANN401
        font = self._raw.FPDFTextObj_GetFont(target)
        if not font:
            return False
        address = ctypes.addressof(font.contents)
        if address not in self._bold:
            self._bold[address] = _is_bold(font, self._raw)
        return self._bold[address]


def _is_bold(font: Any, raw: Any) -> bool:  # noqa: ANN401
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, name, 200)
    words = name.value.lower()
    named = any(word in words for word in (b"bold", b"black", b"heavy", b"demi"))
    return named or raw.FPDFFont_GetWeight(font) >= _BOLD or bool(raw.FPDFFont_GetFlags(font) & _FORCED_BOLD)


def _drawn_once(letters: list[_Letter]) -> Iterator[_Letter]:
    """Leave out letters that were drawn a second time at the same place, to look bold or to throw a shadow."""
    seen: dict[tuple[str, int, int], list[_Letter]] = {}
    for one in letters:
        reach = 0.12 * one.drawn.size
        column, row = int(one.x0 // 4), int(one.base // 4)
        near = (seen.get((one.text, column + i, row + j), ()) for i in (0, -1, 1) for j in (0, -1, 1))
        # What was drawn at once was drawn for itself: the two letters of a ligature have one place.
        others = (other for group in near for other in group if other.piece != one.piece)
        if any(abs(other.x0 - one.x0) < reach and abs(other.base - one.base) < reach for other in others):
            continue
        seen.setdefault((one.text, column, row), []).append(one)
        yield one


def _words(letters: Iterator[_Letter]) -> Iterator[Word]:
    word: Word | None = None
    drawn: _Drawn | None = None
    for one in letters:
        if word is None or one.drawn is not drawn or one.spaced or not _follows(word, one):
            if word is not None:
                yield word
            spaced = one.spaced or word is None or not _touches(word, one)
            size, bold = one.drawn.size, one.drawn.bold
            word = Word(one.text, one.x0, one.x1, one.base, size, bold, spaced)
            drawn = one.drawn
        else:
            word.text += one.text
            word.x0, word.x1 = min(word.x0, one.x0), max(word.x1, one.x1)
    if word is not None:
        yield word


def _follows(word: Word, one: _Letter) -> bool:
    """Whether a letter stands beside the word so far, on either side: Hebrew and Arabic run to the left."""
    reach = _APART * word.size
    beside = -reach < one.x0 - word.x1 < reach or -reach < word.x0 - one.x1 < reach
    # The letters of a ligature have one place.
    beside = beside or (word.x0 <= one.x0 and one.x1 <= word.x1)
    return beside and abs(one.base - word.base) < 0.05 * word.size


def _touches(word: Word, one: _Letter) -> bool:
    """Whether a letter that is drawn otherwise goes on with the word: a change of font, a superscript."""
    size = max(word.size, one.drawn.size)
    return abs(one.x0 - word.x1) < 0.15 * size and abs(one.base - word.base) < 0.6 * size


def pictures_on(page: "PdfPage") -> list[Box]:
    """Return where the pictures of a page stand (not turned)."""
    import pypdfium2.raw as raw

    found = []
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_FORMS):
        x0, y0, x1, y1 = one.get_bounds()
        found.append(Box(x0, y0, x1, y1))
    return found


def turned(box: Box, quarter: int) -> Box:
    """Return a place on a page that was turned to be read."""
    if quarter == 1:
        return Box(box.y0, -box.x1, box.y1, -box.x0)
    if quarter == 2:
        return Box(-box.x1, -box.y1, -box.x0, -box.y0)
    if quarter == 3:
        return Box(-box.y1, box.x0, -box.y0, box.x1)
    return box
