"""Where and as of when figures of news hold, labelled by hand for this project.

`training/labels/figures.jsonl` holds no text: each line names a text by its digest, says when it was published, and
gives its figures by offsets: those that the program found, put aside where they made no sense. `where` are the places
that are right, any of them ("Orlin, Ruritania" is two), none where the text tells of no place.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

from onrecord.records import document_id
from training.corpora.labelled import texts_of
from training.corpora.marked import Extent, Split, part_of

LABELS: Final = Path(__file__).parents[1] / "labels" / "figures.jsonl"
HELD_OUT: Final = 2
"""Every other text is held out."""


class _Figure(TypedDict):
    span: list[int]
    where: list[list[int]]
    as_of: str | None


class _Row(TypedDict):
    corpus: str
    text: str
    published: str
    figures: list[_Figure]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One figure: its extent, the extents of the places that are right for it, and the TIMEX3 value it holds at."""

    extent: Extent
    where: tuple[Extent, ...]
    as_of: str | None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with the day it was published (ISO 8601), and some of its figures."""

    text: str
    published: str
    figures: tuple[Labelled, ...]


def read(corpora: Path, split: Split) -> Iterator[LabelledText]:
    """Yield the labelled texts of one split. Raises FileNotFoundError where a corpus is missing."""
    rows: dict[str, _Row] = {row["text"]: row for row in map(json.loads, LABELS.read_text("utf8").splitlines())}
    for corpus in sorted({row["corpus"] for row in rows.values()}):
        for _, text in texts_of(corpora, corpus):
            row = rows.pop(document_id(text), None)
            if row is not None and part_of(row["text"], HELD_OUT) == split:
                yield LabelledText(text, row["published"], tuple(map(_figure, row["figures"])))


def _figure(row: _Figure) -> Labelled:
    start, end = row["span"]
    return Labelled((start, end), tuple((a, b) for a, b in row["where"]), row["as_of"])
