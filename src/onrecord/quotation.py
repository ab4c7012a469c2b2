"""Quotation marks of a text: where a quotation opens and where it closes.

The encoder reads these extents as a feature of each piece, and finding types a statement by them; both must see
the same marks, so the pairing stands here, below every room. Straight, curly, single, German and French marks are
paired within a paragraph (a line). A quotation that never closes runs to the end of its paragraph, as newspapers
set a quotation that goes on in the next one (Chicago Manual of Style, 13.32).
"""

from typing import NamedTuple

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", '"': '"', "‘": "’", "'": "'"}
_SINGLE = "‘'"
_LEADS = " \t\u00a0([{-–—/“\"‘'„«"


class Quotation(NamedTuple):
    """One outermost quotation: [start, end) with its marks; `closed` is False where no closing mark was found."""

    start: int
    end: int
    closed: bool


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """The outermost quotations of `text[start:end]` in order, paragraph by paragraph; offsets count into `text`."""
    stop = len(text) if end is None else end
    found: list[Quotation] = []
    while start < stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        found.extend(_of_paragraph(text, start, line_end))
        start = line_end + 1
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    singles_close = True  # where one single mark finds none that closes it, no later one does
    i = start
    while i < end:
        single = text[i] in _SINGLE
        if text[i] not in _CLOSERS or (single and not singles_close) or not _opens(text, i, start, end):
            i += 1
            continue
        close = _closing(text, i, end)
        if close is None and single:
            singles_close = False
            i += 1  # an apostrophe, not a quotation
            continue
        stop = end if close is None else close + 1
        found.append(Quotation(i, stop, close is not None))
        i = stop
    return found


def _opens(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    if text[i] in "“„«‹「":
        return True
    if text[i] == "»":
        return before in _LEADS and not after.isspace()
    if text[i] == '"':
        return not after.isspace() and not (before.isdigit() and not after.isalnum())
    return before in _LEADS and (after.isalpha() or after in '"“')


def _closing(text: str, opener: int, end: int) -> int | None:
    """The offset of the mark that closes the quotation opened at `opener`, or None."""
    mark = text[opener]
    closers = _CLOSERS[mark]
    if mark in _SINGLE:
        return _closing_single(text, opener, end)
    for i in range(opener + 1, end):
        if text[i] in closers:
            return i
    return _other_style(text, opener, end)


def _other_style(text: str, opener: int, end: int) -> int | None:
    """A closing mark of another style, where an editor mixed straight and curly marks."""
    for i in range(opener + 2, end):
        after = text[i + 1] if i + 1 < end else " "
        if text[i] in '"”' and not text[i - 1].isspace() and not after.isalnum():
            return i
    return None


def _closing_single(text: str, opener: int, end: int) -> int | None:
    """Single marks double as apostrophes: prefer the first that cannot be a plural possessive ("the troops' ").

    Where another single quotation opens first, only a possessive can have closed this one.
    """
    possessive = None
    for i in range(opener + 2, end):
        after = text[i + 1] if i + 1 < end else " "
        if possessive is not None and text[i] in _SINGLE and _opens(text, i, opener, end):
            break
        if text[i] not in "’'" or text[i - 1].isspace() or after.isalnum():
            continue
        if text[i - 1] != "s" or not after.isspace():
            return i
        possessive = i if possessive is None else possessive
    return possessive
