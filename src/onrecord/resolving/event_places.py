"""Where an event took place or goes to: by the place that stands in the clause of its word.

A place counts where a preposition puts something there, or as what was visited or seized. No other event may stand
between, but for what is done to people, which reports tell all at once ("kills three and injures ten in Alvara"). Of
what is only said the text seldom tells where: there the place must be near.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.records import Entity, EventType, Trigger
from onrecord.resolving.surroundings import (
    Place,
    clause_around,
    places_in,
    sentence_around,
    tells_of_more,
)

_BEFORE: Final = 80  # characters in which the preposition stands
_LINK: Final = re.compile(
    r"\b(?P<link>[Ii]n|[Aa]t|[Ii]nside|[Aa]cross|throughout|[Nn]ear|[Oo]utside|around|within|towards?|over|along|off"
    r"|to|into|onto|through|from|of|on|against|target(?:s|ed|ing)?)(?:\s+(?:the|a|an|its|their|his|her|downtown|central|nearby))?"
    r"(?P<words>(?:\s+(?:[A-Z][\w’'.-]*|country['’]s|(?:north|south|east|west)\w*|[a-z]+-[a-z]+|borders?|coast|capital"
    r"|cit(?:y|ies)|towns?|villages?|province|region|district|state|area|parts|port|camp|island|of|at),?){0,4})\s+"
    r"(?:the\s+)?$"
)
_STANDING: Final = frozenset(
    ("in", "at", "inside", "across", "throughout", "near", "outside", "around", "within", "toward", "towards")
) | {"over", "along", "off"}
_GOING: Final = frozenset(("to", "into", "onto", "through"))
_AT: Final = frozenset(("at", "to", "outside", "inside", "near"))
_MOVED: Final[frozenset[EventType]] = frozenset(("MOBILIZE", "AID", "COERCE", "CONSULT", "ASSAULT", "RETREAT"))
_LEFT: Final[frozenset[EventType]] = frozenset(("RETREAT", "COERCE"))
# What is done with hands and feet, somewhere.
_DONE: Final[frozenset[EventType]] = _MOVED | frozenset[EventType](("PROTEST", "SANCTION"))
_HARM: Final[frozenset[EventType]] = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_NEAR: Final = 3  # words between what is said and the place
_TAKEN: Final = re.compile(
    r"\s+(?:the\s+)?(?:(?:city|town|village|district|province|region|area|port|island|\w+ern)\s+(?:of\s+)?)*(?:the\s+)?"
)
_TAKING: Final = re.compile(
    r"(?:visit|tour|enter|invad|captur|recaptur|seiz|overr[au]n|occup|leav|left|liberat|regain|retak|retook|storm"
    r"|attack|bomb|shell|str[iu]k|hit|target|raid|besieg|encircl|reach)\w*"
)
_OTHER_CLAUSE: Final = re.compile(
    r"\b(?:who|which|that|whether|if|said|says|saying|told|after|before|where|when|while|since|because|as|amid"
    r"|following)\b"
)
_WITHIN: Final = re.compile(r",? (?:and )?(?:the )?")
"""Between places the second of which only tells where the first is, or goes on with a list of them."""
_OF_A_TOWN: Final = re.compile(r"(?:’s|'s)? (?:city|town|village|district|port|province|region) of ")
_FIRST: Final = re.compile(r"((?:[A-Z][\w’'-]*\s+)*[A-Z][\w’'-]*),$")
# Houses that go by the name of who works there.
_HOUSE: Final = re.compile(
    r".*\b(?:House|Palace|Parliament|Congress|Capitol|Cent(?:er|re)|Embassy|Consulate|Headquarters|Airport|Hotel"
    r"|University|Hospital|Prison|Kremlin|Pentagon)"
)


@dataclass(frozen=True, slots=True)
class EventPlaces:
    """What of a report tells where its events took place, all in order of the text.

    `sentences` and `triggers` are the offsets at which sentences and the words of events begin; `houses` are those
    that go by the name of who works there.
    """

    text: str = ""
    sentences: Sequence[int] = ()
    places: Sequence[Place] = ()
    houses: Sequence[Place] = ()
    triggers: Sequence[int] = ()

    def where(self, trigger: Trigger) -> str | None:
        """Return the name of the place where an event took place or goes to; `None` where its clause tells of none."""
        start, end = sentence_around(self.sentences, self.text, trigger.span)
        first, last = clause_around(self.text, trigger.span, start, end)
        inside = self._apart(places_in(self.places, start, end))
        behind = [place for place in inside if place.start >= trigger.span.end and place.end <= last]
        goal = next((place for place in behind if self._is_goal(trigger, place)), None)
        if goal is not None:
            return self._name(goal)
        house = next((h for h in places_in(self.houses, trigger.span.end, last) if self._is_at(trigger, h)), None)
        if house is not None:
            return house.name
        ahead = [place for place in inside if first <= place.start and place.end <= trigger.span.start]
        scene = next((place for place in reversed(ahead) if self._is_scene(trigger, place)), None)
        return self._name(scene) if scene is not None else None

    def _apart(self, places: Sequence[Place]) -> list[Place]:
        """The places that are named for themselves: of "Alvara, Ruritania" the first, of "Alvara city of Orl" none."""
        found: list[Place] = []
        end = -1
        for place in places:
            if not place.named:
                continue
            follows = end >= 0 and _WITHIN.fullmatch(self.text, end, place.start) is not None
            more = tells_of_more(self.text, place) or _OF_A_TOWN.match(self.text, place.end) is not None
            end = -1 if more else place.end
            if not (follows or more):
                found.append(place)
        return found

    def _link(self, place: Place) -> re.Match[str] | None:
        """The preposition that puts something at the place, with the words between them."""
        return _LINK.search(self.text, max(0, place.start - _BEFORE), place.start)

    def _is_goal(self, trigger: Trigger, place: Place) -> bool:
        """Whether a place behind the event's word is where it is done, or goes to."""
        word = trigger.span
        if _TAKEN.fullmatch(self.text, word.end, place.start):
            return _TAKING.match(word.text.casefold()) is not None and not _takes_part(trigger, place)
        link = self._link(place)
        if link is None or link.start() < word.end or not _is_linked(trigger, place, link["link"].lower()):
            return False
        if _OTHER_CLAUSE.search(self.text, word.end, link.start()):
            return False
        if self._parted(word.end, place.start):
            return trigger.type in _HARM
        return trigger.type in _DONE or len(self.text[word.end : link.start()].split()) <= _NEAR

    def _is_at(self, trigger: Trigger, house: Place) -> bool:
        link = self._link(house)
        return link is not None and link["link"].lower() in _AT and self._is_goal(trigger, house)

    def _is_scene(self, trigger: Trigger, place: Place) -> bool:
        """Whether a place before the event's word is where it is done."""
        link = self._link(place)
        if (
            link is None
            or link["link"].lower() not in _STANDING | _GOING
            or not _is_linked(trigger, place, link["link"].lower())
        ):
            return False
        if trigger.type not in _DONE or _OTHER_CLAUSE.search(self.text, place.end, trigger.span.start):
            return False
        return trigger.type in _HARM or not self._parted(place.end, trigger.span.start)

    def _parted(self, start: int, end: int) -> bool:
        """Whether another event's word begins in [start, end)."""
        return bisect_left(self.triggers, start) < bisect_left(self.triggers, end)

    def _name(self, place: Place) -> str:
        """The place's name; of "in Alvara, Ruritania" the first, where only the second is known for a place."""
        link = self._link(place)
        first = _FIRST.search(link["words"]) if link else None
        return first[1] if first else place.name


def event_places(
    text: str,
    sentences: Sequence[int],
    places: Sequence[Place],
    entities: Sequence[Entity],
    triggers: Iterable[Trigger],
) -> EventPlaces:
    """Return what tells where the events of a text took place; `places` are those of its entities (`places_of`)."""
    houses = sorted(
        Place(mention.start, mention.end, entity.name)
        for entity in entities
        if entity.kind == "organization"
        for mention in entity.mentions
        if _HOUSE.fullmatch(mention.text)
    )
    begun = sorted({trigger.span.start for trigger in triggers})
    return EventPlaces(text, sentences, places, houses, begun)


def _is_linked(trigger: Trigger, place: Place, link: str) -> bool:
    """Whether an event of that type is done where the preposition puts it: whom one aids or meets is no place."""
    if link in _STANDING:
        return True
    if link in _GOING:
        return trigger.type in _MOVED
    if link == "from":
        return trigger.type in _LEFT and not _takes_part(trigger, place)
    return trigger.type == "ASSAULT"


def _takes_part(trigger: Trigger, place: Place) -> bool:
    return any(s.start < place.end and place.start < s.end for s in (*trigger.actors, *trigger.recipients))
