"""Where a figure holds and as of when: by the place and the time that stand in its clause.

Where the clause names none or two that fit equally, nothing is known. A statement's own time is taken only where the
verb says that the figure holds as it is spoken.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from onrecord.records import Entity, Span, Statement, Time
from onrecord.resolving.page import Page
from onrecord.resolving.surroundings import (
    OWNERS,
    Place,
    clause_around,
    places_in,
    places_of,
    sentence_around,
    tells_of_more,
)
from onrecord.resolving.units import is_bare

_PLACING: Final = re.compile(
    r"\b(?i:in|to|at|into|inside|across|throughout|near|outside|around|within|toward|towards|onto)"
    r"(?:\s+(?:the|a|an|its|their|downtown|central|nearby))?"
    r"(?:\s+(?:[A-Z][\w’'.-]*(?:['’]s)?|(?:north|south|east|west)\w*|[a-z]+-[a-z]+|border|capital|city|town|village"
    r"|province|region|district|port|camp|camp at|city of|town of|village of|province of|region of|capital of),?)"
    r"{0,4}\s+$"
)
_OWNING: Final = re.compile(r"\s+of\s+(?:the\s+)?$")
_TOLD: Final = re.compile(r"\b(?:said|says|say|saying|told|speaking|claimed|reported|announced|that)\b", re.IGNORECASE)
_SIDE: Final = re.compile(
    r"\b(?:in|to|across|throughout)\s+(?P<side>the (?:north|south|east|west|north-?east|north-?west|south-?east"
    r"|south-?west|interior|region|area|capital))(?=\s*(?:[,.;:!?)\"”]|$|\s(?:and|but|since|as|after|on|last|this)\b))"
)
_WORLD: Final = re.compile(
    r"\b(?:worldwide|globally|around the world|across the world|on a global basis|in the world)\b"
)
_OFF: Final = re.compile(
    r"\s*\)?\s*(?:(?:north|south|east|west)\w*\s+)?(?:of|from|off)\s+(?:the\s+)?(?:capital,?\s+)?(?:city of\s+)?$"
)
_LENGTHS: Final = frozenset(("km", "mile", "m", "foot", "nautical mile"))
_DAY: Final = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d|Q\d|H\d|SP|SU|FA|WI))?")
_SINCE: Final = re.compile(r"\b(?:since|until|till)\b[^,;.]*$|\bthan (?:in )?$", re.IGNORECASE)
_UP_TO: Final = re.compile(r" ?(?:to|until|till|through|and|[-–]) ?(?:early |late |mid-)?", re.IGNORECASE)
_NOW: Final = re.compile(r"\b(?:now|currently|at present|so far|to date|as of today|already)\b", re.IGNORECASE)
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
        """Return the name of the place that a figure holds for; `None` where its clause names none that is it."""
        start, end = self._clause(text, span)
        if unit in _LENGTHS:
            return self._from_where(text, span, end)
        if is_bare(unit):
            return None
        inside = places_in(self.places, span.end, end)
        if inside and _OWNING.fullmatch(text[span.end : inside[0].start]) and text.startswith(OWNERS, inside[0].end):
            return inside[0].name
        behind = [place for place in inside if _is_placed(text, place)]
        if behind:
            return behind[0].name
        side = _SIDE.search(text, span.end, end)
        if side:
            return side["side"]
        if _WORLD.search(text, span.end, end):
            return "the world"
        ahead = [place for place in places_in(self.places, start, span.start) if _is_placed(text, place)]
        if len({place.name for place in ahead}) != 1 or _TOLD.search(text, ahead[-1].end, span.start):
            return None
        return ahead[0].name

    def as_of(self, text: str, span: Span, statement: str | None, unit: str) -> str | None:
        """Return the TIMEX3 value that a figure holds at: the time of its clause, else of the statement that is now."""
        if is_bare(unit):
            return None
        start, end = self._clause(text, span)
        for first, last in ((start, end), sentence_around(self.sentences, text, span)):
            dated = self._dated(text, first, last)
            if dated:
                return self._nearest(text, span, dated)
        clause = text[start:end]
        now = _NOW.search(clause) or (_PRESENT.search(clause) and not _OTHER_TENSE.search(clause))
        if not now:
            return None
        return self.said.get(statement) if statement else self.published

    def _clause(self, text: str, span: Span) -> tuple[int, int]:
        """The clause of a figure: its sentence up to what begins another."""
        return clause_around(text, span, *sentence_around(self.sentences, text, span))

    def _from_where(self, text: str, span: Span, end: int) -> str | None:
        for place in places_in(self.places, span.end, end):
            if _OFF.fullmatch(_without_brackets(text[span.end : place.start])):
                return place.name
        return None

    def _dated(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The times between two offsets that a figure can hold at: "since 2015" only begins one."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [extent for extent in self._extents[first:last] if extent[1] <= end]
        return [extent for extent in inside if not _SINCE.search(text, max(start, extent[0] - 32), extent[0])]

    def _nearest(self, text: str, span: Span, dated: Sequence[tuple[int, int]]) -> str | None:
        """Of several times the nearest; none where that is one end of a stretch ("from 2013 to 2019")."""
        best = min(dated, key=lambda extent: max(extent[0] - span.end, span.start - extent[1]))
        if len({self.times[extent] for extent in dated}) > 1 and _is_end(text, best, dated):
            return None
        return self.times[best]


def _is_end(text: str, one: tuple[int, int], dated: Sequence[tuple[int, int]]) -> bool:
    """Whether a time and one beside it are the ends of a stretch."""
    for other in dated:
        first, second = sorted((one, other))
        if first != second and _UP_TO.fullmatch(text, first[1], second[0]):
            return True
    return False


def circumstances_of(
    page: Page, entities: Sequence[Entity], times: Sequence[Time], statements: Sequence[Statement]
) -> Circumstances:
    """Return the circumstances that a record knows: its places and countries, times that have a value, statements."""
    dated = {(time.span.start, time.span.end): time.value for time in times if time.value is not None}
    said = {one.id: one.time for one in statements if one.time is not None}
    published = page.document.published
    return Circumstances(page.sentences, places_of(entities), dated, said, published[:10] if published else None)


def _is_placed(text: str, place: Place) -> bool:
    """Whether something is or goes there: "in Russia's western Kursk region", not "Russia's army"."""
    return not tells_of_more(text, place) and _PLACING.search(text, max(0, place.start - 60), place.start) is not None


def _without_brackets(words: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", words)
