"""Reading the time expressions of a text in their order, each against those before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from onrecord.records import Timex
from onrecord.resolving.page import Page
from onrecord.resolving.timex import absolute, clock, deictic, distances, durations, holidays, periods, references, sets
from onrecord.resolving.timex.context import Context, Reading
from onrecord.resolving.timex.lexicon import WEEKDAY
from onrecord.resolving.timex.points import Point, holding
from onrecord.resolving.timex.tense import lean_of
from onrecord.resolving.timex.wording import plain

# A text is a narrative where so many dates bear a year of their own, and so few of them one near its publication.
_NARRATIVE: Final = 5
_NEAR_YEARS: Final = 1
_SHARE: Final = 0.3
# And where it has no more words of the day ("yesterday", "Monday") than this, for each such date.
_NEWS: Final = 0.2
_DEICTIC: Final = re.compile(rf"\b(?:today|yesterday|tomorrow|now|{WEEKDAY}|(?:this|last|next) (?:week|month|year))\b")
# Longer expressions are none that the rules could know.
_LONGEST: Final = 100
_NOUN: Final = re.compile(r" (?!(?:of|in|at|on|by|for|to|and|or|when|that|which|after|before|but|as|with|the)\b)[a-z]")
_RULES: Final = (
    references.read,
    absolute.read,
    deictic.read,
    periods.read,
    holidays.read,
    distances.read,
    sets.read,
)


def read_all(page: Page, found: Iterable[Timex]) -> list[Reading]:
    """Return what each expression means, in their order; what cannot be known has no value.

    Relative times are read against the document's `published`; where that is not known they stay open, unless the
    text dates its story itself.
    """
    timexes = list(found)
    today = _published(page.document.published)
    narrative = _is_narrative(timexes, today)
    readings: list[Reading] = []
    told = _Told()
    for one in timexes:
        number = page.document.paragraph_number(one.span.start)
        here = _context(page, one, today, narrative, told, number)
        reading = read_one(one.span.text, here)
        readings.append(reading)
        if reading.point is not None and not reading.aside:
            told.note(reading.point, number, named=_names(here))
    return readings


@dataclass(slots=True)
class _Told:
    """The times told so far: the last one, the last day and quarter, and the paragraph of the last one."""

    last: Point | None = None
    day: Point | None = None
    quarter: Point | None = None
    paragraph: int = 0

    def note(self, point: Point, paragraph: int, *, named: bool) -> None:
        """Note a time; one that only names a thing is none where the story moves, but the first quarter that is told,
        as in "its third-quarter loss", is what the report is of.
        """
        if point.unit == "quarter" and (self.quarter is None or not named):
            self.quarter = point
        if not named:
            self.last, self.paragraph = point, paragraph
            self.day = point if point.unit == "day" else self.day


def read_one(text: str, here: Context) -> Reading:
    """Return what one expression means where it stands; nothing is ever raised."""
    if len(text) > _LONGEST:
        return Reading(None, here.type)
    try:
        reading = _read(plain(text), text, here)
    except (ValueError, OverflowError, KeyError):
        # A day that the calendar does not have: "February 30", "in 90,000 years".
        reading = None
    return _typed(reading, here)


def _read(words: str, text: str, here: Context) -> Reading | None:
    rate = sets.read_rate(words, text, here)
    if rate is not None:
        return rate
    if here.type == "DURATION":
        span = references.read_coming(words) or durations.read(words, here)
        if span is not None:
            return span
    return read_date(words, here) or _distant(words, here) or durations.read(words, here) or _clock(words, here)


def read_date(words: str, here: Context) -> Reading | None:
    """Read an expression without a time of day, given in its plain form."""
    for rule in _RULES:
        reading = rule(words, here)
        if reading is not None:
            return reading
    moved = distances.read_from(words, here, read_date)
    if moved is not None:
        return moved
    week = deictic.week_of(words)
    if week is None:
        return None
    day = read_date(week, here)
    if day is None or day.point is None or day.point.unit != "day":
        return None
    held = holding(day.point.first, "week")
    return Reading(held.value, "DATE", held)


def _distant(words: str, here: Context) -> Reading | None:
    """A distance whose "ago" stands behind the expression."""
    way = here.after.split()[:1]
    return distances.read(f"{words} ago", here) if way == ["ago"] else None


def _clock(words: str, here: Context) -> Reading | None:
    return clock.read(words, here, lambda rest, there: read_date(rest, there) if rest else None)


def _typed(reading: Reading | None, here: Context) -> Reading:
    if reading is None:
        return Reading(None, here.type)
    return replace(reading, type=here.type) if reading.value is None else reading


def _names(here: Context) -> bool:
    """Whether the date only names a thing ("the November 27 agreement"): the story does not move there."""
    return here.before.endswith((" the ", " a ", " an ", " its ", " their ")) and _NOUN.match(here.after) is not None


def _context(page: Page, one: Timex, today: date | None, narrative: bool, told: _Told, paragraph: int) -> Context:
    start, end = one.span.start, one.span.end
    lean, firm = lean_of(page, start, end)
    before, after = page.text[max(0, start - 80) : start], page.text[end : end + 40]
    return Context(
        today=today,
        type=one.type,
        lean=lean,
        firm=firm,
        before=before.rpartition("\n")[2].lower(),
        after=after.partition("\n")[0].lower(),
        last=told.last,
        day=told.day,
        quarter=told.quarter,
        near=paragraph == told.paragraph,
        narrative=narrative,
    )


def _published(stated: str | None) -> date | None:
    try:
        return None if stated is None else date.fromisoformat(stated[:10])
    except ValueError:
        return None


def _is_narrative(timexes: list[Timex], today: date | None) -> bool:
    """Whether the text tells of other years than that of its publication, as histories do."""
    years = [year for one in timexes for year in _years(one)]
    news = sum(_DEICTIC.search(one.span.text.lower()) is not None for one in timexes)
    if len(years) < _NARRATIVE or news > _NEWS * len(years):
        return False
    near = 0 if today is None else sum(abs(year - today.year) <= _NEAR_YEARS for year in years)
    return near <= _SHARE * len(years)


def _years(one: Timex) -> Iterator[int]:
    """The year that an expression bears itself."""
    reading = read_one(one.span.text, Context())
    if reading.point is not None and reading.point.unit in ("day", "month", "year"):
        yield reading.point.first.year
