"""Names in news from outside Europe and North America: the Worldwide English newswire (Shan et al. 2023).

Each file holds a column of words and one or more of BIO tags, the outermost first; a blank line parts paragraphs.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onrecord.resolving.words import TIMES
from training.corpora.bio import spans_of
from training.corpora.detokenise import detokenise
from training.corpora.marked import Extent, Layer, Mark, Marked, Split, part_of
from training.corpora.places import is_nationality, kind_of_place

_PARTS: Final = 10
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+")
_CUT_OFF: Final = 6
_KINDS: Final = {
    "Person": "person",
    "Organization": "organization",
    "Facility": "place",
    "Misc": "other",
    "Product": "other",
}
Rows = list[tuple[str, str]]


def read(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield the articles of a split, `names` marked: a tenth of the files, by name, is dev.

    Nationalities are those that the table of countries holds; other groups ("NORP": peoples, faiths, parties) are
    `other`, and unsure where they are
    written small. Raises FileNotFoundError where the corpus is missing.
    """
    folder = corpora / "worldwide_news_ner" / "tsv"
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise FileNotFoundError(f"{folder}: no articles")
    for path in paths:
        if part_of(path.name, _PARTS) == split:
            yield _article(path.name.partition(".")[0], path.read_text(encoding="utf-8"))


def _article(name: str, table: str) -> Marked:
    text, marks, unsure = "", list[Mark](), list[Extent]()
    for rows in _paragraphs(table):
        line, extents = detokenise([word for word, _ in rows])
        text += "\n" if text else ""
        for first, end, kind in spans_of([tag for _, tag in rows]):
            start, stop = extents[first][0], extents[end - 1][1]
            ours = _kind(kind, line[start:stop])
            if ours == "other" and not _like_a_name(line[start:stop]):
                unsure.append((len(text) + start, len(text) + stop))
            elif ours is not None and start < stop:
                marks.append(Mark(len(text) + start, len(text) + stop, ours))
        text += line
    return Marked(name, text, {"names": Layer(tuple(marks), unsure=tuple(unsure))})


def _like_a_name(words: str) -> bool:
    """Whether it is written as names are: here illnesses and days of the week are marked at times."""
    return words.casefold() not in TIMES and any(char.isupper() for char in words)


def _paragraphs(table: str) -> Iterator[Rows]:
    """The paragraphs; an address that stands alone, and what the tokeniser cut off it, is none."""
    rows: Rows = []
    address = False
    for line in (*table.splitlines(), ""):
        fields = line.split("\t") if "\t" in line else line.split()
        word = fields[0].strip() if fields else ""
        if word and _ADDRESS.fullmatch(word):
            address = not rows
        elif word:
            rows.append((word, fields[1].strip() if len(fields) > 1 else "O"))
        elif rows or address:
            if rows and not (address and len(rows) <= _CUT_OFF):
                yield rows
            rows, address = [], False


def _kind(kind: str, name: str) -> str | None:
    """Our kind for theirs; dates and sums of money are no names."""
    if kind == "Location":
        return kind_of_place(name)
    if kind == "NORP":
        return "nationality" if is_nationality(name) else "other"
    return _KINDS.get(kind)
