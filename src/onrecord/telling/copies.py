"""Copies of a story in words: what each kept, cut and added."""

from collections.abc import Mapping, Sequence
from typing import Final

from onrecord.records import Span
from onrecord.telling.clean import counted

# What became of a story in a copy.
HOWS: Final[Mapping[str, str]] = {
    "same": "the same words",
    "edited": "edited",
    "cut": "cut",
    "extended": "extended",
    "form": "the same form with other numbers",
}
# Words of a passage that is too small to show.
_SMALL: Final = 3


def changes_line(how: str, cut: Sequence[Span], added: Sequence[Span]) -> str:
    """Say what became of a story in a copy: "cut 312 words, added 9 words"."""
    less, more = _words(cut), _words(added)
    if how == "form" or not less + more:
        return HOWS[how]
    counts = [f"{verb} {counted(count, 'word')}" for verb, count in (("cut", less), ("added", more)) if count]
    return ", ".join(counts)


def worth_showing(spans: Sequence[Span], most: int) -> tuple[list[Span], int]:
    """Return the passages that are worth showing, the first `most` of them, and how many are left.

    A passage of a word or two is not, unless it has a number.
    """
    large = [span for span in spans if len(span.text.split()) >= _SMALL or any(map(str.isdigit, span.text))]
    return large[:most], len(spans) - len(large[:most])


def _words(spans: Sequence[Span]) -> int:
    return sum(len(span.text.split()) for span in spans)
