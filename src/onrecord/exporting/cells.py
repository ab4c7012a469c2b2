"""Text made to fit a field of a line: what would end the field or the line becomes a blank."""

import re
from collections.abc import Iterable
from typing import Final

# Controls (tab and line ends among them), separators of lines, marks that turn the line's direction, and two characters
# that no XML may hold. Joiners within words stay.
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def cell(text: str, separators: str = "") -> str:
    """Return a text on one line, without control characters and without the separators of the form.

    Each of these becomes a blank, and a run of blanks becomes one.
    """
    held = _UNFIT.sub(" ", text)
    for one in separators:
        held = held.replace(one, " ")
    return " ".join(held.split())


def joined(texts: Iterable[str], separator: str = ";") -> str:
    """Return texts, each once and in their order, in one field of a list; no separator is left within one."""
    held = (cell(text, separator) for text in texts)
    return separator.join(dict.fromkeys(text for text in held if text))
