"""Text in paragraphs: one a line, as `Document.paragraphs` counts them."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.records import Zone, ZoneKind

Extent = tuple[int, int]
Line = tuple[ZoneKind | None, str]

# What lxml and Markdown may still hold but a text must not: controls, and the lone surrogates of `&#xD800;`.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
# Press offices and wires end a text with these.
_END_MARK: Final = re.compile(r"(?:#[ ]?){2,5}|-\s?30\s?-|-?\s?(?:END|ENDS|ends)\s?-?|\(END\)")


def one_line(text: str) -> str:
    """Return the text with each run of white space as one space, none at its ends, and no control character.

    For formats in which white space means nothing (HTML, Markdown, front matter), never for plain text.
    """
    return " ".join(_UNPRINTABLE.sub("", text).split())


def is_end_mark(line: str) -> bool:
    """Tell whether a line is only the sign that a text ends: `###`, `-30-`, `(END)`."""
    return len(line) <= 10 and _END_MARK.fullmatch(line) is not None


def compose(lines: Iterable[Line]) -> tuple[str, tuple[Zone, ...]]:
    """Join lines into a text, one paragraph a line, and return it with a zone for each whose kind is known.

    A line is (kind, words); white space in it is closed up, and one without words or with only an end mark
    is left out.
    """
    kept: list[str] = []
    marks: list[Zone] = []
    offset = 0
    for kind, words in lines:
        line = one_line(words)
        if not line or is_end_mark(line):
            continue
        if kind is not None:
            marks.append(Zone(kind, offset, offset + len(line)))
        kept.append(line)
        offset += len(line) + 1
    return "\n".join(kept), tuple(marks)
