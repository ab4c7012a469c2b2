"""What differs in two records, in words, and a figure in the sentence that it stands in."""

from collections.abc import Mapping
from typing import Final

from onrecord.records import Figure, Span
from onrecord.telling.amounts import amount, drawn
from onrecord.telling.clean import counted, flat, one_line
from onrecord.telling.cutting import window

# How two records differ, by the codebook's kind.
KINDS: Final[Mapping[str, str]] = {
    "contradicts": "contradiction",
    "restated": "restated",
    "denied": "denied",
    "updated": "updated",
}


def differing(a: Figure, b: Figure, kind: str) -> str:
    """Return the two numbers of a conflict: "1,734 ≠ 1,739", of one that a later number updates "1,734 → 1,739"."""
    return f"{one_line(drawn(a))} {'→' if kind == 'updated' else '≠'} {one_line(drawn(b))}"


def total(conflicts: int, updates: int) -> str:
    """Sum up how many conflicts and updates were found: "2 conflicts, 1 update."."""
    if not conflicts and not updates:
        return "No conflict found."
    told = [counted(conflicts, "conflict")] if conflicts or not updates else []
    return ", ".join([*told, *([counted(updates, "update")] if updates else [])]) + "."


def figure_in(sentence: Span, figure: Figure, longest: int) -> tuple[str, str, str]:
    """Return the words before a figure in its sentence, its own, and those behind, about `longest` letters in all.

    A sentence that is longer is cut between words, with "…" where it goes on.
    """
    start = figure.span.start - sentence.start
    end = start + len(figure.span.text)
    first, last = window(sentence.text, start, end, longest)
    before = ("… " if first else "") + flat(sentence.text[first:start])
    behind = flat(sentence.text[end:last]) + (" …" if last < len(sentence.text) else "")
    return before, flat(sentence.text[start:end]), behind


def number_beside(figure: Figure) -> str:
    """Return a figure's number where its words do not say it just so: "at most 8,000"; else nothing."""
    number = amount(figure)
    return "" if number == one_line(figure.span.text) else number
