"""Where the text of one element breaks into paragraphs: at breaks that are meant, and at a typewriter's indents."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from onrecord.reading.paragraphs import one_line
from onrecord.reading.wire.wrapped import paragraphs

# A line break that the format marks (`<br/>`), in text that has line feeds of its own. It is no character of a text.
BREAK: Final = "\ue00a"
_TWO: Final = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")


def paragraphs_in(words: str) -> Iterator[str]:
    """Yield the paragraphs in the text of one element: two breaks part them, one does where no line was wrapped.

    Line feeds in it mean nothing, as in XML and HTML, but for text that was set with a typewriter's indents: there a
    line that begins with spaces, among lines that do not, begins a paragraph.
    """
    for part in _TWO.split(words):
        lines = part.split(BREAK)
        if len(lines) > 1:
            yield from paragraphs(map(one_line, lines))
        else:
            yield from _by_indent(part)


def paragraphs_of_text(text: str) -> Iterator[str]:
    """Yield the paragraphs of plain text."""
    yield from paragraphs(text.splitlines())


def _by_indent(words: str) -> Iterator[str]:
    lines = words.split("\n")
    if not _is_indented(lines):
        yield words
        return
    kept = lines[:1]
    for before, line in pairwise(lines):
        if line.startswith("  ") or not before.strip():
            yield " ".join(kept)
            kept = []
        kept.append(line)
    yield " ".join(kept)


def _is_indented(lines: Sequence[str]) -> bool:
    rest = [line for line in lines[1:] if line.strip()]
    flush = sum(not line[0].isspace() for line in rest)
    # Where most lines are indented, it is the markup that is.
    return flush > 0 and 2 * flush >= len(rest) and any(line.startswith("  ") for line in rest)
