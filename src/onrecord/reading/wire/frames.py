"""Items as wires have sent them since the teleprinter: SOH header STX text ETX trailer EOT."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from onrecord.errors import DamagedFile, EmptyDocument
from onrecord.reading.decode import decode
from onrecord.reading.metadata import Story
from onrecord.reading.source import Piece, Pieces, Source

_START: Final = b"\x01"
_TEXT: Final = b"\x02"
_END: Final = b"\x03"
_OUT: Final = b"\x04"
# Shifts, rails and the bell: they were for the machine. What ends a line stays.
_CONTROLS: Final = bytes(set(range(0x20)) - set(b"\t\n\r\f")) + b"\x7f"
_LINE_END: Final = re.compile(r"\r\n|\r|\n|\f")


@dataclass(frozen=True, slots=True)
class Frame:
    """One item: its header and trailer as sent, controls and all, and its text in lines, without controls."""

    header: str
    lines: tuple[str, ...]
    trailer: str
    warnings: tuple[str, ...] = ()


def framed(source: Source, read: Callable[[Frame], Story]) -> Pieces:
    """Yield the items of a source, each to be read by `read`; several are told apart by their number.

    An item without an end is damaged, one without words is empty.
    """
    items = source.data().split(_START)[1:]
    for number, item in enumerate(items, start=1):
        name = source.name if len(items) == 1 else f"{source.name}#{number}"
        yield Piece(name=name, read=partial(_story, item, name, read))


def _story(item: bytes, name: str, read: Callable[[Frame], Story]) -> Story:
    story = read(_frame(item, name))
    if not story.text:
        raise EmptyDocument(name)
    return story


def _frame(item: bytes, name: str) -> Frame:
    header, begun, rest = item.partition(_TEXT)
    if not begun:
        raise DamagedFile(name, "breaks off in its header")
    text, ended, trailer = rest.partition(_END)
    if not ended:
        text, ended, trailer = rest.partition(_OUT)
    if not ended:
        raise DamagedFile(name, "breaks off before the end of its text")
    decoded = decode(text.translate(None, _CONTROLS), name, page=False)
    return Frame(
        header.decode("latin-1"),
        tuple(_LINE_END.split(decoded.text)),
        trailer.partition(_OUT)[0].decode("latin-1"),
        decoded.warnings,
    )
