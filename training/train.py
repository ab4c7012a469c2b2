"""The training loop: resumable, the same steps for the same seed, on a GPU where there is one.

A checkpoint every few minutes holds the step and the state of chance, so the same command goes on where it stopped.
The step runs under bfloat16 autocast, on a CPU as on a GPU.
"""

import json
import math
import os
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.pieces import Pieces, paragraphs_of
from onrecord.encoder.windows import CLS, SEP
from training.attribution import AttributionModel, Batch
from training.bert import load_minilm
from training.open_data import read_open
from training.polnear import NONE, Annotated, Example, examples_of, read_folder

MASK = 103


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that the weights depend on beside the data."""

    seed: int = 7
    epochs: int = 8
    batch: int = 12
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.01
    masked: float = 0.08
    average: float = 0.995


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document cut into pieces once, for all epochs."""

    document: Annotated
    paragraphs: list[Pieces]


def documents_of(data: str, corpora: Path) -> Iterator[Annotated]:
    """The training documents: PolNeAR's train split and its annotators' training, or openly licensed data alone."""
    if data == "open":
        yield from read_open(corpora)
        return
    yield from read_folder(corpora / "polnear" / "train")
    yield from read_folder(corpora / "polnear" / "annotator-training")


def prepare(documents: Iterator[Annotated], tokenizer: Tokenizer) -> list[Prepared]:
    """Tokenise every document once."""
    return [Prepared(d, list(paragraphs_of(d.text, tokenizer))) for d in documents]


def epoch_examples(data: list[Prepared], recipe: Recipe, epoch: int) -> list[list[Example]]:
    """The batches of one epoch, the same for the same seed: window edges and annotators are drawn, order shuffled."""
    chance = random.Random(recipe.seed * 1000 + epoch)
    examples: list[Example] = []
    for item in data:
        examples += examples_of(item.paragraphs, chance.choice(item.document.readings), chance)
    chance.shuffle(examples)
    examples.sort(key=lambda e: len(e.window) // 64 + chance.random() * 0.9)
    batches = [examples[i : i + recipe.batch] for i in range(0, len(examples), recipe.batch)]
    chance.shuffle(batches)
    return batches


def collate(examples: list[Example], device: torch.device) -> Batch:
    """Pad to the longest window of the batch; padding has id 0, tag O and no pointers."""
    length = max(len(e.window) for e in examples)

    def padded(rows: list[NDArray[np.int64]], fill: int) -> torch.Tensor:
        out = np.full((len(rows), length), fill, dtype=np.int64)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out).to(device)

    return Batch(
        ids=padded([e.window.ids for e in examples], 0),
        shapes=padded([e.window.shapes for e in examples], 0),
        marks=padded([e.window.marks for e in examples], 0),
        tags=padded([e.tags for e in examples], 0),
        cue=padded([e.cue for e in examples], NONE),
        source=padded([e.source for e in examples], NONE),
    )


def mask_some(batch: Batch, share: float, generator: torch.Generator) -> Batch:
    """Hide a share of the pieces, so that the model leans on syntax more than on the names of one year's news."""
    drawn = torch.rand(batch.ids.shape, generator=generator).to(batch.ids.device) < share
    special = (batch.ids == 0) | (batch.ids == CLS) | (batch.ids == SEP)
    values = {f.name: getattr(batch, f.name) for f in fields(batch)}
    values["ids"] = batch.ids.masked_fill(drawn & ~special, MASK)
    return Batch(**values)


def rate_at(step: int, total: int, warm_up: float) -> float:
    """Linear warm-up, then linear decay to a twentieth."""
    warm = max(1, int(total * warm_up))
    if step < warm:
        return (step + 1) / warm
    return 0.05 + 0.95 * (total - step) / max(1, total - warm)


def optimizer_of(model: AttributionModel, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW, with a higher rate for what starts from nothing and no decay on norms and biases."""
    fresh = ("tags.", "crf.", "pointers.", "biases.", "encoder.shapes", "encoder.marks")
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if p.requires_grad:
            groups.setdefault((name.startswith(fresh), p.dim() > 1), []).append(p)
    return torch.optim.AdamW(
        [
            {
                "params": params,
                "lr": recipe.head_rate if is_fresh else recipe.rate,
                "weight_decay": recipe.decay if decays else 0.0,
            }
            for (is_fresh, decays), params in groups.items()
        ]
    )


@torch.no_grad()
def update_average(average: dict[str, torch.Tensor], model: AttributionModel, keep: float) -> None:
    """Exponential moving average of the weights; the average is what is exported."""
    for name, value in model.state_dict().items():
        if value.dtype.is_floating_point:
            average[name].lerp_(value.float(), 1 - keep)


@torch.no_grad()
def token_f1(model: AttributionModel, examples: list[Example], device: torch.device) -> float:
    """Micro F1 of pieces over the three roles, by plain argmax: a quick look, not the measure."""
    model.eval()
    hit = said = gold = 0
    for i in range(0, len(examples), 16):
        batch = collate(examples[i : i + 16], device)
        emissions, _ = model(batch.ids, batch.shapes, batch.marks)
        guess = (emissions.argmax(-1) + 1) // 2
        truth = (batch.tags + 1) // 2
        real = batch.ids != 0
        hit += int(((guess == truth) & (truth > 0) & real).sum())
        said += int(((guess > 0) & real).sum())
        gold += int((truth > 0).sum())
    model.train()
    return 200 * hit / max(1, said + gold)


def claim(out: Path, recipe: Recipe, data: str) -> None:
    """Write what is trained here into `out`, or see that it is what was begun there.

    Raises ValueError where something else was begun.
    """
    out.mkdir(parents=True, exist_ok=True)
    stated, wanted = out / "recipe.json", {"data": data, **asdict(recipe)}
    if not stated.exists():
        stated.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf8")
    elif json.loads(stated.read_text(encoding="utf8")) != wanted:
        raise ValueError(f"{out}: another training was begun here ({stated.name}); give another --out")


def train(data: list[Prepared], dev: list[Example], recipe: Recipe, weights: Path, out: Path) -> Path:
    """Run (or go on with) the training; returns the path of the averaged weights."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(recipe.seed)
    model = AttributionModel().to(device)
    load_minilm(model.encoder, weights)
    optimizer = optimizer_of(model, recipe)
    base_rates = [g["lr"] for g in optimizer.param_groups]
    average = {k: v.detach().clone().float() for k, v in model.state_dict().items()}
    total = sum(len(epoch_examples(data, recipe, e)) for e in range(recipe.epochs))
    checkpoint, step_done = out / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, step_done = state["average"], state["step"]
        torch.set_rng_state(state["chance"].cpu())
    log = open(out / "log.jsonl", "a", encoding="utf8")  # noqa: SIM115 (open as long as the training)
    model.train()
    saved, began, step = time.monotonic(), time.monotonic(), 0
    for epoch in range(recipe.epochs):
        for examples in epoch_examples(data, recipe, epoch):
            step += 1
            if step <= step_done:
                continue
            for group, base in zip(optimizer.param_groups, base_rates, strict=True):
                group["lr"] = base * rate_at(step - 1, total, recipe.warm_up)
            generator = torch.Generator().manual_seed(recipe.seed * 1_000_003 + step)
            batch = mask_some(collate(examples, device), recipe.masked, generator)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                loss, parts = model.loss(batch)
            if not math.isfinite(loss.item()):
                raise FloatingPointError(f"the loss is not finite at step {step}")
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            update_average(average, model, min(recipe.average, step / (step + 10)))
            if step % 20 == 0:
                row = {"step": step, "of": total, "epoch": epoch, "s": round(time.monotonic() - began)}
                log.write(json.dumps(row | {k: round(v, 4) for k, v in parts.items()}) + "\n")
                log.flush()
            if time.monotonic() - saved > 180:
                _save(checkpoint, model, optimizer, average, step)
                saved = time.monotonic()
        if step > step_done:
            _save(checkpoint, model, optimizer, average, step)
            torch.save(average, out / f"average-{epoch + 1}.pt")
            held = AttributionModel().to(device)
            held.load_state_dict(average)
            row = {"epoch": epoch + 1, "dev_token_f1": token_f1(held, dev, device)}
            log.write(json.dumps(row) + "\n")
            log.flush()
    log.close()
    final = out / "average.pt"
    torch.save(average, final)
    return final


def _save(
    path: Path,
    model: AttributionModel,
    optimizer: torch.optim.AdamW,
    average: dict[str, torch.Tensor],
    step: int,
) -> None:
    part = path.with_suffix(".part")
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "average": average,
        "step": step,
    }
    torch.save(state, part)
    os.replace(part, path)
