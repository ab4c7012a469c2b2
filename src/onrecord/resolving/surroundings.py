"""What stands around a word: its sentence and clause, and the places that are named there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from onrecord.records import Entity, Span

OWNERS: Final = ("'s", "’s")
_REACH: Final = 600
_CLAUSE: Final = re.compile(
    r";|:\s|,\s+(?=(?:and|but|while|which|who|where|when|as|after|before|although|though|because|so)\b)"
    r"|\s(?=(?:and|but) (?:(?:that|the most|he|she|it|they|there|we|this|these)\b))|\s(?=(?:while|whereas|although)\b)"
)
_MODIFIES: Final = re.compile(
    r"(?<=[A-Z.][A-Z.])[ -](?!(?:and|or|but|in|on|at|by|from|since|as|after|before|for|during|with|last|this|to"
    r"|were|was|are|is|have|has|had|illegally|alone|who|that|which|said)\b)\w"
    r"| (?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Region|Republic|Province|District|County|State|City)\b)[A-Z]"
)
"""After a place that only tells of what comes behind it: "U.S. officials"."""


class Place(NamedTuple):
    """A place or country at [start, end), by the name that a record gives it.

    `named`: it stands there by a name of its own, not by the adjective made from it ("Russian").
    """

    start: int
    end: int
    name: str
    named: bool = True


def places_of(entities: Iterable[Entity]) -> list[Place]:
    """Return every mention of a place or a country that begins with a capital, in order of the text."""
    return sorted(
        Place(mention.start, mention.end, _called(entity, mention), mention.text in (entity.name, *entity.aliases))
        for entity in entities
        if entity.kind in ("place", "country")
        for mention in entity.mentions
        if mention.text[:1].isupper()
    )


def places_in(places: Sequence[Place], start: int, end: int) -> Sequence[Place]:
    """Return those of `places`, in order, that begin in [start, end)."""
    return places[bisect_left(places, start, key=_start_of) : bisect_left(places, end, key=_start_of)]


def tells_of_more(text: str, place: Place) -> bool:
    """Whether a place only tells of what comes behind it: "Russia's army", "U.S. officials"."""
    return text.startswith(OWNERS, place.end) or _MODIFIES.match(text, place.end) is not None


def sentence_around(sentences: Sequence[int], text: str, span: Span) -> tuple[int, int]:
    """Return the sentence that `span` stands in, within reach; `sentences` are the offsets at which they begin."""
    place = bisect_right(sentences, span.start)
    start = sentences[place - 1] if place else 0
    end = sentences[place] if place < len(sentences) else len(text)
    return max(start, span.start - _REACH), max(span.end, min(end, span.end + _REACH))


def clause_around(text: str, span: Span, start: int, end: int) -> tuple[int, int]:
    """Return the clause of `span`: of its sentence [start, end) what no word parts that begins another clause."""
    for found in _CLAUSE.finditer(text, start, span.start):
        start = found.end()
    after = _CLAUSE.search(text, span.end, end)
    return start, after.start() if after else end


def _called(entity: Entity, mention: Span) -> str:
    """The entity's name; of a capital that stands for its country where the text has it: "in Cairo" is no Egypt."""
    return entity.name if entity.kind == "country" and mention.text not in entity.aliases else mention.text


def _start_of(place: Place) -> int:
    return place.start
