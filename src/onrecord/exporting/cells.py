"""Text made to fit a field of a line: what would end the field or the line becomes a blank."""

from collections.abc import Iterable


def cell(text: str, separators: str = "") -> str:
    """Return a text on one line without control characters and without the separators of the form.

    Each of these becomes a blank, and a run of blanks becomes one: a tab, a line's end of any kind, a control
    character, a mark that turns the line's direction.
    """
    held = "".join(" " if one in separators or not one.isprintable() else one for one in text)
    return " ".join(held.split())


def joined(texts: Iterable[str], separator: str = ";") -> str:
    """Return texts, each once and in their order, in one field of a list; no separator is left within one."""
    held = (cell(text, separator) for text in texts)
    return separator.join(dict.fromkeys(text for text in held if text))
