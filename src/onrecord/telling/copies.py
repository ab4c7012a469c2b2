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


def changes_line(how: str, cut: Sequence[Span], added: Sequence[Span]) -> str:
    """Say what became of a story in a copy: "cut 312 words, added 9 words"."""
    less, more = _words(cut), _words(added)
    if how == "form" or not less + more:
        return HOWS[how]
    counts = [f"{verb} {counted(count, 'word')}" for verb, count in (("cut", less), ("added", more)) if count]
    return ", ".join(counts)


def _words(spans: Sequence[Span]) -> int:
    return sum(len(span.text.split()) for span in spans)
