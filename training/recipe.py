"""The recipe: everything that the weights depend on beside the data, read from one file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from training.examples import WAYS
from training.losses import PARTS
from training.syntax import TAUGHT


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the weights are made; the defaults are what is tried first.

    name: what the weights are called; pieces: in a batch, padding counted; rate, head_rate: AdamW's at their height,
    of the encoder and of what starts from nothing; masked: share of pieces hidden; average: how much of the moving
    average a step keeps; sources: by name (`training.sources`), how often an epoch has each of its texts, a half
    being every other one; weights: of each layer, way and other part of the loss.
    """

    name: str
    seed: int = 7
    epochs: int = 6
    pieces: int = 3840
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    masked: float = 0.08
    average: float = 0.998
    sources: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)


def read_recipe(path: Path) -> Recipe:
    """Read a recipe's file. Raises ValueError for a field that there is none of, or a weight that is missing."""
    stated = tomllib.loads(path.read_text(encoding="utf8"))
    try:
        recipe = Recipe(**stated)
    except TypeError as error:
        raise ValueError(f"{path}: {error}") from None
    wanted = {*TAUGHT, *WAYS, *PARTS}
    if set(recipe.weights) != wanted:
        odd = ", ".join(sorted(wanted ^ set(recipe.weights)))
        raise ValueError(f"{path}: weights must name every part of the loss and no other; see to {odd}")
    return recipe
