"""The model: one encoder, a head of tags for each layer, and pointers between spans.

That links between source, cue and content carry far is CofeNet's finding (Wang et al. 2022); the form of the pointers
is the biaffine one of Dozat and Manning (2017) with biases for distance. The tags of attributions are a chain (CRF);
those of the other layers are chosen one by one. How far a predicate is a fact is a number a piece (Rudinger et al.
2018); what is judged of whole statements is pooled (`onrecord.encoder.judgements`). A last head keeps
all-MiniLM-L6-v2's own space of meaning (`training.meanings`).
"""

from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

import torch
from torch import Tensor, nn

from onrecord.encoder.judgements import WIDTH
from onrecord.encoder.pieces import MARKS, SHAPES
from onrecord.encoder.pointers import BIASES, POINTERS, SIZES
from onrecord.encoder.tags import LAYERS, tags_of
from training.bert import Encoder, Shape
from training.crf import Crf
from training.syntax import SYNTAX


def _columns(layers: Mapping[str, tuple[str, ...]]) -> Mapping[str, slice]:
    ends = list(accumulate(len(tags_of(kinds)) for kinds in layers.values()))
    return {name: slice(start, end) for name, start, end in zip(layers, [0, *ends], ends, strict=False)}


COLUMNS = _columns(LAYERS)
"""Where each layer's tags stand in the emissions."""
SYNTAX_COLUMNS = _columns(SYNTAX)
TAG_COUNT, SYNTAX_COUNT = (max(where.stop for where in columns.values()) for columns in (COLUMNS, SYNTAX_COLUMNS))


def _prior(size: int, middle: int, slope: float) -> Tensor:
    """Biases that fall with distance from `middle`: what small steps of the learning rate could not reach soon."""
    row = -slope * (torch.arange(size) - middle).abs().float()
    return row.repeat(len(POINTERS), 1)


class Said(NamedTuple):
    """What the model says of a batch, in the order of the exported model's outputs.

    emissions: [b, n, TAG_COUNT], layer by layer. pointers: [b, n, 2 * len(POINTERS) * width], for each of POINTERS from
    and to, scaled so that the dot product of a `from` and a `to` is the pointer's logit. values: [b, n]. judgements:
    [b, n, WIDTH]. embeddings: [b, n, width of the encoder]. syntax: [b, n, SYNTAX_COUNT], which is not exported.
    """

    emissions: Tensor
    pointers: Tensor
    values: Tensor
    judgements: Tensor
    embeddings: Tensor
    syntax: Tensor


class Model(nn.Module):
    """All heads over one encoder's forward pass."""

    def __init__(self, shape: Shape | None = None, pointer_width: int = 128, judge_width: int = 192) -> None:
        super().__init__()
        shape = shape or Shape()
        self.encoder = Encoder(shape, len(SHAPES), len(MARKS))
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(shape.width, TAG_COUNT)
        self.syntax = nn.Linear(shape.width, SYNTAX_COUNT)
        self.crf = Crf()
        self.pointer_width = pointer_width
        self.pointers = nn.Linear(shape.width, 2 * len(POINTERS) * pointer_width)
        self.judge = nn.Sequential(
            nn.Linear(shape.width, judge_width), nn.GELU(), nn.Dropout(0.1), nn.Linear(judge_width, 1 + WIDTH)
        )
        self.absent = nn.Parameter(torch.zeros(WIDTH))
        self.meaning = nn.Linear(3 * shape.width, shape.width, bias=False)
        with torch.no_grad():
            self.meaning.weight.copy_(torch.eye(3 * shape.width)[-shape.width :])
        near, apart, between = SIZES
        priors = (_prior(near, near // 2 - 1, 0.3), _prior(apart, apart // 2, 1.0), _prior(between, 0, 0.5))
        self.biases = nn.ParameterDict(dict(zip(BIASES, map(nn.Parameter, priors), strict=True)))

    def forward(self, ids: Tensor, shapes: Tensor, marks: Tensor) -> Said:
        """Run all heads. ids, shapes, marks: [b, n], id 0 being padding."""
        last, several = self.encoder(ids, shapes, marks)
        x = self.dropout(last)
        judged = self.judge(x)
        return Said(
            self.tags(x),
            self.pointers(x) / self.pointer_width**0.25,
            judged[..., 0],
            judged[..., 1:],
            self.meaning(several),
            self.syntax(x),
        )

    def layers(self, emissions: Tensor, syntax: Tensor) -> Mapping[str, Tensor]:
        """The emissions of each layer, those of syntax too."""
        read = {name: emissions[..., where] for name, where in COLUMNS.items()}
        return read | {name: syntax[..., where] for name, where in SYNTAX_COLUMNS.items()}
