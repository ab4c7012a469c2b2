"""PolNeAR (Newell, Margolin and Ruths 2018) as training examples: windows with a tag and two pointers a piece."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.pieces import Pieces
from onrecord.encoder.tags import ROLES, TAGS
from onrecord.encoder.windows import LIMIT, Window, windows_of

Extent = tuple[int, int]
NONE = -100


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: extents of its three roles, offsets into the document's text."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and its readings, one an annotator, in order of the annotator's name."""

    name: str
    text: str
    readings: tuple[tuple[Attribution, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its targets, each one entry a position: tag index; position of the cue; position of the source."""

    window: Window
    tags: NDArray[np.int64]
    cue: NDArray[np.int64]
    source: NDArray[np.int64]


def read_folder(folder: Path) -> Iterator[Annotated]:
    """Documents of a PolNeAR-shaped folder (`text/NAME.txt`, `attributions/NAME_ANNOTATOR.ann`), by name."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    for name, paths in sorted(files.items()):
        with open(folder / "text" / f"{name}.txt", encoding="utf8", newline="") as f:
            text = f.read()
        yield Annotated(name, text, tuple(_reading(path) for path in paths))


def _reading(path: Path) -> tuple[Attribution, ...]:
    """Parse brat standoff (https://brat.nlplab.org/standoff.html)."""
    extents: dict[str, tuple[Extent, ...]] = {}
    found: list[Attribution] = []
    for line in path.read_text(encoding="utf8").splitlines():
        field = line.split("\t")
        if field[0].startswith("T") and len(field) > 2:
            where = field[1].split(" ", 1)[1]
            extents[field[0]] = tuple((int(a), int(b)) for a, b in (w.split() for w in where.split(";")))
        elif field[0].startswith("E"):
            roles: dict[str, list[Extent]] = {role: [] for role in ROLES}
            for role, ref in (a.split(":") for a in field[1].split()):
                plain = re.sub(r"\d", "", role).lower()
                if plain in roles:
                    roles[plain] += extents.get(ref, ())
            if roles["content"]:
                found.append(Attribution(*(tuple(sorted(roles[r])) for r in ROLES)))
    return tuple(found)


def examples_of(
    paragraphs: list[Pieces], reading: tuple[Attribution, ...], chance: random.Random | None = None
) -> list[Example]:
    """Windows of a document with their targets; with `chance`, the first window's length is drawn.

    Drawing it shifts every window's edge, so that no paragraph always stands first.
    """
    first = chance.randint(40, LIMIT) if chance else None
    return [_example(window, reading) for window in windows_of(paragraphs, first=first)]


def _example(window: Window, reading: tuple[Attribution, ...]) -> Example:
    tags = np.zeros(len(window), dtype=np.int64)
    cue = np.full(len(window), NONE, dtype=np.int64)
    source = np.full(len(window), NONE, dtype=np.int64)
    for attribution in reading:
        places = {role: [_places(window, *e) for e in getattr(attribution, role)] for role in ROLES}
        for role in ROLES:
            for place in places[role]:
                tags[place] = TAGS.index(f"I-{role}")
                tags[place[:1]] = TAGS.index(f"B-{role}")
        cues, sources, contents = (_joined(places[r]) for r in ("cue", "source", "content"))
        if len(cues):
            cue[contents] = cues[0]
            source[cues] = sources[0] if len(sources) else (0 if not attribution.source else NONE)
    return Example(window, _legal(tags), cue, source)


def _places(window: Window, start: int, end: int) -> NDArray[np.int64]:
    return np.flatnonzero((window.starts < end) & (window.ends > start) & (window.starts >= 0))


def _joined(places: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(places) if places else np.zeros(0, dtype=np.int64)


def _legal(tags: NDArray[np.int64]) -> NDArray[np.int64]:
    """Overlaps and separators leave I tags with nothing before them: make them B."""
    for i in range(1, len(tags)):
        name = TAGS[tags[i]]
        if name.startswith("I-") and TAGS[tags[i - 1]][2:] != name[2:]:
            tags[i] -= 1
    return tags
