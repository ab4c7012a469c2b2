"""The cast of a report: everybody and everything that it speaks of, and every place where it does."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge
from typing import Literal, NamedTuple

from onrecord.records import EntityKind, Role

# How words stand for somebody. `adjective` ("Russian"), `part` (inside another name) and `thing` (a place, a work, an
# event) never act themselves.
Form = Literal["name", "adjective", "capital", "part", "thing", "title", "pronoun"]


@dataclass(slots=True, eq=False)
class Referent:
    """One of the cast. It grows while the text is read, and is written out as an Entity at the end.

    `name` is the fullest so far, `words` its words where it is a person. `nouns` are what it is called by
    afterwards ("the airline"). `gender` is m, f or nothing (not known).
    """

    number: int
    kind: EntityKind
    name: str
    words: tuple[str, ...] = ()
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    gender: str = ""

    def call(self, name: str) -> None:
        """Note a further name."""
        if name != self.name and name not in self.aliases:
            self.aliases.append(name)

    def rename(self, name: str) -> None:
        """Make `name` the name, and what was the name a further one."""
        if name != self.name:
            self.aliases = [self.name, *(alias for alias in self.aliases if alias != name)]
            self.name = name

    def hold(self, role: Role) -> None:
        """Note an office; the same title with a country replaces the one without."""
        for n, known in enumerate(self.roles):
            if known.title.casefold() == role.title.casefold():
                if known.of is None:
                    self.roles[n] = Role(known.title, role.of)
                if role.of in (None, known.of) or known.of is None:
                    return
        self.roles.append(role)


class Sighting(NamedTuple):
    """Somebody is referred to at [start, end)."""

    start: int
    end: int
    number: int
    form: Form


class Cast:
    """All referents and all sightings. First the names are noted in any order, then `settle`, then the rest."""

    __slots__ = ("_later", "_names", "_settled", "_taken", "referents")

    def __init__(self) -> None:
        self.referents: list[Referent] = []
        self._names: list[Sighting] = []
        # Pronouns and titles come nearly in the order of the text: kept apart, each costs next to nothing.
        self._later: list[Sighting] = []
        self._taken: dict[tuple[int, int], int] = {}
        self._settled = False

    def add(self, kind: EntityKind, name: str, words: tuple[str, ...] = ()) -> Referent:
        """Bring somebody new in."""
        referent = Referent(len(self.referents), kind, name, words)
        self.referents.append(referent)
        return referent

    def see(self, referent: Referent, start: int, end: int, form: Form = "name") -> None:
        """Note that [start, end) refers to `referent`. A stretch refers to one only: the first that is noted."""
        if (start, end) in self._taken:
            return
        self._taken[start, end] = referent.number
        sighting = Sighting(start, end, referent.number, form)
        if self._settled:
            insort(self._later, sighting)
        else:
            self._names.append(sighting)

    def mean(self, referent: Referent, start: int, end: int, form: Form = "name") -> None:
        """Note that [start, end) refers to `referent`, and to nobody else whatever was noted: it is known who speaks.

        For when the names are noted (`settle`).
        """
        if self._taken.get((start, end)) not in (None, referent.number):
            del self._taken[start, end]
            for noted in (self._names, self._later):
                place = bisect_left(noted, (start, end))
                if place < len(noted) and noted[place][:2] == (start, end):
                    del noted[place]
        self.see(referent, start, end, form)

    def settle(self) -> None:
        """End the noting of names."""
        self._names.sort()
        self._settled = True

    def at(self, start: int, end: int) -> Referent | None:
        """Return whom exactly [start, end) refers to, if it is noted."""
        number = self._taken.get((start, end))
        return None if number is None else self.referents[number]

    def of(self, sighting: Sighting) -> Referent:
        """Return who is sighted."""
        return self.referents[sighting.number]

    def all(self) -> Iterator[Sighting]:
        """Yield all sightings in the order of the text."""
        yield from merge(self._names, self._later)

    def between(self, start: int, end: int, documents: bool = True) -> list[Sighting]:
        """Return the sightings that lie in [start, end), outermost only, in order; all but documents if so asked."""
        found: list[Sighting] = []
        for sighting in merge(_inside(self._names, start, end), _inside(self._later, start, end)):
            if sighting.end > end or not (documents or self.of(sighting).kind != "document"):
                continue
            while found and sighting.start == found[-1].start:
                found.pop()
            if not found or sighting.start >= found[-1].end:
                found.append(sighting)
        return found

    def back_from(self, offset: int, reach: int) -> Iterator[Sighting]:
        """Yield the sightings that begin in [reach, offset), last first."""
        yield from _later_first(_back(self._names, offset, reach), _back(self._later, offset, reach))


def _inside(sightings: list[Sighting], start: int, end: int) -> list[Sighting]:
    first, last = bisect_left(sightings, start, key=_start), bisect_left(sightings, end, key=_start)
    return sightings[first:last]


def _back(sightings: list[Sighting], offset: int, reach: int) -> Iterator[Sighting]:
    for place in range(bisect_left(sightings, offset, key=_start) - 1, -1, -1):
        if sightings[place].start < reach:
            break
        yield sightings[place]


def _later_first(names: Iterator[Sighting], others: Iterator[Sighting]) -> Iterator[Sighting]:
    """Merge two descending rows; `heapq.merge` takes four times as long for two, and this is asked at every turn."""
    name, other = next(names, None), next(others, None)
    while name is not None or other is not None:
        if other is None or (name is not None and name >= other):
            yield name  # type: ignore[misc]
            name = next(names, None)
        else:
            yield other
            other = next(others, None)


def _start(sighting: Sighting) -> int:
    return sighting.start
