"""Conflicts as they are told: each once, those that were asked for, in their order."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from onrecord.comparing.conflicts.bonds import amount_of
from onrecord.comparing.conflicts.conflict import Conflict, Told, rank_of
from onrecord.comparing.conflicts.frames import frame_of
from onrecord.comparing.figures.moments import Days, may_coincide
from onrecord.days import days_of, first_day, last_day
from onrecord.records import ToldFigure

ALWAYS: Final = Days("0000-01-01", "9999-12-31")


def days_between(since: str | None, until: str | None) -> Days:
    """Return the days from one to the other, ISO 8601 dates, also `2024` or `2024-10`. Raises UsageError."""
    return Days(
        ALWAYS.first if since is None else first_day("--since", since),
        ALWAYS.last if until is None else last_day("--until", until),
    )


class Marked(NamedTuple):
    """A conflict with what it has in common with each that is the same: costly to tell, so it is told once."""

    conflict: Conflict
    marks: tuple[object, ...]


def is_of_days(conflict: Conflict, days: Days) -> bool:
    """Tell whether a side was said in these days; a moment that is not known lies in no bounds."""
    return days == ALWAYS or _said_in(conflict.a, days) or _said_in(conflict.b, days)


def ranked(conflicts: Iterable[Marked]) -> list[Conflict]:
    """Return conflicts each once, in their order: what is no conflict last, one speaker's own first, then the surest.

    Copies of one text tell one conflict over and over: it is told of those that were given first. What a speaker comes
    back to is told once, of the first time that he said it.
    """
    known: set[object] = set()
    kept: list[Conflict] = []
    for one in sorted(conflicts, key=_first_said):
        if known.isdisjoint(one.marks):
            kept.append(one.conflict)
        known.update(one.marks)
    return sorted(kept, key=rank_of)


def marked(conflict: Conflict) -> Marked:
    """Return a conflict with what it has in common with each that is the same."""
    a, b = _mark(conflict.a), _mark(conflict.b)
    both: tuple[object, ...] = (frozenset((a, b)),)
    return Marked(conflict, (*both, (conflict.kind, b)) if conflict.sign == "recalled" else both)


def _mark(told: Told) -> object:
    if isinstance(told, ToldFigure):
        frame = frame_of(told)
        return frame.before, amount_of(told), frame.after
    return " ".join(told.evidence.text.split())


def _first_said(found: Marked) -> tuple[str, str, str]:
    conflict = found.conflict
    return conflict.a.said or "9", conflict.b.said or "9", f"{conflict.a.page.url} {conflict.b.page.url}"


def _said_in(told: Told, days: Days) -> bool:
    said = days_of(told.said)
    return said is not None and may_coincide(Days(*said), days)
