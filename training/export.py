"""Averaged weights to one ONNX file.

The layers of tags and their kinds, the CRF's transition scores and the pointers' biases travel in the file's metadata,
so that the file alone says how to read it.
"""

import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.encoder.pointers import BIASES, POINTERS
from onrecord.encoder.tags import LAYERS
from onrecord.encoder.windows import LIMIT
from training.model import Model, Said

INPUTS = ("ids", "shapes", "marks")
OUTPUTS = Said._fields[:-1]
"""All but syntax, which nothing reads."""


def export(weights: Path, out: Path, name: str) -> None:
    """Write the float32 model to `out`."""
    model = Model()
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    model.eval()
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        _Read(model),
        example,
        str(out),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    _describe(out, model, name)


class _Read(nn.Module):
    """The model without the outputs that only training uses."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Return OUTPUTS, in order."""
        said: tuple[Tensor, ...] = self.model(ids, shapes, marks)
        return said[: len(OUTPUTS)]


def quantize(path: Path, out: Path) -> None:
    """Write `path` with int8 weights (one scale a channel) and int8 activations scaled at run time.

    Weights use seven bits, because processors without VNNI saturate when eight-bit products are added in pairs.
    """
    quantize_dynamic(str(path), str(out), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def _table(values: torch.Tensor) -> str:
    return json.dumps([[round(x, 5) for x in row] for row in values.tolist()])


def _describe(path: Path, model: Model, name: str) -> None:
    graph = onnx.load(str(path))
    metadata = {
        "name": name,
        "layers": json.dumps(dict(LAYERS)),
        "moves": _table(model.crf.scores()),
        **{name: _table(model.biases[name]) for name in BIASES},
        "absent": json.dumps([round(x, 5) for x in model.absent.tolist()]),
        "pointers": json.dumps(POINTERS),
        "limit": str(LIMIT),
    }
    onnx.helper.set_model_props(graph, metadata)
    onnx.save(graph, str(path))
