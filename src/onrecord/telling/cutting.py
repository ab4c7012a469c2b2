"""Long words made short: cut between words, with a sign of what is left out."""

from typing import Final

from onrecord.telling.clean import counted, one_line

# Words that are shown at each end of a long text.
_ENDS: Final = 12


def window(text: str, start: int, end: int, longest: int) -> tuple[int, int]:
    """Return the part [first, last) of a text that lies around [start, end), cut between words.

    It has about `longest` letters; of a text that is no longer it is all of it.
    """
    if len(text) <= longest:
        return 0, len(text)
    room = max(0, longest - (end - start)) // 2
    first = 0 if start <= room else text.rfind(" ", 0, start - room) + 1
    last = len(text) if len(text) - end <= room else text.find(" ", end + room)
    return first, len(text) if last < 0 else last


def begun(text: str, longest: int) -> str:
    """Return the first letters of a long text on one line, then " …"."""
    words = one_line(text)
    return words if len(words) <= longest else f"{words[:longest].rstrip()} …"


def both_ends(text: str, longest: int) -> str:
    """Return the first and the last letters of a long text on one line, " … " between them."""
    words, half = one_line(text), longest // 2
    return words if len(words) <= longest else f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def shortened(text: str) -> str:
    """Return the first and the last words of a long text on one line, with how many words stand between."""
    words = one_line(text).split(" ")
    if len(words) <= 2 * _ENDS + _ENDS:
        return " ".join(words)
    left_out = len(words) - 2 * _ENDS
    return " ".join([*words[:_ENDS], f"[… {counted(left_out, 'word')} …]", *words[-_ENDS:]])
