"""What sentences mean, in all-MiniLM-L6-v2's own space: the original model's vectors, as targets of a head.

The original reads each sentence alone; the head must say the same of it in the middle of a report (distillation; Hinton
et al. 2015, here of the pooled output, as sentence-transformers computes it: the mean over all pieces, of length one).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from onrecord.encoder.pieces import MARKS, SHAPES
from onrecord.sentences import sentences_of
from training.bert import Encoder, Shape, load_minilm
from training.corpora.marked import Extent, Marked
from training.examples import Meant, Reals

_LONGEST = 256  # pieces, as all-MiniLM-L6-v2 is configured
_LEAST = 12  # characters: less is no sentence
_ROOM = 8192  # pieces of a batch, padding counted


class Original:
    """all-MiniLM-L6-v2 as it was published."""

    def __init__(self, weights: Path, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._encoder = Encoder(Shape(), len(SHAPES), len(MARKS)).eval()
        load_minilm(self._encoder, weights)
        for added in (self._encoder.shapes, self._encoder.marks):
            torch.nn.init.zeros_(added.weight)

    @torch.no_grad()
    def vectors(self, texts: Sequence[str]) -> Reals:
        """The vectors [len(texts), width], of length one, of texts read each by itself."""
        rows = [encoding.ids[: _LONGEST - 1] for encoding in self._tokenizer.encode_batch(list(texts))]
        out = np.zeros((len(rows), Shape().width), dtype=np.float32)
        for part in _grouped(rows):
            longest = max(len(rows[i]) for i in part)
            ids = torch.tensor([rows[i] + [0] * (longest - len(rows[i])) for i in part])
            blank = torch.zeros_like(ids)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                last, _ = self._encoder(ids, blank, blank)
            real = (ids != 0)[..., None]
            pooled = (last.float() * real).sum(1) / real.sum(1)
            out[part] = F.normalize(pooled, dim=-1).numpy()
        return out

    def meant(self, marked: Sequence[Marked]) -> list[Meant]:
        """What the sentences and the contents of attributions in some texts mean."""
        extents = [tuple(_units(one)) for one in marked]
        told = [one.text[start:end] for one, mine in zip(marked, extents, strict=True) for start, end in mine]
        vectors = self.vectors(told) if told else np.zeros((0, Shape().width), dtype=np.float32)
        ends = np.cumsum([len(mine) for mine in extents])
        return [Meant(mine, vectors[end - len(mine) : end]) for mine, end in zip(extents, ends, strict=True)]


def _units(marked: Marked) -> Iterator[Extent]:
    attributed = marked.layers.get("attribution")
    contents = [(m.start, m.end) for m in attributed.marks if m.kind == "content"] if attributed else []
    for start, end in sorted({*sentences_of(marked.text), *contents}):
        if end - start >= _LEAST:
            yield start, end


def _grouped(rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Indexes of rows of about one length, as many as there is room for."""
    part: list[int] = []
    for i in sorted(range(len(rows)), key=lambda i: len(rows[i])):
        if part and (len(part) + 1) * len(rows[i]) > _ROOM:
            yield part
            part = []
        part.append(i)
    if part:
        yield part
