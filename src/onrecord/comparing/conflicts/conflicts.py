"""Conflicts as they are told: each once, those that were asked for, in their order."""

from collections.abc import Iterable, Iterator
from typing import Final

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


def of_days(conflicts: Iterable[Conflict], days: Days) -> Iterator[Conflict]:
    """Yield the conflicts of which a side was said in these days; a moment that is not known lies in no bounds."""
    for one in conflicts:
        if days == ALWAYS or _said_in(one.a, days) or _said_in(one.b, days):
            yield one


def ranked(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Return conflicts each once, in their order: what is no conflict last, one speaker's own first, then the surest.

    Copies of one text tell one conflict over and over: it is told of those that were given first. What a speaker comes
    back to is told once, of the first time that he said it.
    """
    known: set[object] = set()
    kept: list[Conflict] = []
    for one in sorted(conflicts, key=_first_said):
        marks = _marks(one)
        if known.isdisjoint(marks):
            kept.append(one)
        known.update(marks)
    return sorted(kept, key=rank_of)


def _marks(conflict: Conflict) -> tuple[object, ...]:
    """What two conflicts that are one have in common."""
    a, b = _mark(conflict.a), _mark(conflict.b)
    both: tuple[object, ...] = (frozenset((a, b)),)
    return (*both, (conflict.kind, b)) if conflict.sign == "recalled" else both


def _mark(told: Told) -> object:
    if isinstance(told, ToldFigure):
        frame = frame_of(told)
        return frame.before, amount_of(told), frame.after
    return " ".join(told.evidence.text.split())


def _first_said(conflict: Conflict) -> tuple[str, str, str]:
    return conflict.a.said or "9", conflict.b.said or "9", f"{conflict.a.page.url} {conflict.b.page.url}"


def _said_in(told: Told, days: Days) -> bool:
    said = days_of(told.said)
    return said is not None and may_coincide(Days(*said), days)
