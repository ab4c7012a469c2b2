"""Text to word pieces with their offsets, letter shapes and place within quotation marks.

The vocabulary is uncased, so the shape of each piece (Capitalised, UPPER, …) is kept beside it; a long quotation
is seen as such only by its marks, so each piece also knows whether it stands inside one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.quotation import quotations

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES = ("none", "lower", "capitalised", "upper", "digit", "punctuation", "mixed")
MARKS = ("outside", "inside", "mark")

_CHUNK = 20_000  # characters tokenised at once: a paragraph of a million characters must not need a gigabyte


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one paragraph; every array has one entry a piece.

    ids: vocabulary ids; starts, ends: code-point offsets into the document's text; shapes: index into SHAPES;
    marks: index into MARKS.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    shapes: NDArray[np.int64]
    marks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def paragraphs_of(text: str, tokenizer: "Tokenizer") -> Iterator[Pieces]:
    """Yield the pieces of each line of `text` that has any, in order."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        pieces = _pieces(text, start, end, tokenizer)
        if len(pieces):
            yield pieces
        start = end + 1


def _pieces(text: str, start: int, end: int, tokenizer: "Tokenizer") -> Pieces:
    bounds = _chunks(text, start, end)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    for begin, encoding in zip(
        (a for a, _ in bounds),
        tokenizer.encode_batch([text[a:b] for a, b in bounds], add_special_tokens=False),
        strict=True,
    ):
        ids.extend(encoding.ids)
        offsets.extend((a + begin, b + begin) for a, b in encoding.offsets)
    extents = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        starts=extents[:, 0],
        ends=extents[:, 1],
        shapes=np.array([_shape(text[a:b]) for a, b in offsets], dtype=np.int64),
        marks=_marks(text, start, end, extents),
    )


def _chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut [start, end) at white space, where the tokenizer would cut anyway."""
    bounds = []
    while end - start > _CHUNK:
        cut = text.rfind(" ", start + 1, start + _CHUNK)
        cut = start + _CHUNK if cut < 0 else cut
        bounds.append((start, cut))
        start = cut
    return [*bounds, (start, end)]


def _shape(piece: str) -> int:
    if piece.islower():
        return SHAPES.index("lower")
    if piece.isdigit():
        return SHAPES.index("digit")
    if piece.isupper() and len(piece) > 1:
        return SHAPES.index("upper")
    if piece[:1].isupper() and (len(piece) == 1 or piece[1:].islower()):
        return SHAPES.index("capitalised")
    return SHAPES.index("mixed" if piece[:1].isalnum() else "punctuation")


def _marks(text: str, start: int, end: int, extents: NDArray[np.int64]) -> NDArray[np.int64]:
    marks = np.zeros(len(extents), dtype=np.int64)
    for quotation in quotations(text, start, end):
        first = np.searchsorted(extents[:, 0], quotation.start)
        last = np.searchsorted(extents[:, 0], quotation.end)
        marks[first:last] = MARKS.index("inside")
        marks[first] = MARKS.index("mark")
        if quotation.closed:
            marks[last - 1] = MARKS.index("mark")
    return marks
