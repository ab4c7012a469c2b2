"""TimeML texts (TempEval-3's TimeBank and AQUAINT, UzZaman et al. 2013; WikiWars, Mazur and Dale 2010): layer `times`.

Only the TEXT element is read, and of its marks only TIMEX3; the dates and headlines around it are no running text.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from training.corpora.marked import Layer, Mark, Marked, Split, part_of

HELD_OUT = 5
"""One of so many documents of TempEval-3's training part is held out."""

_WIRE = re.compile(
    r"^\s+|\s+$"
    r"|(?P<dateline>(?<= )(?:_|--))\s*\n\s*"  # a dateline stands in the paragraph that it opens
    r"|(?P<lines>\s*\n\s*)"
    r"|(?P<quote>``|'')"
    r"|(?P<dash>(?<= )_(?=\s))"
    r"|\s?&[A-Z]{2};"  # typesetters' marks
    r"|(?P<blanks>[ \t]{2,})"
)
"""What newswire of the 1990s writes otherwise than pages of today do."""
_WRITTEN = {"lines": "\n", "quote": '"', "dash": "—", "blanks": " "}


def read_tempeval(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield TimeBank's and AQUAINT's documents of one split. Raises FileNotFoundError where they are missing."""
    folder = corpora / "tempeval3"
    for path in _files(folder / "AQUAINT") + _files(folder / "TimeBank"):
        if part_of(path.stem, HELD_OUT) == split:
            yield _document(path)


def read_wikiwars(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield WikiWars' histories, all of them for training. Raises FileNotFoundError where they are missing."""
    for path in _files(corpora / "wikiwars" / "tml") if split == "train" else []:
        yield _document(path)


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.tml"))
    if not found:
        raise FileNotFoundError(f"{folder}: no TimeML here")
    return found


def _document(path: Path) -> Marked:
    body = ElementTree.parse(path).getroot().find("TEXT")
    if body is None:
        raise ValueError(f"{path}: no TEXT element")
    pieces: list[str] = []
    marks: list[Mark] = []
    _gather(body, pieces, marks)
    text, offsets = _rewritten("".join(pieces))
    moved = (Mark(offsets[mark.start], offsets[mark.end], mark.kind) for mark in marks)
    return Marked(path.stem, text, {"times": Layer(tuple(mark for mark in moved if mark.start < mark.end))})


def _gather(element: ElementTree.Element, pieces: list[str], marks: list[Mark]) -> int:
    """Append an element's text and its TIMEX3 marks; returns the length of the text."""
    before = sum(map(len, pieces)) if element.tag == "TIMEX3" else 0
    length = len(element.text or "")
    pieces.append(element.text or "")
    for child in element:
        length += _gather(child, pieces, marks) + len(child.tail or "")
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        marks.append(Mark(before, before + length, element.attrib["type"]))
    return length


def _rewritten(text: str) -> tuple[str, list[int]]:
    """Return the text as a page of today has it, one paragraph a line, and for each old offset the new one."""
    pieces: list[str] = []
    offsets: list[int] = []
    length = done = 0
    for found in _WIRE.finditer(text):
        dateline = found["dateline"]
        new = f"{dateline.replace('_', '—')} " if dateline else _WRITTEN.get(found.lastgroup or "", "")
        offsets += range(length, length + found.start() - done)
        length += found.start() - done
        offsets += [length] * (found.end() - found.start())
        pieces += (text[done : found.start()], new)
        length += len(new)
        done = found.end()
    pieces.append(text[done:])
    offsets += range(length, length + len(text) - done + 1)
    return "".join(pieces), offsets
