"""When a figure holds and when it was said, as stretches of days, and their order."""

from typing import NamedTuple

from onrecord.days import days_of
from onrecord.records import ToldFigure


class Days(NamedTuple):
    """The first and the last day that a moment may be, each YYYY-MM-DD."""

    first: str
    last: str


def said_on(told: ToldFigure) -> Days | None:
    """Return when a figure was said: its statement's time, else its document's publication; `None`: nobody knows."""
    return _days(told.said)


def held_on(told: ToldFigure) -> Days | None:
    """Return when a figure holds: its `as_of` where that is a stretch of the calendar, else when it was said."""
    return _days(told.figure.as_of) or said_on(told)


def may_coincide(a: Days | None, b: Days | None) -> bool:
    """Tell whether two moments may be the same; so they may where one is not known."""
    return a is None or b is None or (a.first <= b.last and b.first <= a.last)


def order_of(told: ToldFigure) -> tuple[str, str, str, int]:
    """Return the key that sorts figures by their moment: `as_of`, else `said`; those of no known moment come last.

    Among equals the more precise moment, then what was said first, then the document and the place in it.
    """
    held, said = held_on(told), said_on(told)
    if held is None:
        return _NEVER, _NEVER, told.page.document, told.figure.span.start
    return f"{held.first}{held.last}", said.first if said else _NEVER, told.page.document, told.figure.span.start


_NEVER = "9999-99-99"


def _days(value: str | None) -> Days | None:
    days = days_of(value)
    return None if days is None else Days(*days)
