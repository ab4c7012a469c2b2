"""Examples to the tensors of one step."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from onrecord.encoder.tags import LAYERS, tags_of
from onrecord.encoder.windows import CLS, SEP
from training.examples import NONE, Example, Integers

MASK = 103
"""BERT's piece that hides another."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One layer's targets in the rows that have it: rows [r]; tags [r, length], NONE where nothing is learnt.

    hidden: [r, tags], True for O and for what O may hide.
    """

    rows: Tensor
    tags: Tensor
    hidden: Tensor


@dataclass(frozen=True, slots=True)
class Links:
    """One way's links, one an entry: row, position that points, position it points at, whether from a first piece."""

    rows: Tensor
    places: Tensor
    targets: Tensor
    first: Tensor


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations, one an entry: row, first pieces of actor and recipient, index into PLOVER, paragraph [start, end)."""

    rows: Tensor
    actors: Tensor
    recipients: Tensor
    types: Tensor
    starts: Tensor
    ends: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step: inputs [batch, length], id 0 being padding, and what is to be learnt."""

    ids: Tensor
    shapes: Tensor
    marks: Tensor
    tagged: Mapping[str, Tagged]
    links: Mapping[str, Links]
    relations: Relations | None


def batches_of(examples: list[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Group examples of about one length, at most so many pieces a group when padded; the order is drawn."""
    chance.shuffle(examples)
    examples.sort(key=lambda e: len(e.window) / 48 + chance.random())
    groups: list[list[Example]] = []
    longest = 0
    for example in examples:
        longest = max(longest, len(example.window))
        if not groups or longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = len(example.window)
        groups[-1].append(example)
    chance.shuffle(groups)
    return groups


def collate(examples: Sequence[Example], device: torch.device) -> Batch:
    """Pad to the longest window of the batch."""
    length = max(len(e.window) for e in examples)

    def padded(rows: Sequence[Integers], fill: int) -> Tensor:
        out = np.full((len(rows), length), fill, dtype=np.int64)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out).to(device)

    def tagged(name: str) -> Tagged:
        rows = [i for i, e in enumerate(examples) if name in e.tags]
        fill = 0 if name == "attribution" else NONE
        tags = tags_of(LAYERS[name])
        hidden = [[tag == "O" or tag[2:] in examples[i].unseen[name] for tag in tags] for i in rows]
        return Tagged(
            torch.tensor(rows, device=device),
            padded([examples[i].tags[name] for i in rows], fill),
            torch.tensor(hidden, device=device),
        )

    return Batch(
        ids=padded([e.window.ids for e in examples], 0),
        shapes=padded([e.window.shapes for e in examples], 0),
        marks=padded([e.window.marks for e in examples], 0),
        tagged={name: tagged(name) for name in LAYERS if any(name in e.tags for e in examples)},
        links=_links(examples, device),
        relations=_relations(examples, device),
    )


def _links(examples: Sequence[Example], device: torch.device) -> dict[str, Links]:
    found: dict[str, Links] = {}
    for way in sorted({way for e in examples for way in e.pointed}):
        mine = [(i, e.pointed[way]) for i, e in enumerate(examples) if way in e.pointed]
        columns = (
            np.concatenate([np.full(len(p.places), i) for i, p in mine]),
            np.concatenate([p.places for _, p in mine]),
            np.concatenate([p.targets for _, p in mine]),
            np.concatenate([p.first for _, p in mine]),
        )
        if len(columns[0]):
            found[way] = Links(*(torch.from_numpy(column).to(device) for column in columns))
    return found


def _relations(examples: Sequence[Example], device: torch.device) -> Relations | None:
    rows = [(i, r.actor, r.recipient, r.type, r.start, r.end) for i, e in enumerate(examples) for r in e.related]
    if not rows:
        return None
    return Relations(*torch.tensor(rows, device=device).unbind(1))


def mask_some(batch: Batch, share: float, generator: torch.Generator) -> Batch:
    """Hide a share of the pieces, so that the model leans on syntax more than on the names of one year's news."""
    drawn = torch.rand(batch.ids.shape, generator=generator).to(batch.ids.device) < share
    special = (batch.ids == 0) | (batch.ids == CLS) | (batch.ids == SEP)
    return replace(batch, ids=batch.ids.masked_fill(drawn & ~special, MASK))
