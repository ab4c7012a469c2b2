"""Make the weights: `python -m training --corpora DIR --out DIR`, from the base encoder to a calibrated int8 model.

Run again, it goes on where it stopped. docs/training.md tells the recipes, how long they take and what they reached.
"""

import argparse
import shutil
from dataclasses import replace
from pathlib import Path

from onrecord.encoder import Encoder
from onrecord.encoder.model import WEIGHTS, tokenizer_at
from training.base import minilm_files
from training.calibrate import calibrate
from training.export import export, quantize
from training.meanings import Original
from training.parity import compare
from training.recipe import Recipe, read_recipe
from training.refit import refitted
from training.sources import prepare
from training.train import claim, train

RECIPES = Path(__file__).with_name("recipes")


def main() -> None:
    """Train, export, quantize and calibrate; print where the model is and how sure it may be."""
    given = _arguments()
    recipe = _recipe(given)
    base = minilm_files()
    tokenizer, teacher = tokenizer_at(base / "tokenizer.json"), Encoder(given.teacher)
    original = Original(base / "model.safetensors", tokenizer)
    claim(given.out, recipe)
    data = {name: prepare(name, given.corpora, "train", tokenizer, teacher, original) for name in recipe.sources}
    held = {name: prepare(name, given.corpora, "dev", tokenizer, teacher, original) for name in recipe.sources}
    data = {name: texts[:: given.every] for name, texts in data.items()}
    weights = refitted(train(data, held, recipe, base / "model.safetensors", given.out), data)
    full, model = given.out / "float32.onnx", given.out / "model.onnx"
    shutil.copy(base / "tokenizer.json", given.out / "tokenizer.json")
    export(weights, full, recipe.name)
    quantize(full, model)
    print(model, compare(weights, full, model, given.out / "reference.npz"), sep="\n")
    if "polnear" in recipe.sources:  # the confidence is fitted on PolNeAR: weights from open data alone go without
        print(calibrate(model, given.corpora))


def _recipe(given: argparse.Namespace) -> Recipe:
    recipe = read_recipe(given.recipe)
    stated = {name: getattr(given, name) for name in ("seed", "epochs") if getattr(given, name) is not None}
    return replace(recipe, **stated)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds polnear/ and the others")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints, log and weights")
    parser.add_argument("--recipe", type=Path, default=RECIPES / "all.toml", help="open.toml: open data only")
    parser.add_argument("--teacher", type=Path, default=WEIGHTS, help="weights that read contents again")
    parser.add_argument("--every", type=int, default=1, help="train on every so manieth text, to try an idea")
    parser.add_argument("--seed", type=int, help="in place of the recipe's")
    parser.add_argument("--epochs", type=int, help="in place of the recipe's")
    return parser.parse_args()


if __name__ == "__main__":
    main()
