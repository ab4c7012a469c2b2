"""Examples to the tensors of one step."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from onrecord.encoder.tags import tags_of
from onrecord.encoder.windows import CLS, SEP
from training.examples import NONE, Example, Integers
from training.syntax import TAUGHT

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
class Statements:
    """Judged statements, one an entry of s: rows [s]; for each of PARTS, places [s, longest], -1 where none is.

    answers: [s, judgements], NONE where nothing is to be learnt; sure: [s], what each weighs.
    """

    rows: Tensor
    cue: Tensor
    content: Tensor
    answers: Tensor
    sure: Tensor


@dataclass(frozen=True, slots=True)
class Meanings:
    """Stretches of text, one an entry of s: row, positions [start, end), vector [s, width] of what it means."""

    rows: Tensor
    starts: Tensor
    ends: Tensor
    vectors: Tensor


@dataclass(frozen=True, slots=True)
class Values:
    """Predicates, one an entry: row, first piece, how far it is a fact."""

    rows: Tensor
    places: Tensor
    values: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step: inputs [batch, length], id 0 being padding, and what is to be learnt."""

    ids: Tensor
    shapes: Tensor
    marks: Tensor
    tagged: Mapping[str, Tagged]
    links: Mapping[str, Links]
    relations: Relations | None
    values: Values | None = None
    statements: Statements | None = None
    meanings: Meanings | None = None


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
        tags = tags_of(TAUGHT[name])
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
        tagged={name: tagged(name) for name in TAUGHT if any(name in e.tags for e in examples)},
        links=_links(examples, device),
        relations=_relations(examples, device),
        values=_values(examples, device),
        statements=_statements(examples, device),
        meanings=_meanings(examples, device),
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


def _values(examples: Sequence[Example], device: torch.device) -> Values | None:
    mine = [(i, e.valued) for i, e in enumerate(examples) if e.valued is not None]
    if not mine:
        return None
    columns = (
        np.concatenate([np.full(len(v.places), i) for i, v in mine]),
        np.concatenate([v.places for _, v in mine]),
        np.concatenate([v.values for _, v in mine]),
    )
    return Values(*(torch.from_numpy(column).to(device) for column in columns))


def _statements(examples: Sequence[Example], device: torch.device) -> Statements | None:
    mine = [(i, s) for i, e in enumerate(examples) for s in e.stated]
    if not mine:
        return None

    def padded(rows: list[Integers]) -> Tensor:
        table = np.full((len(rows), max(1, *map(len, rows))), -1, dtype=np.int64)
        for i, row in enumerate(rows):
            table[i, : len(row)] = row
        return torch.from_numpy(table).to(device)

    return Statements(
        torch.tensor([i for i, _ in mine], device=device),
        padded([s.cue for _, s in mine]),
        padded([s.content for _, s in mine]),
        torch.tensor([s.answers for _, s in mine], device=device),
        torch.tensor([s.sure for _, s in mine], device=device),
    )


def _meanings(examples: Sequence[Example], device: torch.device) -> Meanings | None:
    mine = [(i, m) for i, e in enumerate(examples) for m in e.meanings]
    if not mine:
        return None
    rows, starts, ends = torch.tensor([(i, m.start, m.end) for i, m in mine], device=device).unbind(1)
    vectors = torch.from_numpy(np.stack([m.vector for _, m in mine])).to(device)
    return Meanings(rows, starts, ends, vectors)


def mask_some(batch: Batch, share: float, generator: torch.Generator) -> Batch:
    """Hide a share of the pieces, so that the model leans on syntax more than on the names of one year's news."""
    drawn = torch.rand(batch.ids.shape, generator=generator).to(batch.ids.device) < share
    special = (batch.ids == 0) | (batch.ids == CLS) | (batch.ids == SEP)
    return replace(batch, ids=batch.ids.masked_fill(drawn & ~special, MASK))
