"""One encoder and one reader for all that is scored in a process: what they say of a text is kept for who asks next.

Most texts are asked for several times, by several tasks. What is said of a window depends on nothing but the window
(see `Encoder.scores`), and what is read in a document on all that the document is but for its addresses, so that the
scores are the same.
"""

from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS, Outputs
from onrecord.encoder.windows import Window
from onrecord.pipeline import Reader
from onrecord.records import Document, Meaning, Record
from onrecord.settings import Settings

KEPT_PIECES: Final = 100_000
"""So many positions are kept, those that were asked for last: some 0.7 GB, and more than the longest corpus has."""

KEPT_RECORDS: Final = 500
"""So many records are kept: more than there are documents that several tasks read."""

Told = tuple[Record, tuple[Meaning, ...]]


class SharedEncoder(Encoder):
    """An encoder that keeps its last answers; `kept_pieces` is how many positions they may have together."""

    def __init__(self, weights: Path = WEIGHTS, *, threads: int | None = None, kept_pieces: int = KEPT_PIECES) -> None:
        super().__init__(weights, threads=threads)
        self._kept: dict[bytes, tuple[int, Outputs]] = {}
        self._room = kept_pieces

    def forward(self, window: Window) -> Outputs:
        """One forward pass over a window, or what an earlier one over its like gave; nobody may write to it."""
        key = b"".join(part.tobytes() for part in (window.ids, window.shapes, window.marks))
        held = self._kept.pop(key, None)
        if held is None:
            held = len(window), _read_only(super().forward(window))
            self._room -= len(window)
        self._kept[key] = held
        while self._room < 0:
            oldest = next(iter(self._kept))
            self._room += self._kept.pop(oldest)[0]
        return held[1]


def _read_only(outputs: Outputs) -> Outputs:
    parts: tuple[NDArray[np.float32] | None, ...] = (
        outputs.emissions,
        outputs.projections,
        outputs.values,
        outputs.judgements,
        outputs.embeddings,
    )
    for part in parts:
        if part is not None:
            part.flags.writeable = False
    return outputs


def encoder_of(model: Path = WEIGHTS) -> SharedEncoder:
    """Return the encoder of these weights: the same one for everybody, with as many threads as the settings say."""
    return _encoder_of(model)


@cache
def _encoder_of(model: Path) -> SharedEncoder:
    return SharedEncoder(model, threads=Settings.from_environment().threads)


class SharedReader(Reader):
    """A reader that keeps what it read in a document, whatever address the document was found at."""

    def __init__(self, model: Encoder) -> None:
        super().__init__(model=model)
        self._kept = lru_cache(KEPT_RECORDS)(super().read_with_meanings)

    def read(self, document: Document) -> Record:
        """Return the record of a document, read now or before."""
        return self.read_with_meanings(document)[0]

    def read_with_meanings(self, document: Document) -> Told:
        """Return the record of a document and its meanings, read now or before."""
        record, meanings = self._kept(replace(document, url=None, canonical=None))
        return replace(record, document=document), meanings


def reader_of(model: Path = WEIGHTS) -> SharedReader:
    """Return a reader with that encoder: the same one for everybody."""
    return _reader_of(model)


@cache
def _reader_of(model: Path) -> SharedReader:
    return SharedReader(encoder_of(model))
