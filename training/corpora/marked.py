"""What a corpus says of a text: marks in the layers that it annotates, and links between them.

Corpora differ in what they mark. A layer that a corpus does not annotate is absent here, so that its silence teaches
nothing; kinds that it never marks are named, and so are stretches where it cannot be trusted.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from onrecord.records import Act, Factuality, StatementKind
from training.syntax import TAUGHT

Extent = tuple[int, int]
"""Offsets [start, end) in code points."""
Split = Literal["train", "dev"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One marked stretch of a text: [start, end) is of `kind`, one of the layer's kinds."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Layer:
    """All marks of one layer, in order, none overlapping another.

    unseen: kinds that the corpus never marks: where it marks nothing, one of these may stand all the same.
    unsure: extents in which neither a mark nor its absence teaches anything.
    """

    marks: tuple[Mark, ...]
    unseen: frozenset[str] = frozenset()
    unsure: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer's target: from the mark that begins at `start` to the one at `end`, or to nothing (None).

    Both are offsets of first characters.
    """

    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What passes from an actor to a recipient in one sentence, the word that says so unmarked.

    actor, recipient: extents of the two; type: one of PLOVER's sixteen.
    """

    actor: Extent
    recipient: Extent
    type: str


@dataclass(frozen=True, slots=True)
class Value:
    """How far the predicate at [start, end) is a fact: from -3, certainly not so, over 0, unknown, to 3, certainly so.

    The scale of Lee et al. (2015) and of UDS (Rudinger et al. 2018).
    """

    start: int
    end: int
    value: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with what a person (or a cue's meaning) says of it; `None` where that is not said.

    cue, content: extents; act, kind, factuality: the codebook's values; sure: what it weighs, 1 where a person says it.
    """

    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    act: Act | None = None
    kind: StatementKind | None = None
    factuality: Factuality | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what one corpus says of it.

    layers: by name, see `training.syntax.TAUGHT`; links: by the pointer's name, see POINTERS; a pointer that is
    absent is not annotated. together: whether the lines of the text belong together, as a report's do; lines of
    unrelated sentences do not.
    """

    name: str
    text: str
    layers: Mapping[str, Layer] = field(default_factory=dict)
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    values: tuple[Value, ...] = ()
    judged: tuple[Judged, ...] = ()
    together: bool = True

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown layer or kind, and for marks that overlap or leave the text."""
        for name, layer in self.layers.items():
            kinds = TAUGHT[name]
            end = 0
            for mark in layer.marks:
                if mark.kind not in kinds or not end <= mark.start < mark.end <= len(self.text):
                    raise ValueError(f"{self.name}: {name} cannot hold {mark}")
                end = mark.end


def held_out(name: str, parts: int) -> bool:
    """Whether what has this name is in the held-out one of so many parts: by its SHA-256, so the same for all."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % parts == 0


def part_of(name: str, parts: int) -> Split:
    """The split that what has this name falls into where a corpus has none of its own."""
    return "dev" if held_out(name, parts) else "train"
