"""The head of meaning, fitted anew when all else is trained: by ridge regression in closed form, on frozen layers.

Trained beside the other heads it keeps the encoder near the original's space; fitted alone afterwards it makes the best
of where the encoder came to lie (Hoerl and Kennard 1970).
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.batches import collate
from training.examples import Prepared, examples_of
from training.losses import means_over
from training.model import Model

RIDGE = 1e-3
"""Added to the diagonal, as a share of its mean; ten times more or less changes nothing."""
_ROWS = 12  # windows at a time


def refitted(weights: Path, data: Mapping[str, Sequence[Prepared]]) -> Path:
    """Write the weights with the head of meaning fitted on what the sentences of `data` mean; return where they lie.

    They stay as they are where no source teaches meanings.
    """
    model = Model().eval()
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    width = model.meaning.in_features
    seen, wanted, count = torch.zeros(width, width), torch.zeros(width, model.meaning.out_features), 0
    for pooled, vectors in _pooled(model, data):
        seen += pooled.T @ pooled
        wanted += pooled.T @ vectors
        count += len(pooled)
    if count:
        ridge = RIDGE * seen.diagonal().mean() * torch.eye(width)
        with torch.no_grad():
            model.meaning.weight.copy_(torch.linalg.solve(seen + ridge, wanted).T)
    out = weights.with_name("refitted.pt")
    torch.save(model.state_dict(), out)
    return out


@torch.no_grad()
def _pooled(model: Model, data: Mapping[str, Sequence[Prepared]]) -> Iterator[tuple[Tensor, Tensor]]:
    """The layers' means over stretches of text [k, width], and what the stretches mean."""
    taught = (text for texts in data.values() for text in texts if text.meant is not None)
    examples = [example for text in taught for example in examples_of(text) if example.meanings]
    for start in range(0, len(examples), _ROWS):
        batch = collate(examples[start : start + _ROWS], torch.device("cpu"))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            _, several = model.encoder(batch.ids, batch.shapes, batch.marks)
        if batch.meanings is not None:
            yield means_over(several.float(), batch.meanings), batch.meanings.vectors
