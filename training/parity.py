"""Do the exported models say what the trained one says? Torch beside ONNX in float32 beside ONNX in int8.

Compared on the report that comes with the package, window by window. Float32 must differ by rounding alone; int8 may
differ more, so it is told by how many pieces keep their tag in each layer. What torch says is kept, to half precision,
for a test that runs where there is no torch.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.encoder import Encoder, Window
from onrecord.encoder.model import tokenizer_at
from onrecord.encoder.pieces import paragraphs_of
from onrecord.encoder.windows import windows_of
from training.export import OUTPUTS
from training.model import COLUMNS, Model

TOLERANCE = 1e-3
"""The most that torch and ONNX in float32 may differ in any score."""
SAMPLE = Path(__file__).parents[1] / "src" / "onrecord" / "samples" / "report.txt"

Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parity:
    """The largest difference of torch and float32; of torch and int8 the mean one, and shares of tags kept by layer."""

    float32: float
    int8: float
    kept: dict[str, float]

    def __str__(self) -> str:
        shares = ", ".join(f"{name} {100 * share:.1f}" for name, share in self.kept.items())
        return f"float32 differs by {self.float32:.1e} at most, int8 by {self.int8:.3f} on average; tags kept: {shares}"


def compare(weights: Path, full: Path, model: Path, reference: Path) -> Parity:
    """Run all three on the sample and write what torch says to `reference`.

    Raises ValueError where float32 differs by more than TOLERANCE.
    """
    windows = list(sample_windows(full))
    said = [_torch(weights, window) for window in windows]
    exact = [Encoder(full).forward(window) for window in windows]
    small = [Encoder(model).forward(window) for window in windows]
    difference = max(
        float(np.abs(ours - theirs).max())
        for trained, exported in zip(said, exact, strict=True)
        for ours, theirs in zip(trained, astuple(exported), strict=True)
    )
    if difference > TOLERANCE:
        raise ValueError(f"{full}: differs from the trained weights by {difference:.1e}, more than {TOLERANCE}")
    whole = {name: np.concatenate(rows) for name, rows in zip(OUTPUTS, zip(*said, strict=True), strict=True)}
    half = {name: rows.astype(np.float16) for name, rows in whole.items()}
    np.savez_compressed(
        reference,
        emissions=half["emissions"],
        values=half["values"],
        judgements=half["judgements"],
        embeddings=half["embeddings"],
    )
    truth, other = whole["emissions"], np.concatenate([one.emissions for one in small])
    kept = {name: kept_tags(truth[:, columns], other[:, columns]) for name, columns in COLUMNS.items()}
    return Parity(difference, float(np.abs(truth - other).mean()), kept)


def sample_windows(model: Path) -> Iterator[Window]:
    """The sample's windows, as the program cuts them; `model` has its tokenizer beside it."""
    tokenizer = tokenizer_at(model.with_name("tokenizer.json"))
    yield from windows_of(paragraphs_of(SAMPLE.read_text(encoding="utf8"), tokenizer))


def kept_tags(truth: Reals, other: Reals) -> float:
    """Share of the positions at which both prefer the same tag."""
    return float((truth.argmax(1) == other.argmax(1)).mean())


@torch.no_grad()
def _torch(weights: Path, window: Window) -> tuple[Reals, ...]:
    model = Model()
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    rows = (torch.from_numpy(x)[None] for x in (window.ids, window.shapes, window.marks))
    return tuple(output[0].numpy() for output in model.eval()(*rows)[: len(OUTPUTS)])
