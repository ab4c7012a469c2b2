"""The day of publication: where what a document states of it is at odds with itself, or is yet to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.reading.dates import day_in_words
from onrecord.reading.metadata import StatedDate
from onrecord.records import Dateline

# Around midnight two time zones have two days; so have a report and its page.
_NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Settled:
    """The date or date-time of publication as ISO 8601, and what the user should know of it."""

    published: str | None
    warnings: tuple[str, ...] = ()


def settle(stated: Sequence[StatedDate], dateline: Dateline | None, own: str | None, today: date) -> Settled:
    """Choose among the dates that a document states, the most telling first, and `own`, that of its own words.

    What is later than `today` by more than a day is not believed. Of stated dates that are more than a day apart the
    one is taken that the document's own words, `own` or the day of its `dateline`, confirm, else none.
    """
    late = [one for one in stated if _day(one.date) - today > _NEAR]
    past = [one for one in stated if one not in late]
    warnings = [_not_believed(f"{one.date} ({one.where})") for one in late]
    if own is not None and _day(own) - today > _NEAR:
        warnings.append(_not_believed(f"{own} (its own words)"))
        own = None
    rival = next((one for one in past[1:] if not _is_near(one.date, past[0].date)), None)
    if rival is None:
        return Settled(past[0].date if past else own, tuple(warnings))
    confirmed = [one.date for one in past if _confirms(one.date, dateline, own)]
    agree = bool(confirmed) and all(_is_near(one, confirmed[0]) for one in confirmed)
    taken = confirmed[0] if agree else None
    return Settled(taken, (*warnings, _at_odds(past[0], rival, taken)))


def _confirms(stated: str, dateline: Dateline | None, own: str | None) -> bool:
    """Whether the document's own words give a date; a dateline may leave its year out."""
    if own is not None:
        return _is_near(stated, own)
    printed = None if dateline is None or dateline.date is None else day_in_words(f"{dateline.date}, {stated[:4]}")
    return printed is not None and _is_near(stated, printed)


def _is_near(one: str, other: str) -> bool:
    return abs(_day(one) - _day(other)) <= _NEAR


def _day(stated: str) -> date:
    return date.fromisoformat(stated[:10])


def _not_believed(stated: str) -> str:
    return f"it states {stated} as its date of publication, which is yet to come and was not believed"


def _at_odds(first: StatedDate, rival: StatedDate, taken: str | None) -> str:
    both = f"it states both {first.date} ({first.where}) and {rival.date} ({rival.where}) as its date of publication"
    if taken is None:
        return f"{both}; neither was taken, --published sets one"
    return f"{both}; its own words confirm {taken}"
