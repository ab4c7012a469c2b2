"""Attributions from openly licensed corpora only: what the open recipe trains on.

GUM's open part (CC BY and CC BY-SA; trees and RST trees), the English Web Treebank (CC BY-SA; trees), Wikinews
(CC BY 2.5), the Wikipedia portal of current events (CC BY-SA) and statements of the White House (CC0; all three raw:
plain sentences by pattern). None marks attributions as such: what is read off trees and patterns is silver.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from training.conllu import read_conllu
from training.polnear import Annotated
from training.silver import annotate_plain
from training.treebank import annotate

_WIKINEWS = ("raw_wikinews", "wikinews_2019_2020.jsonl.gz")
_STATEMENTS = ("raw_whitehouse", "whitehouse.jsonl.gz")
_KINDS = frozenset(("statements-releases", "briefings-statements"))
_MARKUP = re.compile(r"[*_#|<>\[\]\\]|^\s*[-–•]")
_EVENTS = ("raw_wcep_portal", "wcep_daily.jsonl.gz")


class _Article(TypedDict):
    url: str
    text: str


class _Statement(TypedDict):
    url: str
    kind: str
    text: str


class _Item(TypedDict):
    text: str


class _Day(TypedDict):
    date: str
    items: list[_Item]


def read_open(corpora: Path) -> Iterator[Annotated]:
    """Yield the documents of the open corpora under `corpora`, one reading each, in a fixed order.

    Only training splits are read. Extents are code-point offsets into each document's text. Raises FileNotFoundError
    where a corpus is missing.
    """
    yield from _treebanks(corpora)
    yield from _plain(_articles(corpora.joinpath(*_WIKINEWS)))
    yield from _plain(_days(corpora.joinpath(*_EVENTS)))
    yield from _plain(_statements(corpora.joinpath(*_STATEMENTS)))


def _treebanks(corpora: Path) -> Iterator[Annotated]:
    folder = corpora / "gum" / "open" / "dep" / "train"
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no treebank; give the folder that holds gum/ and ud_ewt/")
    for path in (*paths, corpora / "ud_ewt" / "en_ewt-ud-train.conllu"):
        for document in read_conllu(path):
            yield annotate(document)


def _plain(texts: Iterable[tuple[str, str]]) -> Iterator[Annotated]:
    for name, text in texts:
        found = annotate_plain(name, text)
        if found is not None:
            yield found


def _articles(path: Path) -> Iterator[tuple[str, str]]:
    for line in _lines(path):
        article: _Article = json.loads(line)
        yield article["url"].rsplit("/", 1)[-1], article["text"].replace("\xa0", " ")


def _days(path: Path) -> Iterator[tuple[str, str]]:
    for line in _lines(path):
        day: _Day = json.loads(line)
        yield f"current-events-{day['date']}", "\n".join(item["text"] for item in day["items"])


def _statements(path: Path) -> Iterator[tuple[str, str]]:
    """Paragraphs without markup, their lines joined: the source is Markdown, wrapped."""
    for line in _lines(path):
        statement: _Statement = json.loads(line)
        if statement["kind"] in _KINDS:
            blocks = (block for block in re.split(r"\n\s*\n", statement["text"]) if not _MARKUP.search(block))
            yield statement["url"].rstrip("/").rsplit("/", 1)[-1], "\n".join(" ".join(b.split()) for b in blocks)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from lines
