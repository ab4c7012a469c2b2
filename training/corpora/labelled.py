"""Statements labelled by hand for this project: act, kind, factuality and condition of attributions in news.

`training/labels/statements.jsonl` holds no text: each line names a text by its digest and a statement by offsets into
it, so that it is of use only beside the corpora it was made on. Where the corpus marks attributions itself (PolNeAR)
the spans are the corpus's, elsewhere those that the program found, put aside where they made no sense.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.records import Act, Factuality, StatementKind, document_id
from training.corpora.marked import Extent, Judged, Marked, Split, part_of
from training.polnear import read_folder

LABELS = Path(__file__).parents[1] / "labels" / "statements.jsonl"
HELD_OUT = 5
"""One of so many texts is held out; PolNeAR has a dev split of its own."""
POLNEAR = "polnear"
RAW = {"raw_wikinews": "wikinews_2019_2020.jsonl.gz", "raw_whitehouse": "whitehouse.jsonl.gz"}
PORTAL = "raw_wcep_portal"


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled statement: its corpus, the digest of its text, extents, and what was said of it.

    again: what a second person said, `None` where nobody did, in the order act, kind, factuality.
    """

    corpus: str
    text: str
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    act: Act
    kind: StatementKind
    factuality: Factuality
    condition: Extent | None
    again: tuple[str, str, str] | None

    def judged(self) -> Judged:
        """The label as an example."""
        return Judged(self.cue, self.content, self.act, self.kind, self.factuality)


def labels() -> Iterator[Label]:
    """All labels, in the order of the file."""
    with LABELS.open(encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            cue, content = (tuple((a, b) for a, b in row[name]) for name in ("cue", "content"))
            condition, again = row["condition"], row["again"]
            yield Label(
                row["corpus"],
                row["text"],
                cue,
                content,
                row["act"],
                row["kind"],
                row["factuality"],
                tuple(condition) if condition else None,
                tuple(again) if again else None,
            )


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the labelled texts of raw news of one split. Raises FileNotFoundError where a corpus is missing."""
    for name in RAW:
        yield from _labelled(name, raw_texts(corpora, name), split)


def read_polnear(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield PolNeAR's labelled texts of one split."""
    corpus = f"{POLNEAR}/{split}"
    yield from _marked(corpus, texts_of(corpora, corpus))


def _labelled(corpus: str, texts: Iterable[tuple[str, str]], split: Split) -> Iterator[Marked]:
    return (marked for marked in _marked(corpus, texts) if part_of(marked.text, HELD_OUT) == split)


def _marked(corpus: str, texts: Iterable[tuple[str, str]]) -> Iterator[Marked]:
    known: dict[str, list[Label]] = {}
    for label in labels():
        if label.corpus == corpus:
            known.setdefault(label.text, []).append(label)
    for name, text in texts:
        mine = known.get(document_id(text))
        if mine:
            yield Marked(name, text, judged=tuple(label.judged() for label in mine))


def texts_of(corpora: Path, corpus: str) -> Iterator[tuple[str, str]]:
    """The texts of a corpus as labels name it, each with a name: one of RAW, PORTAL, or PolNeAR's folder of a split.

    Raises FileNotFoundError where the corpus is missing.
    """
    if corpus in RAW:
        yield from raw_texts(corpora, corpus)
    elif corpus == PORTAL:
        yield from _portal(corpora)
    else:
        yield from ((one.name, one.text) for one in read_folder(corpora / corpus))


def _portal(corpora: Path) -> Iterator[tuple[str, str]]:
    """The items of the portal of current events, each a text of its own, with its day."""
    with gzip.open(corpora / PORTAL / "wcep_daily.jsonl.gz", "rt", encoding="utf8") as days:
        for day in map(json.loads, days):
            yield from ((day["date"], item["text"]) for item in day["items"])


def raw_texts(corpora: Path, name: str) -> Iterator[tuple[str, str]]:
    """The texts of one of RAW, each with its address."""
    with gzip.open(corpora / name / RAW[name], "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            yield str(row["url"]), row["text"]
