"""Characters that the seven bits of a wire have no place for, and what it sends for them."""

import re
from typing import Final

_QUOTES: Final = (
    (re.compile(r"``|(?<![^\s(\[])''(?=\S)"), "“"),
    (re.compile(r"''"), "”"),
    (re.compile(r"`"), "'"),
)
_DASH: Final = re.compile(r"(?<!\S)_(?!\S)")
# In the columns of a table; "3{;" is three and a half.
_HALF: Final = re.compile(r"\{")


def with_quotes(text: str) -> str:
    """Return a text with quotation marks for the accents and apostrophes in pairs that stand for them."""
    for sent, meant in _QUOTES:
        text = sent.sub(meant, text)
    return text


def with_dashes(text: str) -> str:
    """Return a text with a dash for each underscore that stands alone, as ANPA sends them."""
    return _DASH.sub("—", text)


def cell(sent: str) -> str:
    """Return what one column of an ANPA table says: its dash and its half have codes of their own."""
    return _HALF.sub("½", with_dashes(sent.strip()))
