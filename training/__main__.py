"""Make the weights: `python -m training --corpora DIR --out DIR`, from the base encoder to a calibrated int8 model.

Run again, it goes on where it stopped. docs/training.md tells the recipe, how long it takes and what it reached.
"""

import argparse
import shutil
from dataclasses import fields
from itertools import islice
from pathlib import Path

from onrecord.encoder.model import tokenizer_at
from training.base import minilm_files
from training.calibrate import calibrate
from training.export import export, quantize
from training.polnear import examples_of, read_folder
from training.train import Recipe, claim, documents_of, prepare, train

NAMES = {"polnear": "onrecord-attribution-1", "open": "onrecord-attribution-open-1"}
"""The model's name on its card, for each choice of data."""


def main() -> None:
    """Train, export, quantize and calibrate; print where the model is and how sure it may be."""
    given, recipe = _arguments()
    base = minilm_files()
    tokenizer = tokenizer_at(base / "tokenizer.json")
    claim(given.out, recipe, f"{given.data}, every {given.every}")
    documents = prepare(islice(documents_of(given.data, given.corpora), 0, None, given.every), tokenizer)
    held = prepare(read_folder(given.corpora / "polnear" / "dev"), tokenizer)
    dev = [example for item in held for example in examples_of(item.paragraphs, item.document.readings[0])]
    weights = train(documents, dev, recipe, base / "model.safetensors", given.out)
    full, model = given.out / "float32.onnx", given.out / "model.onnx"
    export(weights, full, NAMES[given.data])
    quantize(full, model)
    shutil.copy(base / "tokenizer.json", given.out / "tokenizer.json")
    print(model)
    if given.data != "open":  # the confidence is fitted on PolNeAR: weights from open data alone go without
        print(calibrate(model, given.corpora))


def _arguments() -> tuple[argparse.Namespace, Recipe]:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints, log and weights")
    parser.add_argument("--data", choices=tuple(NAMES), default="polnear", help="open: openly licensed only")
    parser.add_argument("--every", type=int, default=1, help="train on every so manieth document, to try an idea")
    for field in fields(Recipe):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    given = parser.parse_args()
    return given, Recipe(**{field.name: getattr(given, field.name) for field in fields(Recipe)})


if __name__ == "__main__":
    main()
