"""Time expressions with the values that corpora give them, and when each text was written: what a normaliser is for.

TempEval-3's TimeBank and AQUAINT (UzZaman et al. 2013), WikiWars (Mazur and Dale 2010), MEANTIME (Minard et al. 2016).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

from onrecord.records import TimeType
from training.corpora.marked import Split, part_of
from training.corpora.meantime_xml import read_article
from training.corpora.timeml import HELD_OUT, TypeOf, marked_text, timeml_files

_TYPES = get_args(TimeType)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Valued:
    """A time expression at [start, end) and its TIMEX3 type and value."""

    start: int
    end: int
    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A text, the ISO 8601 day on which it was written, if that is told, and its time expressions in order."""

    name: str
    text: str
    published: str | None
    times: tuple[Valued, ...]


def read_tempeval(corpora: Path, split: Split) -> Iterator[Dated]:
    """Yield TimeBank's and AQUAINT's documents of one split. Raises FileNotFoundError where they are missing."""
    folder = corpora / "tempeval3"
    for path in timeml_files(folder / "AQUAINT") + timeml_files(folder / "TimeBank"):
        if part_of(path.stem, HELD_OUT) == split:
            yield _timeml(path, _stated)


def read_wikiwars(corpora: Path) -> Iterator[Dated]:
    """Yield WikiWars' histories. Raises FileNotFoundError where they are missing."""
    for path in timeml_files(corpora / "wikiwars" / "tml"):
        yield _timeml(path, _by_value)


def read_meantime(corpora: Path) -> Iterator[Dated]:
    """Yield MEANTIME's articles. Raises FileNotFoundError where they are missing."""
    paths = sorted((corpora / "meantime" / "intra_cross-doc_annotation").glob("*/*.xml"))
    if not paths:
        raise FileNotFoundError(f"{corpora / 'meantime'}: no articles")
    for path in paths:
        article = read_article(path)
        stated = {e.get("m_id", ""): e for e in ElementTree.parse(path).getroot().iter("TIMEX3")}
        written = [e.get("value", "") for e in stated.values() if e.get("functionInDocument") == "CREATION_TIME"]
        day = next((value[:10] for value in written if _ISO_DAY.match(value)), None)
        times = [(*m.extent, stated[m.id]) for m in article.markables if m.kind == "TIMEX3"]
        valued = tuple(_valued(start, end, e.get("type", ""), e.get("value", "")) for start, end, e in times)
        yield Dated(path.stem, article.text, day, tuple(one for one in valued if one.value))


def _timeml(path: Path, type_of: TypeOf) -> Dated:
    root = ElementTree.parse(path).getroot()
    written = root.find("DCT/TIMEX3")
    if written is None:
        raise ValueError(f"{path}: no DCT")
    text, marks = marked_text(root, lambda timex: f"{type_of(timex)} {timex.attrib['value']}")
    valued = (_valued(mark.start, mark.end, *mark.kind.split(" ", 1)) for mark in marks)
    return Dated(path.stem, text, written.attrib["value"][:10], tuple(sorted(valued, key=lambda one: one.start)))


def _valued(start: int, end: int, stated: str, value: str) -> Valued:
    return Valued(start, end, next(kind for kind in _TYPES if kind == stated), value)


def _by_value(timex: ElementTree.Element) -> str:
    """The type that the value has by its form: WikiWars' conversion from TIMEX2 says DATE of all."""
    value = timex.attrib["value"]
    return "DURATION" if re.match(r"P[\dXT]", value) else "TIME" if re.search(r"[\dX]T[\dXA-Z]", value) else "DATE"


def _stated(timex: ElementTree.Element) -> str:
    return timex.attrib["type"]
