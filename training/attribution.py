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
    BIASES,
    POINTERS,
    SIZES,
    apart_buckets,
    between_buckets,
    near_buckets,
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


def _prior(size: int, middle: int, slope: float) -> Tensor:
    """Biases that fall with distance from `middle`: what small steps of the learning rate could not reach soon."""
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
        near, apart, between = SIZES
        priors = (_prior(near, near // 2 - 1, 0.3), _prior(apart, apart // 2, 1.0), _prior(between, 0, 0.5))
        self.biases = nn.ParameterDict(dict(zip(BIASES, map(nn.Parameter, priors), strict=True)))

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
        first_content, first_cue = (batch.tags == TAGS.index(f"B-{role}") for role in ("content", "cue"))
        inside = batch.tags == TAGS.index("I-content")
        some = inside & (torch.rand(inside.shape, device=inside.device) < 0.1)
        cue = self._pointer_loss(0, projected, batch, batch.cue, first_content)
        inner = self._pointer_loss(0, projected, batch, batch.cue, some)
        source = self._pointer_loss(1, projected, batch, batch.source, first_cue)
        total = crf + 0.5 * tags + 0.1 * cue + 0.05 * inner + 0.1 * source
        log = {"crf": crf.item(), "tags": tags.item(), "cue": cue.item(), "source": source.item()}
        return total, log

    def _pointer_loss(self, which: int, projected: Tensor, batch: Batch, target: Tensor, chosen: Tensor) -> Tensor:
        """Cross-entropy of pointer `which` from the chosen positions, among the window's true candidates."""
        rows, places = torch.nonzero(chosen & (target >= 0), as_tuple=True)
        if not len(rows):
            return projected.sum() * 0
        start, end = projected.chunk(2 * len(POINTERS), dim=-1)[2 * which : 2 * which + 2]
        candidates = batch.tags == TAGS.index(("B-cue", "B-source")[which])
        logits = torch.einsum("rw,rnw->rn", start[rows, places], end[rows])
        buckets = _buckets(batch.ids[rows], places, candidates[rows])
        for name, index in zip(BIASES, buckets, strict=True):
            logits = logits + F.embedding(index, self.biases[name][which][:, None])[..., 0]
        if which == 1:
            candidates = candidates.clone()
            candidates[:, 0] = True
        return F.cross_entropy(logits.masked_fill(~candidates[rows], -1e4), target[rows, places])


def _buckets(ids: Tensor, places: Tensor, candidates: Tensor) -> list[Tensor]:
    """The buckets [rows, n] of BIASES from one place in each row to every position of it."""
    there = np.arange(ids.shape[1])
    here = places.cpu().numpy()
    paragraphs = paragraphs_within(ids.cpu().numpy())
    own = np.take_along_axis(paragraphs, here[:, None], 1)
    starts = candidates.cpu().numpy()
    between = [between_buckets(here[k : k + 1], there, starts[k])[0] for k in range(len(here))]
    found = near_buckets(here, there), apart_buckets(own, paragraphs, there)[:, 0], np.array(between)
    return [torch.from_numpy(index).to(ids.device) for index in found]
