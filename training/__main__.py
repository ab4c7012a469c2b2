"""Make the weights: `python -m training --corpora DIR --out DIR`, from the base encoder to a calibrated int8 model.

Run again, it goes on where it stopped. docs/training.md tells the recipe, how long it takes and what it reached.
"""

import argparse
import shutil
from dataclasses import fields
from pathlib import Path

from onrecord.encoder.model import tokenizer_at
from training.base import minilm_files
from training.calibrate import calibrate
from training.export import export, quantize
from training.polnear import examples_of, read_folder
from training.train import Recipe, documents_of, prepare, train


def main() -> None:
    """Train, export, quantize and calibrate; print where the model is and how sure it may be."""
    given, recipe = _arguments()
    base = minilm_files()
    tokenizer = tokenizer_at(base / "tokenizer.json")
    documents = prepare(documents_of(given.data, given.corpora), tokenizer)[:: max(1, round(1 / given.share))]
    held = prepare(read_folder(given.corpora / "polnear" / "dev"), tokenizer)
    dev = [example for item in held for example in examples_of(item.paragraphs, item.document.readings[0])]
    weights = train(documents, dev, recipe, base / "model.safetensors", given.out)
    full, model = given.out / "float32.onnx", given.out / "model.onnx"
    export(weights, full, given.name)
    quantize(full, model)
    shutil.copy(base / "tokenizer.json", given.out / "tokenizer.json")
    print(model)
    print(calibrate(model, given.corpora))


def _arguments() -> tuple[argparse.Namespace, Recipe]:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints, log and weights")
    parser.add_argument("--data", choices=("polnear", "open"), default="polnear", help="open: openly licensed only")
    parser.add_argument("--name", default="onrecord-attribution-1", help="the model's name on its card")
    parser.add_argument("--share", type=float, default=1.0, help="train on this share of the documents")
    for field in fields(Recipe):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    given = parser.parse_args()
    return given, Recipe(**{field.name: getattr(given, field.name) for field in fields(Recipe)})


if __name__ == "__main__":
    main()
