"""The attribution model: an encoder, a head for BIO tags, and pointers between the roles.

Each content piece points at the first piece of its cue; each cue piece points at the first piece of its source, or
at [CLS] where no source is named. Pointers run from content to cue to source because PolNeAR's attributions share
sources (a source that said two things) but never cues. That links between the three roles carry far is CofeNet's
finding (Wang et al. 2022); the form here is the biaffine pointer of Dozat and Manning (2017) with biases for distance.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.encoder.pieces import MARKS, SHAPES
from onrecord.encoder.pointers import (
    APARTS,
    DISTANCES,
    POINTERS,
    apart_buckets,
    distance_buckets,
    paragraphs_within,
)
from onrecord.encoder.tags import TAGS
from training.bert import Encoder, Shape
from training.crf import Crf


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step, each [batch, length]; cue and source hold target positions, -100 where there is none."""

    ids: Tensor
    shapes: Tensor
    marks: Tensor
    tags: Tensor
    cue: Tensor
    source: Tensor


def _falling(size: int, slope: float) -> Tensor:
    """Biases that fall with distance from the middle: what one step of the learning rate could not reach soon."""
    middle = (size - 1) // 2
    row = -slope * (torch.arange(size) - middle).abs().float()
    return row.repeat(len(POINTERS), 1)


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
        self.near = nn.Parameter(torch.cat([_falling(DISTANCES - 1, 0.5), torch.full((2, 1), -2.0)], 1))
        self.apart = nn.Parameter(_falling(APARTS, 2.0))

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
        cue = self._pointer_loss(0, projected, batch.ids, batch.cue)
        source = self._pointer_loss(1, projected, batch.ids, batch.source)
        total = crf + 0.5 * tags + 0.25 * cue + 0.25 * source
        log = {"crf": crf.item(), "tags": tags.item(), "cue": cue.item(), "source": source.item()}
        return total, log

    def _pointer_loss(self, which: int, projected: Tensor, ids: Tensor, target: Tensor) -> Tensor:
        """Cross-entropy of pointer `which` over the positions that have a target."""
        chosen = target >= 0
        if not chosen.any():
            return projected.sum() * 0
        start, end = projected.chunk(2 * len(POINTERS), dim=-1)[2 * which : 2 * which + 2]
        places = np.arange(ids.shape[1])
        paragraphs = paragraphs_within(ids.cpu().numpy())
        near = torch.from_numpy(distance_buckets(places, places)).to(ids.device)
        apart = torch.from_numpy(apart_buckets(paragraphs, paragraphs)).to(ids.device)
        logits = torch.matmul(start, end.transpose(1, 2)) + self.near[which][near] + self.apart[which][apart]
        logits = logits.masked_fill((ids == 0)[:, None, :], -1e4)
        return F.cross_entropy(logits[chosen], target[chosen])
