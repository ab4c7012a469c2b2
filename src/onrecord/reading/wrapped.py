"""Lines that a format broke, put together to paragraphs again: only what was meant as a break stays one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

# A line break that the format marks (`<br/>`), in text that has line feeds of its own. It is no character of a text.
BREAK: Final = "\ue00a"
_PARAGRAPH: Final = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")
_BLANK: Final = re.compile(r"\n[ \t\r]*\n\s*?(?=[^\n])")
# Wires set lines of about 65 characters; a shorter line ends where its writer ended it, a longer one is none.
_NARROWEST: Final = 45
_WIDEST: Final = 90
_ENDS: Final = (".", "!", "?", ":", ";", ".”", '."', ".)", "?”", "!”")


def paragraphs_in(words: str) -> Iterator[str]:
    """Yield the paragraphs in the text of one element: two breaks part them, one does where no line was wrapped.

    Line feeds in it mean nothing, as in XML and HTML, but for text that was set with a typewriter's indents: there a
    line that begins with spaces among lines that do not begins a paragraph.
    """
    for part in _PARAGRAPH.split(words):
        lines = [line.strip() for line in part.split(BREAK)]
        if len(lines) > 1:
            yield from rejoined([" ".join(line.split()) for line in lines])
        else:
            yield from _by_indent(part)


def paragraphs_of_text(text: str) -> Iterator[str]:
    """Yield the paragraphs of plain text: blank lines and indents part them, line feeds where no line was wrapped."""
    for block in _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        if _is_indented(block.split("\n")):
            yield from _by_indent(block)
        else:
            yield from rejoined([line.strip() for line in block.split("\n")])


def rejoined(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines with those put together that were broken only because they were full."""
    lines = [line for line in lines if line]
    if _are_wrapped(lines):
        yield " ".join(lines)
        return
    kept: list[str] = []
    for line in lines:
        if kept and not _goes_on(kept[-1]):
            yield " ".join(kept)
            kept = []
        kept.append(line)
    if kept:
        yield " ".join(kept)


def _are_wrapped(lines: Sequence[str]) -> bool:
    full = lines[:-1]
    return len(full) > 0 and all(map(_is_full, full)) and any(_goes_on(line) for line in full)


def _is_full(line: str) -> bool:
    return _NARROWEST <= len(line) <= _WIDEST


def _goes_on(line: str) -> bool:
    return _is_full(line) and not line.endswith(_ENDS)


def _by_indent(words: str) -> Iterator[str]:
    lines = words.split("\n")
    if not _is_indented(lines):
        yield words
        return
    kept = [lines[0]]
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
