"""Text from documents made safe to print: nothing in it can end a line or command the terminal."""

import re
from typing import Final

# C0 and C1 controls would reach the terminal as commands; directional controls would reorder what stands beside them.
_RANGES: Final = (range(0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A))
_CONTROLS: Final = {code: "\ufffd" for codes in _RANGES for code in codes}
_BLANK: Final = re.compile(r"\s")


def one_line(text: str) -> str:
    """Return `text` on one line: each run of white space one blank, each control character U+FFFD."""
    return " ".join(text.split()).translate(_CONTROLS)


def flat(text: str) -> str:
    """Return `text` with each white space and control character replaced by one character: offsets stay."""
    return _BLANK.sub(" ", text).translate(_CONTROLS)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 copy", "2 copies", "3,000 statements"; `plural` is the noun and "s" unless it is given."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
