"""What a PDF says about itself, as far as it can be believed."""

import re
from collections.abc import Mapping
from typing import Final

from onrecord.reading.layout import squeezed
from onrecord.reading.paragraphs import one_line
from onrecord.reading.people import byline

# What programs write where nobody gave a title.
_NO_TITLE: Final = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b.*|untitled.*|(?:layout|document|presentation|slide|page|draft|scan)\s*\d*"
    r"|powerpoint presentation|.*\.(?:docx?|pdf|indd|qxd|odt|rtf|html?|pptx?|xlsx?|txt|dvi|tex|wpd|pub|cdr|ai)",
    re.IGNORECASE,
)
_TITLE_WORDS: Final = 2
_LONGEST_TITLE: Final = 300


def title_in(stated: Mapping[str, str], text: str) -> str | None:
    """Return the title that the metadata state, if its words stand in the text: many are another document's."""
    title = one_line(stated.get("Title", ""))
    if len(title) > _LONGEST_TITLE or len(title.split()) < _TITLE_WORDS or _NO_TITLE.fullmatch(title):
        return None
    return title if squeezed(title).casefold() in squeezed(text).casefold() else None


def authors_in(stated: Mapping[str, str], text: str) -> tuple[str, ...]:
    """Return the persons that the metadata name as authors, as far as the text names them: others only typed it."""
    named = byline(one_line(stated.get("Author", ""))).authors
    words = one_line(text).casefold()
    return tuple(name for name in named if name.casefold() in words)
