"""Cases of dates, times of day, periods, durations, sets and holidays, against `resolving.timex`.

Each sentence is a report of the day that the specification counts from; its expressions are read in their order, as
finding would give them. Where the specification leaves the year or the half of the day open, both readings are right.
A period that its own words measure ("the next three days") is what the codebook makes of it: that duration.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, NotRequired, TypedDict

from evaluation.cases import Case, LeftOut, Row, shown_in
from evaluation.number_cases import SPECIFICATIONS
from onrecord.records import Document, Span, TimeType, Timex, document_id
from onrecord.resolving.page import Page
from onrecord.resolving.timex import Reading, read_all

_TABLES: Final = (
    "DateParser",
    "HolidayParser",
    "DatePeriodParser",
    "DateTimeParser",
    "DateTimePeriodParser",
    "TimeParser",
    "TimePeriodParser",
    "DurationParser",
    "SetParser",
    "MergedParser",
    "DateTimeModel",
)
_KINDS: Final[dict[str, tuple[str, TimeType]]] = {
    "date": ("dates", "DATE"),
    "datetime": ("dates_with_times", "TIME"),
    "daterange": ("periods", "DATE"),
    "datetimerange": ("parts_of_days", "TIME"),
    "time": ("times", "TIME"),
    "timerange": ("parts_of_days", "TIME"),
    "duration": ("durations", "DURATION"),
    "set": ("sets", "SET"),
}
_TIMELESS: Final = frozenset(("time", "timerange", "set"))
"""Kinds whose value is of no day in the tables."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_INTERVAL: Final = re.compile(r"\((?P<start>[^,]*),(?P<end>[^,]*),(?P<length>P[^)]*)\)")
_MEASURED: Final = re.compile(
    r"(?:second|sec|minute|min|hour|hr|day|week|month|year|decade)s?\b(?! (?:of|starting|beginning)\b)|\d[hdwmy]\b",
    re.IGNORECASE,
)
_TWO_ENDS: Final = re.compile(r"\b(?:from|between|to|until|till|through|and|starting|rest|for)\b|[-–]", re.IGNORECASE)
_CLOCK_AWAY: Final = re.compile(r"\b(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)\b|\d ?(?:h|min|mins|sec)\b", re.I)
_OPEN: Final = re.compile(r"XXXX(?:-XX|-WXX)?|SP|SU|FA|WI")
_VAGUE: Final = re.compile(r"\b(?:few|some|several)\b", re.IGNORECASE)
_LENGTH: Final = re.compile(
    r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<Q>[\d.]+)Q)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?"
    r"(?:T(?:(?P<h>[\d.]+)H)?(?:(?P<m>[\d.]+)M)?(?:(?P<s>[\d.]+)S)?)?"
)


class Context(TypedDict):
    """What a case is read against."""

    ReferenceDateTime: str


class Spec(TypedDict):
    """One sentence of a specification."""

    Input: str
    Context: NotRequired[Context]
    Results: list[dict[str, object]]


class Stated(NamedTuple):
    """One value of an expression: the TIMEX, and the days (with times) that it may begin at.

    bounded: whether a preposition ("before") is part of it; ranges: whether it is a stretch of days.
    """

    timex: str
    begins: tuple[str, ...]
    bounded: bool
    ranges: bool


class Expected(NamedTuple):
    """One expression of a case: its extent, its kind, and the values that are right, or why it is left out."""

    start: int
    end: int
    kind: str
    values: frozenset[str]
    left_out: str | None


def read_specifications(corpora: Path) -> Iterator[Row]:
    """Yield a row for each expression with a value, each sentence once. Raises FileNotFoundError where missing."""
    seen: set[tuple[str, str]] = set()
    for name in _TABLES:
        with (corpora / SPECIFICATIONS / f"DateTime_{name}.jsonl").open(encoding="utf8") as lines:
            for line in lines:
                spec: Spec = json.loads(line)
                key = spec["Input"].lower(), _today(spec)
                if key not in seen:
                    seen.add(key)
                    yield from rows_of(spec, "holidays" if name.startswith("Holiday") else None)


def rows_of(spec: Spec, group: str | None = None) -> Iterator[Row]:
    """Read the expressions of one sentence; `group` overrides the group that their kinds put them in."""
    text = spec["Input"]
    expected = sorted(filter(None, (_expected(text, result) for result in spec["Results"])))
    timexes = [Timex(_type(one), Span.cut(text, one.start, one.end)) for one in expected]
    page = Page(Document(id=document_id(text), text=text, published=_today(spec)))
    for one, reading in zip(expected, read_all(page, timexes), strict=True):
        yield LeftOut(one.left_out) if one.left_out else _case(text, one, reading, group)


def _today(spec: Spec) -> str:
    return spec.get("Context", {"ReferenceDateTime": "2016-11-07"})["ReferenceDateTime"][:10]


def _type(one: Expected) -> TimeType:
    lengths = bool(one.values) and all(value.startswith("P") and "_" not in value for value in one.values)
    return "DURATION" if lengths and one.kind != "set" else _KINDS[one.kind][1]


def _case(text: str, one: Expected, reading: Reading, group: str | None) -> Case:
    answer = reading.value or ""
    mine = answer if one.kind not in _TIMELESS else re.sub(r"^[\dX]{4}-[\dX]{2}-[\dX]{2}(?=T)", "", answer)
    right = bool(answer) and _plain(mine) in set(map(_plain, one.values))
    shown = f"{shown_in(text, one.start, one.end)}"
    return Case(group or _KINDS[one.kind][0], shown, "|".join(sorted(one.values)), answer or "-", right)


def _plain(value: str) -> object:
    """A value in one form: lengths in months, days and seconds, times with their minutes."""
    length = _LENGTH.fullmatch(value)
    if length is not None and len(value) > 2:
        n = {unit: float(found or 0) for unit, found in length.groupdict().items()}
        months = 12 * n["Y"] + 3 * n["Q"] + n["M"]
        return months, 7 * n["W"] + n["D"], 3600 * n["h"] + 60 * n["m"] + n["s"]
    return re.sub(r"T24:00$", "T00:00", re.sub(r"T(\d\d)$", r"T\1:00", value))


def _expected(text: str, result: dict[str, object]) -> Expected | None:
    kind = str(result.get("TypeName") or result.get("Type") or "").rpartition(".")[2]
    stated = list(_stated(result.get("Resolution") or result.get("Value"), kind == "daterange"))
    if kind not in _KINDS or not stated:
        return None
    start = result.get("Start")
    first = start if isinstance(start, int) else max(0, text.lower().find(str(result["Text"]).lower()))
    end = first + len(str(result["Text"]))
    values, reason = _values(kind, stated, text[first:end])
    return Expected(first, end, kind, values, reason)


def _stated(told: object, ranges: bool) -> Iterator[Stated]:
    """The values of both forms that the specifications have: one with two resolutions, a list of resolved ones."""
    if not isinstance(told, dict):
        return
    for value in told.get("values") or [told]:
        timex = value.get("timex") or value.get("Timex")
        ways = [value, *(value.get(way) or {} for way in ("FutureResolution", "PastResolution"))]
        names = ("date", "dateTime", "startDate", "startDateTime", "start", "value")
        begins = (str(way[name]) for way in ways for name in names if name in way)
        if timex:
            yield Stated(str(timex), tuple(one for one in begins if _DAY.match(one)), "Mod" in value, ranges)


def _values(kind: str, stated: list[Stated], text: str) -> tuple[frozenset[str], str | None]:
    """The values that are right, or the reason for which an expression is left out."""
    values: set[str] = set()
    for one in stated:
        reason = _left_out(kind, one, text)
        if reason is not None:
            return frozenset(), reason
        found = set(_interval(one, text)) if one.timex.startswith("(") else set(_resolved(one, text))
        if not found:
            return frozenset(), "two_ends" if one.timex.startswith("(") else "left_open"
        values |= found
    return frozenset(values), None


def _left_out(kind: str, one: Stated, text: str) -> str | None:
    if one.bounded:
        return "bounded"
    if "BD" in one.timex:
        return "business_days"
    if one.timex.startswith(("FY", "SY")):
        return "fiscal_and_school_years"
    if re.search(r"-\d\d-W\d\d$", one.timex):
        return "weeks_of_a_month"
    if "23:59:59" in one.timex:
        return "ends_of_days"
    if kind == "duration" and _VAGUE.search(text):
        return "vague_numbers"
    if kind in ("datetime", "datetimerange") and _CLOCK_AWAY.search(text) and re.search(r"T\d\d:\d\d:\d\d", one.timex):
        return "from_the_hour"
    return None


def _interval(one: Stated, text: str) -> Iterator[str]:
    """What TIMEX3 has for a stretch between two days: a quarter, a decade, or its length where its words tell that."""
    found = _INTERVAL.match(one.timex)
    for begin in one.begins if found else ():
        day = date.fromisoformat(begin[:10])
        match found["length"] if found else "":
            case "P3M" if re.search(r"q|quarter", text, re.IGNORECASE) and day.day == 1 and day.month % 3 == 1:
                yield f"{day.year}-Q{day.month // 3 + 1}"
            case "P10Y" if day.year % 10 == 0:
                yield f"{day.year // 10}"
            case "P100Y":
                yield f"{day.year // 100:02}"
            case length if _MEASURED.search(text) and not _TWO_ENDS.search(text):
                yield length


def _resolved(one: Stated, text: str) -> Iterator[str]:
    """A value with its open places filled from the days that it may begin at."""
    timex = one.timex
    if _OPEN.fullmatch(timex):
        return
    week = one.ranges and "week" in text.lower() and "-W" not in timex
    if re.search(r"-WXX-\d-\d$", timex) or (_DAY.fullmatch(timex) and week):
        timex = "XXXX-XX-XX"
    if "X" not in timex or (timex.startswith("XXXX-WXX-") and not one.begins):
        yield timex
        return
    for begin in one.begins:
        day = begin[:10]
        if week:
            iso = date.fromisoformat(day).isocalendar()
            yield f"{iso.year}-W{iso.week:02}"
        else:
            clock = timex.partition("T")
            whole = day[:7] if re.fullmatch(r"XXXX-\d\d", clock[0]) else day
            yield whole + clock[1] + clock[2]
