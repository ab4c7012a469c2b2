"""Where a figure holds and as of when: by the place and the time that stand in its clause.

Where the clause names none or two that fit equally, nothing is known. A statement's own time is taken only where the
verb says that the figure holds as it is spoken.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.records import Span, Statement, Time
from onrecord.resolving.figure_places import place_of
from onrecord.resolving.page import Page
from onrecord.resolving.surroundings import Place, clause_around, sentence_around
from onrecord.resolving.units import is_bare

_DAY: Final = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d|Q\d|H\d|SP|SU|FA|WI))?")
_ARTICLE: Final = re.compile(r"\b(?:a|an|the|its|his|her|their)\s$", re.IGNORECASE)
_NOUN: Final = re.compile(r"\s(?!(?:and|or|but|in|on|at|by|from|to|for|with|as|when|while|was|were|is|had|has)\b)[a-z]")
_SINCE: Final = re.compile(r"\b(?:since|until|till)\b[^,;.]*$|\bthan (?:in )?$", re.IGNORECASE)
_UP_TO: Final = re.compile(r" ?(?:to|until|till|through|and|[-–]) ?(?:early |late |mid-)?", re.IGNORECASE)
_NOW: Final = re.compile(r"\b(?:now|currently|at present|so far|to date|as of today|already)\b", re.IGNORECASE)
_RIGHT_NOW: Final = re.compile(r"\b(?:now|currently|at present)\b", re.IGNORECASE)
_ACTS: Final = (
    "kill|injur|wound|arrest|detain|releas|fire|launch|destroy|damag|displac|evacuat|rescu|gather|rally|transfer|deploy"
    "|deliver|seiz|captur|sink|crash|collaps|report|record|announc|approv|elect|expel|sentenc|convict|execut|surviv"
)
"""Verbs of news without their last -e; a report that tells of its day in the present uses them so."""
_PRESENT_ACT: Final = re.compile(
    rf"\b(?:{_ACTS})(?:s|es|ies)\b(?!\s+(?:of|by|on|against|in)\b)"
    rf"|\b(?:people|police|officials|protesters|troops|forces|rebels|soldiers|[a-z]+(?:ers|ants|ors|ists|ians))\s+"
    rf"(?:(?:{_ACTS})e?|march|protest|vote|open fire|storm|attack|die|flee|sign|hold)\b"
)
_PAST: Final = re.compile(
    r"\b(?:said|told|left|came|went|died|fell|took|made|met|won|lost|[a-z]{3,}ed (?:the|a|an|in|to|by|on|at))\b"
)
_PRESENT: Final = re.compile(
    r"\b(?:(?:is|are|am|has|have|'ve|’ve|'s been|’s been|there's)\b|(?:remain|remains|stand|stands|total|totals"
    r"|include|includes|control|controls|hold|holds|number|numbers|employ|employs|live|lives|emit|emits|make up|makes"
    r"|account|accounts|own|owns|operate|operates|produce|produces)\b)"
)
_OTHER_TENSE: Final = re.compile(
    r"\b(?:was|were|had|did|will|would|could|should|might|may|must|shall|can|if)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a report names and dates: where its figures may hold, and when.

    `sentences` are the offsets at which they begin, `places` are in order of the text; `times` gives each time
    expression's TIMEX3 value by its extent, `said` each statement's, by its id; `published` is the day of the report.
    """

    sentences: Sequence[int] = ()
    places: Sequence[Place] = ()
    times: Mapping[tuple[int, int], str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    published: str | None = None
    _extents: list[tuple[int, int]] = field(init=False, default_factory=list)
    _starts: list[int] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Keep the times of the calendar in order, so that those of a clause are found at once."""
        self._extents.extend(sorted(extent for extent, value in self.times.items() if _DAY.fullmatch(value)))
        self._starts.extend(start for start, _ in self._extents)

    def where(self, text: str, span: Span, unit: str) -> str | None:
        """Return the name of the place that a figure holds for; `None` where its sentence names none that is it."""
        return place_of(text, span, unit, self.sentences, self.places)

    def as_of(self, text: str, span: Span, statement: str | None, unit: str) -> str | None:
        """Return the TIMEX3 value that a figure holds at: the time of its clause, else of the statement that is now."""
        if is_bare(unit):
            return None
        start, end = self._clause(text, span)
        for first, last in ((start, end), sentence_around(self.sentences, text, span)):
            dated = self._dated(text, first, last)
            if dated and _is_nearer_now(text, span, start, end, dated):
                break
            if dated:
                return self._nearest(text, span, dated)
        if not (_is_now(text[start:end]) or self._is_told_in_present(text, span, statement)):
            return None
        return self.said.get(statement) if statement else self.published

    def _is_told_in_present(self, text: str, span: Span, statement: str | None) -> bool:
        """Whether the report itself tells of its day in the present: "An attack kills two men and injures four"."""
        start, end = sentence_around(self.sentences, text, span)
        sentence = text[start:end]
        present = _PRESENT_ACT.search(sentence) is not None
        return statement is None and present and not (_OTHER_TENSE.search(sentence) or _PAST.search(sentence))

    def _clause(self, text: str, span: Span) -> tuple[int, int]:
        """The clause of a figure: its sentence up to what begins another."""
        return clause_around(text, span, *sentence_around(self.sentences, text, span))

    def _dated(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The times between two offsets that a figure can hold at: "since 2015" only begins one."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [extent for extent in self._extents[first:last] if extent[1] <= end]
        return [
            (first, last)
            for first, last in inside
            if not _SINCE.search(text, max(start, first - 32), first) and not self._is_of_a_noun(text, first, last)
        ]

    def _is_of_a_noun(self, text: str, start: int, end: int) -> bool:
        """Whether a year only tells which thing is meant: "a 1925 exhibition"; a day would be that of an event."""
        if len(self.times[start, end]) > len("1925") or not _NOUN.match(text, end):
            return False
        return _ARTICLE.search(text, max(0, start - 8), start) is not None

    def _nearest(self, text: str, span: Span, dated: Sequence[tuple[int, int]]) -> str | None:
        """Of several times the nearest; none where that is one end of a stretch ("from 2013 to 2019")."""
        best = min(dated, key=lambda extent: _gap(span, extent))
        if len({self.times[extent] for extent in dated}) > 1 and _is_end(text, best, dated):
            return None
        return self.times[best]


def _is_now(clause: str) -> bool:
    """Whether a clause says that it holds as it is told."""
    present = _PRESENT.search(clause) is not None and not _OTHER_TENSE.search(clause)
    return _NOW.search(clause) is not None or present


def _is_nearer_now(text: str, span: Span, start: int, end: int, dated: Sequence[tuple[int, int]]) -> bool:
    """Whether "now" in a figure's clause is as near as any time told: "had 400 men in 2014 and has 300 men now"."""
    nows = [found.span() for found in _RIGHT_NOW.finditer(text, start, end)]
    return bool(nows) and min(_gap(span, one) for one in nows) <= min(_gap(span, one) for one in dated)


def _gap(span: Span, extent: tuple[int, int]) -> int:
    return max(extent[0] - span.end, span.start - extent[1])


def _is_end(text: str, one: tuple[int, int], dated: Sequence[tuple[int, int]]) -> bool:
    """Whether a time and one beside it are the ends of a stretch."""
    for other in dated:
        first, second = sorted((one, other))
        if first != second and _UP_TO.fullmatch(text, first[1], second[0]):
            return True
    return False


def circumstances_of(
    page: Page, places: Sequence[Place], times: Sequence[Time], statements: Sequence[Statement]
) -> Circumstances:
    """Return the circumstances that a record knows: places (`places_of`), times that have a value, statements."""
    dated = {(time.span.start, time.span.end): time.value for time in times if time.value is not None}
    said = {one.id: one.time for one in statements if one.time is not None}
    published = page.document.published
    return Circumstances(page.sentences, places, dated, said, published[:10] if published else None)
