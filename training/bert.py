"""BERT's encoder (Devlin et al. 2019) in plain torch, with one more embedding for letter shape and quotation marks.

Written out rather than imported so that training needs torch and nothing else, and so that the graph exported to
ONNX holds only what reading uses. Parameter names follow the checkpoint of all-MiniLM-L6-v2.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

_MIDDLE = 4  # less bent towards the tags than the last


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, visible: Tensor) -> Tensor:
        """x: [batch, length, width]; visible: [batch, 1, 1, length], True where a key may be seen."""
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        heads = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=visible
        )
        joined = heads.transpose(1, 2).reshape(batch, length, width)
        x = self.attended_norm(x + self.dropout(self.attended(joined)))
        return self.outer_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces, shapes and marks to one vector a piece."""

    def __init__(self, shape: Shape, shapes: int, marks: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.shapes = nn.Embedding(shapes, shape.width)
        self.marks = nn.Embedding(marks, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.marks.weight, std=0.01)
        self.words.weight.requires_grad_(False)

    def forward(self, ids: Tensor, shapes: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Each [batch, length], id 0 being padding; returns the last layer [batch, length, width], and several.

        Those are, [batch, length, 3 * width], what goes into the first layer, what comes out of the fourth, the last.
        """
        visible = (ids != 0)[:, None, None, :]
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.shapes(shapes) + self.marks(marks) + self.kind
        x = self.dropout(self.norm(x))
        seen = [x]
        for layer in self.layers:
            seen.append(layer(seen[-1], visible))
        return seen[-1], torch.cat([seen[0], seen[_MIDDLE], seen[-1]], -1)


def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Fill `encoder` from all-MiniLM-L6-v2's `model.safetensors`; shape and mark embeddings stay as initialised."""
    given = load_file(str(weights))
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for i in range(len(encoder.layers)):
        for ours, theirs in parts.items():
            for p in ("weight", "bias"):
                names[f"layers.{i}.{ours}.{p}"] = f"encoder.layer.{i}.{theirs}.{p}"
    state = {ours: given[theirs] for ours, theirs in names.items()}
    state["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or set(missing) != {"shapes.weight", "marks.weight"}:
        raise ValueError(f"not the expected checkpoint: missing {missing}, unexpected {unexpected}")
