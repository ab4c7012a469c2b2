"""Lines of a terminal's width."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

# Wrapping asks a console for nothing but its kind of justification.
_RULER: Final = Console(width=80)
_NARROWEST: Final = 24


def indented(text: Text, width: int, first: int, rest: int | None = None) -> Iterator[Text]:
    """Wrap `text` to `width` cells, its first line under `first` blanks, the others under `rest`.

    No line ends in white space. Text that is wider than a line is cut between characters.
    """
    hang = first if rest is None else rest
    room = max(_NARROWEST, width - max(first, hang))
    for number, line in enumerate(text.wrap(_RULER, room)):
        line.rstrip()
        yield Text(" " * (hang if number else first)).append_text(line)


def heading(title: str) -> Iterator[Text]:
    """Yield a blank line and the title of what follows."""
    yield Text()
    yield Text(title, style="dim")


def listed(rows: Iterable[tuple[int, Text]], width: int, indent: int) -> Iterator[Text]:
    """Yield the lines of rows, each beside the number of its paragraph, wrapped under `indent` blanks."""
    for paragraph, row in rows:
        first, *others = indented(row, width, indent)
        yield Text(f"     ¶{paragraph}".ljust(indent), style="dim") + first[indent:]
        yield from others
