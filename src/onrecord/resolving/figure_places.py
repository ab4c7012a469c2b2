"""Where a figure holds: the place that stands in its clause, or the only one of its sentence.

Destinations are places too ("sent 8,000 troops to Orlin"), and so is what is struck ("as the storm hits Norland") and
who has so many ("Norland reported 12 deaths").
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.records import Span
from onrecord.resolving.surroundings import OWNERS, Place, clause_around, places_in, sentence_around, tells_of_more
from onrecord.resolving.units import is_bare

_PLACING: Final = re.compile(
    r"\b(?i:in|to|at|into|inside|across|throughout|near|outside|around|within|toward|towards|onto)"
    r"(?:\s+(?:the|a|an|its|their|downtown|central|nearby))?"
    r"(?:\s+(?:[A-Z][\w’'.-]*(?:['’]s)?|(?:north|south|east|west)\w*|[a-z]+-[a-z]+|border|capital|city|town|village"
    r"|province|region|district|port|camp|camp at|city of|town of|village of|province of|region of|capital of),?)"
    r"{0,4}\s+$"
)
_STRUCK: Final = re.compile(
    r"\b(?:hit|hits|hitting|strikes?|striking|struck|batter(?:s|ed|ing)|shells?|bomb(?:s|ed)|bombard(?:s|ed)"
    r"|(?:attacks?|strikes?|airstrikes?|raids?|assaults?|offensive|bombardment|bombing|shelling|invasion)"
    r" (?:on|of|against))"
    r"(?:\s+(?:the|central|downtown|nearby|(?:north|south|east|west)\w*))*\s+$"
)
_HAVING: Final = re.compile(
    r",?\s+(?:has|have|had|(?:report|record|confirm|register|suffer|host)(?:s|ed|ing)|receiv(?:es?|ed|ing)|count(?:s|ed|ing))"
    r"(?:\s+(?:also|already|so far|been|a total of|the (?:bodies|remains|return) of))*\s+$"
)
"""Between a place and the number that it has: "Norland, reporting 12 deaths"."""
_INNER: Final = re.compile(r",\s+(?:the\s+)?|\s+in\s+(?:the\s+)?|\s+\(", re.IGNORECASE)
"""Between a place and the one that it lies in."""
_OWNING: Final = re.compile(r"\s+of\s+(?:the\s+)?$")
_TOLD: Final = re.compile(r"\b(?:said|says|say|saying|told|speaking|claimed|reported|announced|that)\b", re.IGNORECASE)
_SIDE: Final = re.compile(
    r"\b(?:in|to|across|throughout)\s+(?P<side>the (?:north|south|east|west|north-?east|north-?west|south-?east"
    r"|south-?west|interior|region|area|capital))(?=\s*(?:[,.;:!?)\"”]|$|\s(?:and|but|since|as|after|on|last|this)\b))"
)
_WORLD: Final = re.compile(
    r"\b(?:world-?wide|globally|around the world|across the world|on a global basis|in the world)\b"
)
_OFF: Final = re.compile(
    r"\s*\)?\s*(?:(?:north|south|east|west)\w*\s+)?(?:of|from|off)\s+(?:the\s+)?(?:capital,?\s+)?(?:city of\s+)?$"
)
_SITES: Final = re.compile(
    r"(?:(?: [a-z-]+)? (?:airports?|ports?|cities|towns|villages|provinces|districts|regions|states|schools|homes"
    r"|hospitals|banks|houses|households|buildings|factories|plants|mines|prisons|camps|bases|embassies|counties"
    r"|islands|facilities|refineries|universities)| (?:soil|territory|waters|airspace))\b"
)
"""What stands in the nation that is named before it: "Cuban airports", "U.S. power plants"."""
_AT: Final = re.compile(r"\b(?:in|on|at|from|to|into|of|across|against|hits?|struck)\s+(?:the\s+)?$", re.IGNORECASE)
_WHERE: Final = re.compile(r",?\s+where\b[^,;.]*")
_JOINED: Final = re.compile(r" (?:and|or) (?:the )?[A-Z]")
_SO_HAPPENED: Final = re.compile(r",?\s+(?:as|when|where|after)\b")
_AREAS: Final = frozenset(("km2", "m2", "acre", "hectare"))
_LENGTHS: Final = frozenset(("km", "mile", "m", "foot", "nautical mile"))


def place_of(text: str, span: Span, unit: str, sentences: Sequence[int], places: Sequence[Place]) -> str | None:
    """Return the name of the place that the figure at `span` holds for; `None` where the text tells of none.

    `sentences` are the offsets at which they begin; `places` are those of the text, in order. A length is from
    somewhere ("20 km north of Orlin"); spans of time and sums of money are nowhere.
    """
    sentence = sentence_around(sentences, text, span)
    clause = clause_around(text, span, *sentence)
    if unit in _LENGTHS:
        return _from_where(text, span, places_in(places, span.end, clause[1]))
    if is_bare(unit) and unit not in _AREAS:
        return None
    return (
        _behind(text, span, clause[1], places_in(places, span.end, clause[1]))
        or _ahead(text, span, places_in(places, clause[0], span.start))
        or _in_sentence(text, span, sentence, clause[1], places)
    )


def _from_where(text: str, span: Span, places: Sequence[Place]) -> str | None:
    for place in places:
        if _OFF.fullmatch(_without_brackets(text[span.end : place.start])):
            return place.name
    return None


def _behind(text: str, span: Span, end: int, places: Sequence[Place]) -> str | None:
    """The place of a clause behind its figure; of two the nearer: "ten in Orlin, Norland"."""
    if places and (_is_owner(text, span, places[0]) or _stands_there(text, span, places[0])):
        return places[0].name
    placed = next((place for place in places if _is_placed(text, place)), None)
    if placed is not None:
        return placed.name
    side = _SIDE.search(text, span.end, end)
    if side:
        return side["side"]
    return "the world" if _WORLD.search(text, span.end, end) else None


def _ahead(text: str, span: Span, places: Sequence[Place]) -> str | None:
    """The place of a clause before its figure: the only one where something is, or the one that has so many."""
    if places and places[-1].named and _HAVING.fullmatch(text, places[-1].end, span.start):
        return places[-1].name
    if places and _WHERE.fullmatch(text, places[-1].end, span.start):
        return places[-1].name
    return _only(text, [place for place in places if _is_placed(text, place)], span.start)


def _in_sentence(text: str, span: Span, sentence: tuple[int, int], after: int, places: Sequence[Place]) -> str | None:
    """The only place where something is in the clauses before, and in those behind that tell how it happened."""
    end = sentence[1] if _SO_HAPPENED.match(text, after) else after
    placed = [place for place in places_in(places, sentence[0], end) if _is_placed(text, place)]
    return _only(text, placed, span.start)


def _only(text: str, placed: Sequence[Place], before: int) -> str | None:
    """The name of the only place, but for those that it lies in; none where a speaker may stand before `before`."""
    outer = {second for first, second in pairwise(placed) if _INNER.fullmatch(text, first.end, second.start)}
    inner = [place for place in placed if place not in outer]
    if inner and _JOINED.match(text, inner[-1].end):
        return None
    if len({place.name for place in inner}) != 1 or _TOLD.search(text, inner[-1].end, max(before, inner[-1].end)):
        return None
    return inner[0].name


def _is_owner(text: str, span: Span, place: Place) -> bool:
    """Whether the figure is a share of what a place has: "half of Norland's output"."""
    return _OWNING.fullmatch(text[span.end : place.start]) is not None and text.startswith(OWNERS, place.end)


def _stands_there(text: str, span: Span, place: Place) -> bool:
    """Whether a nation stands before the counted noun, which is of things that stand there: "nine Cuban airports"."""
    return text[span.end : place.start] == " " and _SITES.match(text, place.end) is not None


def _is_placed(text: str, place: Place) -> bool:
    """Whether something is, goes or strikes there: "in Russia's western Kursk region", not "Russia's army"."""
    begin = max(0, place.start - 60)
    if _SITES.match(text, place.end):
        return _AT.search(text, begin, place.start) is not None
    found = _PLACING.search(text, begin, place.start) or _STRUCK.search(text, begin, place.start)
    return found is not None and not tells_of_more(text, place)


def _without_brackets(words: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", words)
