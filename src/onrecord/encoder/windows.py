"""Paragraphs to windows: what the encoder sees at once, in training as in reading.

Almost no attribution crosses a paragraph (163 of PolNeAR's 19,832), so a window holds whole paragraphs, with a
separator between them; only a paragraph longer than a window is cut, at the end of a sentence where there is one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.pieces import Pieces

LIMIT = 320  # pieces in a window with its special pieces; the model is trained with this length
CLS, SEP = 101, 102
_SENTENCE_END = (1012, 1029, 999)  # . ? ! in BERT's uncased vocabulary


@dataclass(frozen=True, slots=True)
class Window(Pieces):
    """One input of the encoder: the pieces of its paragraphs with [CLS] before, [SEP] between them and after.

    All arrays have one entry a position; `starts` and `ends` are -1 where the position is a special piece.
    """


def windows_of(paragraphs: Iterable[Pieces], limit: int = LIMIT, first: int | None = None) -> Iterator[Window]:
    """Pack paragraphs in order into windows of at most `limit` positions; the first of at most `first`."""
    room = first or limit
    held: list[Pieces] = []
    size = 1
    for paragraph in paragraphs:
        for part in _cut(paragraph, limit - 2):
            if held and size + len(part) + 1 > room:
                yield _window(held)
                held, size, room = [], 1, limit
            held.append(part)
            size += len(part) + 1
    if held:
        yield _window(held)


def _cut(pieces: Pieces, most: int) -> Iterator[Pieces]:
    start = 0
    while len(pieces) - start > most:
        ends = np.flatnonzero(np.isin(pieces.ids[start : start + most], _SENTENCE_END))
        late = ends[ends > most // 2]
        stop = start + (int(late[-1]) + 1 if len(late) else most)
        yield _slice(pieces, start, stop)
        start = stop
    yield _slice(pieces, start, len(pieces)) if start else pieces


def _slice(p: Pieces, start: int, stop: int) -> Pieces:
    return Pieces(*(a[start:stop] for a in (p.ids, p.starts, p.ends, p.shapes, p.marks)))


def _window(paragraphs: list[Pieces]) -> Window:
    def joined(name: str, opening: int, closing: int) -> NDArray[np.int64]:
        parts: list[NDArray[np.int64]] = [np.array([opening], dtype=np.int64)]
        for paragraph in paragraphs:
            parts += [getattr(paragraph, name), np.array([closing], dtype=np.int64)]
        return np.concatenate(parts)

    return Window(
        ids=joined("ids", CLS, SEP),
        starts=joined("starts", -1, -1),
        ends=joined("ends", -1, -1),
        shapes=joined("shapes", 0, 0),
        marks=joined("marks", 0, 0),
    )
