"""TimeML 1.2.1 as TempEval-3 has it (UzZaman et al. 2013): a document's times and the events that are known in it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.exporting.file_names import free_stem
from onrecord.records import Document, Record, Span
from onrecord.tokens import tokenise

if TYPE_CHECKING:
    from lxml.etree import _Element

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA: Final = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
# What XML 1.0 cannot hold, not even escaped.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Mark(NamedTuple):
    """A stretch of the text, [start, end), the element that it becomes, and the element's attributes but for its id."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def write_timeml(records: Iterable[Record], folder: Path) -> None:
    """Write a .tml file for each record into an empty folder. Raises OSError where it cannot be written to."""
    for record in records:
        stem = free_stem(folder, record.document.id, ".tml")
        (folder / f"{stem}.tml").write_bytes(timeml(record))


def timeml(record: Record) -> bytes:
    """Return a record as a TimeML document, whose TEXT holds the text character for character.

    Characters that XML cannot hold become U+FFFD, one for one, so that offsets stay.
    """
    from lxml import etree

    document = record.document
    root = etree.Element("TimeML", {f"{{{_XSI}}}noNamespaceSchemaLocation": _SCHEMA}, nsmap={"xsi": _XSI})
    _element(root, "DOCID", document.id)
    if document.published is not None:
        _creation_time(root, document.published)
    if document.title is not None:
        _element(root, "TITLE", document.title)
    _fill(_element(root, "TEXT", ""), document, _apart(record))
    for element in root:
        element.tail = "\n"
    root.text = "\n"
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _creation_time(root: "_Element", published: str) -> None:
    kind = "TIME" if "T" in published else "DATE"
    created = {"tid": "t0", "type": kind, "value": published, "functionInDocument": "CREATION_TIME"}
    _element(_element(root, "DCT", ""), "TIMEX3", published).attrib.update(created)


def _fill(text: "_Element", document: Document, marks: Iterable[Mark]) -> None:
    """Put the document's text into an element, with an element for each mark, numbered in their order."""
    done = times = events = 0
    last: _Element | None = None
    for mark in marks:
        _append(text, last, document.text[done : mark.start])
        last = _element(text, mark.tag, document.text[mark.start : mark.end])
        if mark.tag == "TIMEX3":
            times += 1
            last.set("tid", f"t{times}")
        else:
            events += 1
            last.set("eid", f"e{events}")
        last.attrib.update(mark.attributes)
        done = mark.end
    _append(text, last, document.text[done:])


def _append(parent: "_Element", last: "_Element | None", words: str) -> None:
    if last is None:
        parent.text = _written(words)
    else:
        last.tail = _written(words)


def _apart(record: Record) -> Iterator[Mark]:
    """Yield the marks in order; of two that overlap a time goes before an event, and then the earlier or longer one."""
    taken: list[Mark] = []
    covered = bytearray(len(record.document.text))
    for marks in (_times(record), _events(record)):
        for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
            if 1 not in covered[mark.start : mark.end]:
                covered[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
                taken.append(mark)
    yield from sorted(taken, key=lambda mark: mark.start)


def _times(record: Record) -> Iterator[Mark]:
    for time in record.times:
        # A value is required; that of an expression whose value is not known is empty, as TIMEX2 has it.
        yield Mark(time.span.start, time.span.end, "TIMEX3", {"type": time.type, "value": time.value or ""})


def _events(record: Record) -> Iterator[Mark]:
    """Yield what is an event of one word: cues first, whose class is known, then the triggers of events."""
    for statement in record.statements:
        if statement.cue is not None:
            yield from _one_word(statement.cue, "I_STATE" if statement.kind == "held" else "REPORTING")
    for event in record.events:
        yield from _one_word(event.trigger, "OCCURRENCE")


def _one_word(span: Span, kind: str) -> Iterator[Mark]:
    words = tokenise(span.text)
    if len(words) == 1:
        yield Mark(span.start + words[0].start, span.start + words[0].end, "EVENT", {"class": kind})


def _element(parent: "_Element", tag: str, words: str) -> "_Element":
    from lxml import etree

    element = etree.SubElement(parent, tag)
    element.text = _written(words)
    return element


def _written(words: str) -> str:
    return _NO_XML.sub("\ufffd", words)
