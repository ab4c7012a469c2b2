"""The training loop: resumable, the same steps for the same seed, on a GPU where there is one.

A checkpoint every few minutes holds the step and the state of chance, so the same command goes on where it stopped.
The step runs under bfloat16 autocast, on a CPU as on a GPU. After each epoch every head is looked at on texts that
are held out.
"""

import json
import math
import os
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import torch

from training.batches import batches_of, collate, mask_some
from training.bert import load_minilm
from training.examples import Example, Prepared, examples_of
from training.heldout import scores_of
from training.losses import loss_of
from training.model import Model
from training.recipe import Recipe

_SAVE_EVERY = 180  # seconds


def epoch_batches(data: Mapping[str, Sequence[Prepared]], recipe: Recipe, epoch: int) -> list[list[Example]]:
    """The batches of one epoch, the same for the same seed: texts, window edges and annotators are drawn."""
    chance = random.Random(recipe.seed * 1000 + epoch)
    examples: list[Example] = []
    for name, times in recipe.sources.items():
        for prepared in data[name]:
            copies = math.floor(times) + (chance.random() < times - math.floor(times))
            for _ in range(copies):
                examples += examples_of(prepared, chance)
    return batches_of(examples, recipe.pieces, chance)


def rate_at(done: float, warm_up: float) -> float:
    """Linear warm-up, then linear decay to a twentieth; `done` is the share of the training that is done."""
    if done < warm_up:
        return max(0.01, done / warm_up)
    return 0.05 + 0.95 * (1 - done) / (1 - warm_up)


def optimizer_of(model: Model, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW, with a higher rate for what starts from nothing and no decay on norms and biases."""
    fresh = ("tags.", "syntax.", "crf.", "pointers.", "biases.", "judge.", "absent", "encoder.shapes", "encoder.marks")
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
def update_average(average: dict[str, torch.Tensor], model: Model, keep: float) -> None:
    """Exponential moving average of the weights; the average is what is exported."""
    for name, value in model.state_dict().items():
        if value.dtype.is_floating_point:
            average[name].lerp_(value.float(), 1 - keep)


def claim(out: Path, recipe: Recipe) -> None:
    """Write what is trained here into `out`, or see that it is what was begun there.

    Raises ValueError where something else was begun.
    """
    out.mkdir(parents=True, exist_ok=True)
    stated, wanted = out / "recipe.json", asdict(recipe)
    if not stated.exists():
        stated.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf8")
    elif json.loads(stated.read_text(encoding="utf8")) != wanted:
        raise ValueError(f"{out}: another training was begun here ({stated.name}); give another --out")


def train(
    data: Mapping[str, Sequence[Prepared]],
    dev: Mapping[str, Sequence[Prepared]],
    recipe: Recipe,
    weights: Path,
    out: Path,
) -> Path:
    """Run (or go on with) the training; returns the path of the averaged weights."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(recipe.seed)
    model = Model().to(device)
    load_minilm(model.encoder, weights)
    optimizer = optimizer_of(model, recipe)
    base_rates = [g["lr"] for g in optimizer.param_groups]
    average = {k: v.detach().clone().float() for k, v in model.state_dict().items()}
    checkpoint, done = out / "checkpoint.pt", (0, 0)
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, done = state["average"], tuple(state["done"])
        torch.set_rng_state(state["chance"].cpu())
    log = open(out / "log.jsonl", "a", encoding="utf8")  # noqa: SIM115 (open as long as the training)
    saved = began = time.monotonic()
    step = 0
    for epoch in range(done[0], recipe.epochs):
        batches = epoch_batches(data, recipe, epoch)
        model.train()
        for at, examples in enumerate(batches):
            step += 1
            if epoch == done[0] and at < done[1]:
                continue
            share = (epoch + at / len(batches)) / recipe.epochs
            for group, base in zip(optimizer.param_groups, base_rates, strict=True):
                group["lr"] = base * rate_at(share, recipe.warm_up)
            generator = torch.Generator().manual_seed(recipe.seed * 1_000_003 + epoch * 100_003 + at)
            batch = mask_some(collate(examples, device), recipe.masked, generator)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                loss, parts = loss_of(model, batch, recipe.weights)
            if not math.isfinite(loss.item()):
                raise FloatingPointError(f"the loss is not finite in batch {at} of epoch {epoch + 1}")
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            update_average(average, model, min(recipe.average, 1 - 10 / (step + 10 + len(batches) * epoch)))
            if at % 20 == 0:
                row = {"epoch": epoch + 1, "batch": at, "of": len(batches), "s": round(time.monotonic() - began)}
                _write(log, row | {"loss": round(loss.item(), 4)} | {k: round(v, 4) for k, v in parts.items()})
            if time.monotonic() - saved > _SAVE_EVERY:
                _save(checkpoint, model, optimizer, average, (epoch, at + 1))
                saved = time.monotonic()
        torch.save(average, out / f"average-{epoch + 1}.pt")
        _save(checkpoint, model, optimizer, average, (epoch + 1, 0))
        held = Model().to(device)
        held.load_state_dict(average)
        _write(log, {"epoch": epoch + 1, "dev": scores_of(held, dev, device)})
    log.close()
    final = out / "average.pt"
    torch.save(average, final)
    return final


def _write(log: TextIO, row: Mapping[str, object]) -> None:
    log.write(json.dumps(row) + "\n")
    log.flush()


def _save(
    path: Path,
    model: Model,
    optimizer: torch.optim.AdamW,
    average: dict[str, torch.Tensor],
    done: tuple[int, int],
) -> None:
    part = path.with_suffix(".part")
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "average": average,
        "done": done,
        "chance": torch.get_rng_state(),
    }
    torch.save(state, part)
    os.replace(part, path)
