"""Where a figure holds and as of when: by the place and the time that stand in its clause.

Where the clause names none or two that fit equally, nothing is known. A statement's own time is taken only where the
verb says that the figure holds as it is spoken.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from onrecord.records import Entity, Span, Statement, Time
from onrecord.resolving.page import Page
from onrecord.resolving.units import is_bare

_CLAUSE: Final = re.compile(
    r";|:\s|,\s+(?=(?:and|but|while|which|who|where|when|as|after|before|although|though|because|so)\b)"
    r"|\s(?=(?:and|but) (?:(?:that|the most|he|she|it|they|there|we|this|these)\b))|\s(?=(?:while|whereas|although)\b)"
)
_REACH: Final = 600
_PLACING: Final = re.compile(
    r"\b(?:in|to|at|into|inside|across|throughout|near|outside|around|within|toward|towards|onto)"
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
_OWNERS: Final = ("'s", "’s")
_LENGTHS: Final = frozenset(("km", "mile", "m", "foot", "nautical mile"))
_DAY: Final = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d|Q\d|H\d|SP|SU|FA|WI))?")
_NOW: Final = re.compile(r"\b(?:now|currently|at present|so far|to date|as of today|already)\b", re.IGNORECASE)
_PRESENT: Final = re.compile(
    r"\b(?:(?:is|are|am|has|have|'ve|’ve|'s been|’s been|there's)\b|(?:remain|remains|stand|stands|total|totals"
    r"|include|includes|control|controls|hold|holds|number|numbers|employ|employs|live|lives|emit|emits|make up|makes"
    r"|account|accounts|own|owns|operate|operates|produce|produces)\b)"
)
_OTHER_TENSE: Final = re.compile(
    r"\b(?:was|were|had|did|will|would|could|should|might|may|must|shall|can|if)\b", re.IGNORECASE
)


class _Place(NamedTuple):
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a report names and dates: where its figures may hold, and when.

    `sentences` are the offsets at which they begin, `places` are in order of the text; `times` gives each time
    expression's TIMEX3 value by its extent, `said` each statement's, by its id; `published` is the day of the report.
    """

    sentences: Sequence[int] = ()
    places: Sequence[_Place] = ()
    times: Mapping[tuple[int, int], str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    published: str | None = None

    def where(self, text: str, span: Span, unit: str) -> str | None:
        """Return the name of the place that a figure holds for; `None` where its clause names none that is it."""
        start, end = self._clause(text, span)
        if unit in _LENGTHS:
            return self._from_where(text, span, end)
        if is_bare(unit):
            return None
        inside = self._inside(span.end, end)
        if inside and _OWNING.fullmatch(text[span.end : inside[0].start]) and text.startswith(_OWNERS, inside[0].end):
            return inside[0].name
        behind = [place for place in inside if _is_placed(text, place)]
        if behind:
            return behind[0].name
        side = _SIDE.search(text, span.end, end)
        if side:
            return side["side"]
        if _WORLD.search(text, span.end, end):
            return "the world"
        ahead = [place for place in self._inside(start, span.start) if _is_placed(text, place)]
        if len({place.name for place in ahead}) != 1 or _TOLD.search(text, ahead[-1].end, span.start):
            return None
        return ahead[0].name

    def as_of(self, text: str, span: Span, statement: str | None, unit: str) -> str | None:
        """Return the TIMEX3 value that a figure holds at: the time of its clause, else of the statement that is now."""
        if is_bare(unit):
            return None
        start, end = self._clause(text, span)
        sentence = self._sentence(text, span)
        for first, last in ((start, end), sentence):
            named = {value for value in self._dated(first, last)}
            if len(named) == 1:
                return next(iter(named))
            if named:
                return self._nearest(span, first, last)
        clause = text[start:end]
        now = _NOW.search(clause) or (_PRESENT.search(clause) and not _OTHER_TENSE.search(clause))
        if not now:
            return None
        return self.said.get(statement) if statement else self.published

    def _sentence(self, text: str, span: Span) -> tuple[int, int]:
        """The sentence of a figure, within reach."""
        place = bisect_right(self.sentences, span.start)
        start = self.sentences[place - 1] if place else 0
        end = self.sentences[place] if place < len(self.sentences) else len(text)
        return max(start, span.start - _REACH), max(span.end, min(end, span.end + _REACH))

    def _clause(self, text: str, span: Span) -> tuple[int, int]:
        """The clause of a figure: its sentence up to what begins another."""
        return _around(_CLAUSE, text, span, *self._sentence(text, span))

    def _from_where(self, text: str, span: Span, end: int) -> str | None:
        for place in self._inside(span.end, end):
            if _OFF.fullmatch(_without_brackets(text[span.end : place.start])):
                return place.name
        return None

    def _inside(self, start: int, end: int) -> Sequence[_Place]:
        first = bisect_left(self.places, start, key=_start_of)
        last = bisect_left(self.places, end, key=_start_of)
        return self.places[first:last]

    def _dated(self, start: int, end: int) -> list[str]:
        return [v for (a, b), v in self.times.items() if start <= a and b <= end and _DAY.fullmatch(v)]

    def _nearest(self, span: Span, start: int, end: int) -> str | None:
        """Of several times the one in the same clause that is nearest; none where two are as near."""
        away = sorted(
            (min(abs(a - span.end), abs(span.start - b)), value)
            for (a, b), value in self.times.items()
            if start <= a and b <= end and _DAY.fullmatch(value)
        )
        return away[0][1] if away else None


def circumstances_of(
    page: Page, entities: Sequence[Entity], times: Sequence[Time], statements: Sequence[Statement]
) -> Circumstances:
    """Return the circumstances that a record knows: its places and countries, times that have a value, statements."""
    places = sorted(
        _Place(mention.start, mention.end, _called(entity, mention))
        for entity in entities
        if entity.kind in ("place", "country")
        for mention in entity.mentions
        if mention.text[:1].isupper()
    )
    dated = {(time.span.start, time.span.end): time.value for time in times if time.value is not None}
    said = {one.id: one.time for one in statements if one.time is not None}
    published = page.document.published
    return Circumstances(page.sentences, places, dated, said, published[:10] if published else None)


def _called(entity: Entity, mention: Span) -> str:
    """The entity's name; of a capital that stands for its country where the text has it: "in Cairo" is no Egypt."""
    return entity.name if entity.kind == "country" and mention.text not in entity.aliases else mention.text


def _is_placed(text: str, place: _Place) -> bool:
    """Whether something is or goes there: "in Russia's western Kursk region", not "Russia's army"."""
    if text.startswith(_OWNERS, place.end):
        return False
    return _PLACING.search(text, max(0, place.start - 60), place.start) is not None


def _without_brackets(words: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", words)


def _around(edge: re.Pattern[str], text: str, span: Span, start: int, end: int) -> tuple[int, int]:
    """The stretch around a figure that no edge cuts."""
    for found in edge.finditer(text, start, span.start):
        start = found.end()
    after = edge.search(text, span.end, end)
    return start, after.start() if after else end


def _start_of(place: _Place) -> int:
    return place.start
