"""Notes at the foot of a page: told from the text by their size and their marks, and put behind it."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.reading.pdf.flow import Paragraph

_MARK: Final = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|\[\d{1,3}\])[.)]?\s*[^\W\d_\"“‘(]?")
_SMALLER: Final = 0.93


def notes_last(paragraphs: Iterable[Paragraph], size: float) -> list[Paragraph]:
    """Return the paragraphs with the notes of all pages behind the others, in their order."""
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    pending: list[Paragraph] = []
    page = 0
    for one in paragraphs:
        small = one.size < _SMALLER * size and not one.is_row
        if pending and (one.page != page or not small):
            (notes if one.page != page or one.begins_column else text).extend(pending)
            pending = []
        if small and (pending or (_is_marked(one))):
            page = one.page
            pending.append(one)
        else:
            text.append(one)
    notes.extend(pending)
    return text + notes


def _is_marked(one: Paragraph) -> bool:
    match = _MARK.match(one.text)
    return match is not None and len(one.text) > match.end() + 3
