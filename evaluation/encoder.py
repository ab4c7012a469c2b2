"""One encoder for all that is scored in a process: loaded once, and what it says of a text is kept for who asks next.

Most texts are asked for several times, by several tasks. What is said of a window depends on nothing but the window
(see `Encoder.scores`), so that the scores are the same.
"""

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS, Outputs
from onrecord.encoder.windows import Window
from onrecord.pipeline import Reader
from onrecord.settings import Settings

KEPT_PIECES: Final = 100_000
"""So many positions are kept, those that were asked for last: some 0.7 GB, and more than the longest corpus has."""


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


def reader_of(model: Path = WEIGHTS) -> Reader:
    """Return a reader with that encoder."""
    return Reader(model=encoder_of(model))
