"""The model: one encoder, a head of tags for each layer, and pointers between spans.

That links between source, cue and content carry far is CofeNet's finding (Wang et al. 2022); the form of the pointers
is the biaffine one of Dozat and Manning (2017) with biases for distance. The tags of attributions are a chain (CRF);
those of the other layers are chosen one by one.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from onrecord.encoder.pieces import MARKS, SHAPES
from onrecord.encoder.pointers import BIASES, POINTERS, SIZES
from onrecord.encoder.tags import LAYERS, tags_of
from training.bert import Encoder, Shape
from training.crf import Crf

COLUMNS: dict[str, slice] = {}
"""Where each layer's tags stand in the emissions."""
_end = 0
for _layer, _kinds in LAYERS.items():
    COLUMNS[_layer] = slice(_end, _end + len(tags_of(_kinds)))
    _end = COLUMNS[_layer].stop
TAG_COUNT = _end


def _prior(size: int, middle: int, slope: float) -> Tensor:
    """Biases that fall with distance from `middle`: what small steps of the learning rate could not reach soon."""
    row = -slope * (torch.arange(size) - middle).abs().float()
    return row.repeat(len(POINTERS), 1)


class Model(nn.Module):
    """Tags and pointers over one encoder's forward pass."""

    def __init__(self, shape: Shape | None = None, pointer_width: int = 128) -> None:
        super().__init__()
        shape = shape or Shape()
        self.encoder = Encoder(shape, len(SHAPES), len(MARKS))
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(shape.width, TAG_COUNT)
        self.crf = Crf()
        self.pointer_width = pointer_width
        self.pointers = nn.Linear(shape.width, 2 * len(POINTERS) * pointer_width)
        near, apart, between = SIZES
        priors = (_prior(near, near // 2 - 1, 0.3), _prior(apart, apart // 2, 1.0), _prior(between, 0, 0.5))
        self.biases = nn.ParameterDict(dict(zip(BIASES, map(nn.Parameter, priors), strict=True)))

    def forward(self, ids: Tensor, shapes: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions [b, n, TAG_COUNT], layer by layer, and pointer projections [b, n, 2 * len(POINTERS) * width].

        The projections are, for each of POINTERS, from and to, scaled so that the dot product of a `from` and a `to`
        is the pointer's logit.
        """
        x = self.dropout(self.encoder(ids, shapes, marks))
        return self.tags(x), self.pointers(x) / self.pointer_width**0.25

    def layers(self, emissions: Tensor) -> Mapping[str, Tensor]:
        """The emissions of each layer."""
        return {name: emissions[..., where] for name, where in COLUMNS.items()}
