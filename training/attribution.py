"""The attribution model: an encoder, a head for BIO tags, and pointers between the roles.

Each content piece points at the first piece of its cue; each cue piece points at the first piece of its source, or
at [CLS] where no source is named. Pointers run from content to cue to source because PolNeAR's attributions share
sources (a source that said two things) but never cues. That links between the three roles carry far is CofeNet's
finding (Wang et al. 2022); the form here is the biaffine pointer of Dozat and Manning (2017) without its bias.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.encoder.pieces import MARKS, SHAPES
from onrecord.encoder.tags import TAGS
from training.bert import Encoder, Shape
from training.crf import Crf

POINTERS = ("content_to_cue", "cue_to_source")


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step, each [batch, length]; cue and source hold target positions, -100 where there is none."""

    ids: Tensor
    shapes: Tensor
    marks: Tensor
    tags: Tensor
    cue: Tensor
    source: Tensor


class AttributionModel(nn.Module):
    """Tags and pointers over one encoder's forward pass."""

    def __init__(self, shape: Shape | None = None, pointer_width: int = 128) -> None:
        super().__init__()
        shape = shape or Shape()
        self.encoder = Encoder(shape, len(SHAPES), len(MARKS))
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(shape.width, len(TAGS))
        self.crf = Crf()
        self.pointer_width = pointer_width
        self.pointers = nn.Linear(shape.width, 2 * len(POINTERS) * pointer_width)

    def forward(self, ids: Tensor, shapes: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions [b, n, tags], and pointer projections [b, n, 4 * width]: from and to, for each of POINTERS.

        The projections are scaled so that the dot product of a `from` and a `to` is the pointer's logit.
        """
        x = self.dropout(self.encoder(ids, shapes, marks))
        return self.tags(x), self.pointers(x) / self.pointer_width**0.25

    def loss(self, batch: Batch) -> tuple[Tensor, dict[str, float]]:
        """The step's loss (CRF + cross-entropy of tags + of both pointers) and its parts for the log."""
        emissions, projected = self(batch.ids, batch.shapes, batch.marks)
        emissions, projected = emissions.float(), projected.float()
        real = batch.ids != 0
        crf = self.crf.loss(emissions, batch.tags, real)
        tags = F.cross_entropy(emissions[real], batch.tags[real])
        parts = projected.chunk(4, dim=-1)
        hidden = ~real[:, None, :]
        cue = self._pointer_loss(parts[0], parts[1], hidden, batch.cue)
        source = self._pointer_loss(parts[2], parts[3], hidden, batch.source)
        total = crf + 0.5 * tags + 0.1 * cue + 0.1 * source
        log = {"crf": crf.item(), "tags": tags.item(), "cue": cue.item(), "source": source.item()}
        return total, log

    @staticmethod
    def _pointer_loss(start: Tensor, end: Tensor, hidden: Tensor, target: Tensor) -> Tensor:
        chosen = target >= 0
        if not chosen.any():
            return start.sum() * 0
        logits = torch.matmul(start, end.transpose(1, 2)).masked_fill(hidden, -1e4)
        return F.cross_entropy(logits[chosen], target[chosen])
