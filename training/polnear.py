"""PolNeAR (Newell, Margolin and Ruths 2018): who said what in 1,008 articles, as several annotators read it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.encoder.tags import ROLES
from training.corpora.marked import Extent, Layer, Link, Mark, Marked


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


def marked_of(document: Annotated) -> tuple[Marked, ...]:
    """What each annotator marked, as layer `attribution` and its links; of two roles in one place the later stands."""
    return tuple(_marked(document, reading) for reading in document.readings)


def _marked(document: Annotated, reading: tuple[Attribution, ...]) -> Marked:
    owner = [(-1, -1)] * (len(document.text) + 1)
    for k, attribution in enumerate(reading):
        for r, role in enumerate(ROLES):
            for start, end in getattr(attribution, role):
                owner[start:end] = [(k, r)] * (end - start)
    marks: list[Mark] = []
    links: dict[str, list[Link]] = {"content_to_cue": [], "cue_to_source": []}
    for (k, r), start, end in _runs(owner, {e[0] for a in reading for role in ROLES for e in getattr(a, role)}):
        marks.append(Mark(start, end, ROLES[r]))
        cue, source = reading[k].cue, reading[k].source
        if ROLES[r] == "content" and cue:
            links["content_to_cue"].append(Link(start, cue[0][0]))
        elif ROLES[r] == "cue" and start == cue[0][0]:
            links["cue_to_source"].append(Link(start, source[0][0] if source else None))
    layers = {"attribution": Layer(tuple(marks))}
    return Marked(document.name, document.text, layers, {name: tuple(found) for name, found in links.items()})


def _runs(owner: list[tuple[int, int]], starts: set[int]) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Stretches of one owner, cut where an annotated extent begins."""
    begun = 0
    for i in range(1, len(owner)):
        if owner[i] != owner[begun] or i in starts:
            if owner[begun][0] >= 0:
                yield owner[begun], begun, i
            begun = i
