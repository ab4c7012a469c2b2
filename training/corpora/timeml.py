"""TimeML texts (TempEval-3's TimeBank and AQUAINT, UzZaman et al. 2013; WikiWars, Mazur and Dale 2010): layer `times`.

Only the TEXT element is read, and of its marks only TIMEX3; the dates and headlines around it are no running text.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from training.corpora.marked import Layer, Mark, Marked, Split, part_of

TypeOf = Callable[[ElementTree.Element], str]
HELD_OUT = 5
"""One of so many documents of TempEval-3's training part is held out."""

_PLAIN_WORDS = """
    a an the this that these those its and or of in to at as than from about around over nearly almost more less
    least most some several few many couple half full each every first second third fourth fifth sixth seventh eighth
    ninth tenth last next past previous following coming current same early earlier late later mid middle beginning
    start end ago before after now then today tomorrow yesterday tonight currently recently soon previously future
    present time date period moment day days night nights morning afternoon evening noon midnight dawn dusk week weeks
    weekend month months year years decade decades century centuries hour hours minute minutes spring summer autumn
    fall winter january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday one two three four five
    six seven eight nine ten eleven twelve twenty thirty forty fifty sixty ninety hundred thousand bc ad am pm
    local gmt st nd rd th s"""
"""What TimeML's expressions are made of. WikiWars follows TIMEX2, whose extents take in clauses and events."""

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
    for path in timeml_files(folder / "AQUAINT") + timeml_files(folder / "TimeBank"):
        if part_of(path.stem, HELD_OUT) == split:
            yield _document(path, _stated)


def read_wikiwars(corpora: Path, split: Split) -> Iterator[Marked]:
    """Yield WikiWars' histories, all of them for training. Raises FileNotFoundError where they are missing."""
    for path in timeml_files(corpora / "wikiwars" / "tml") if split == "train" else []:
        yield _as_timex3(_document(path, _by_value))


def marked_text(root: ElementTree.Element, type_of: TypeOf) -> tuple[str, tuple[Mark, ...]]:
    """Return a document's text and its time expressions, `type_of` what each is. Raises ValueError for no TEXT."""
    body = root.find("TEXT")
    if body is None:
        raise ValueError("no TEXT element")
    pieces: list[str] = []
    marks: list[Mark] = []
    _gather(body, pieces, marks, type_of)
    text, offsets = _rewritten("".join(pieces))
    moved = (Mark(offsets[mark.start], offsets[mark.end], mark.kind) for mark in marks)
    return text, tuple(mark for mark in moved if mark.start < mark.end)


def timeml_files(folder: Path) -> list[Path]:
    """Return the TimeML files of a folder. Raises FileNotFoundError where there are none."""
    found = sorted(folder.glob("*.tml"))
    if not found:
        raise FileNotFoundError(f"{folder}: no TimeML here")
    return found


def _document(path: Path, type_of: TypeOf) -> Marked:
    text, marks = marked_text(ElementTree.parse(path).getroot(), type_of)
    return Marked(path.stem, text, {"times": Layer(marks)})


def _as_timex3(history: Marked) -> Marked:
    """Leave in doubt what TIMEX3 marks otherwise: expressions with an event in them, and values that are none."""
    marks = history.layers["times"].marks
    plain = [mark for mark in marks if _plain(history.text[mark.start : mark.end])]
    unsure = tuple((mark.start, mark.end) for mark in marks if mark not in plain)
    return replace(history, layers={"times": Layer(tuple(plain), frozenset({"SET"}), unsure)})


def _plain(expression: str) -> bool:
    known = frozenset(_PLAIN_WORDS.split())
    return all(word in known for word in re.findall(r"[^\W\d_]+", expression.lower().replace(".", "")))


def _stated(timex: ElementTree.Element) -> str:
    return timex.attrib["type"]


def _by_value(timex: ElementTree.Element) -> str:
    """The type that the value has (ISO 8601 forms): WikiWars' conversion from TIMEX2 says DATE of all."""
    value = timex.attrib["value"]
    return "DURATION" if re.match(r"P[\dXT]", value) else "TIME" if re.search(r"[\dX]T[\dXA-Z]", value) else "DATE"


def _gather(element: ElementTree.Element, pieces: list[str], marks: list[Mark], type_of: TypeOf) -> int:
    """Append an element's text and its TIMEX3 marks; returns the length of the text."""
    before = sum(map(len, pieces)) if element.tag == "TIMEX3" else 0
    length = len(element.text or "")
    pieces.append(element.text or "")
    for child in element:
        length += _gather(child, pieces, marks, type_of) + len(child.tail or "")
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        marks.append(Mark(before, before + length, type_of(element)))
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
