"""Two figures side by side: all that tells whether they say of one thing two numbers that cannot both be."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.comparing.conflicts.bonds import Bond
from onrecord.comparing.conflicts.frames import Frame, likeness
from onrecord.comparing.conflicts.measures import is_measure
from onrecord.comparing.conflicts.same_story import dice
from onrecord.comparing.conflicts.same_voice import one_voice
from onrecord.comparing.conflicts.stated import Stated
from onrecord.comparing.figures.bounds import can_meet
from onrecord.comparing.figures.moments import may_coincide
from onrecord.comparing.figures.things import APART, Alike, alike, thing_told
from onrecord.lexicon import word_set

# The share of telling numbers that reports of one event have in common.
_ONE_EVENT: Final = 0.3
# Nouns that any report counts.
GENERIC: Final = word_set("person country job company state member group city place time case life home")
# A number that goes on before the figure ("2,|350,000"): it was cut where a line was wrapped, and is not read right.
_CUT: Final = re.compile(r"\d[,.]\s*$|\d$")


@dataclass(frozen=True)
class NumberPair:
    """Two figures that may be about one thing, with what their documents have in common (`None`: one document)."""

    a: Stated
    b: Stated
    bond: Bond | None

    def turned(self) -> "NumberPair":
        """The same pair the other way round, for what only counts between two texts that are not one."""
        return NumberPair(self.b, self.a, self.bond)

    @cached_property
    def likeness(self) -> float:
        """How alike the words around both are, 0 to 1."""
        return likeness(self.a.frame, self.b.frame)

    @cached_property
    def thing(self) -> Alike:
        """Whether both count the same thing; sums of money and measures count none, whatever was read as counted."""
        of = self.a.told.figure.counted, self.b.told.figure.counted
        if any(is_measure(counted) for counted in of if counted is not None):
            return APART
        return alike(self.a.told, self.b.told)

    @cached_property
    def comparable(self) -> bool:
        """Whether both are numbers of one unit that were read whole and that their sentences state in one way."""
        a, b = self.a.told.figure, self.b.told.figure
        if a.unit != b.unit or (a.change == "increment") != (b.change == "increment"):
            return False
        return self.a.role == self.b.role != "supposed" and not (_cut(self.a) or _cut(self.b))

    @cached_property
    def apart(self) -> bool:
        """Whether no number fits both."""
        return not can_meet(self.a.interval, self.b.interval)

    @cached_property
    def differ(self) -> bool:
        """Whether the numbers that were said differ, by more than their rounding."""
        one, other = ((f.value, f.low, f.high) for f in (self.a.told.figure, self.b.told.figure))
        told = any(number is not None for number in one) and any(number is not None for number in other)
        return told and one != other

    @property
    def one_spot(self) -> bool:
        """Whether the figures stand in one place of one text."""
        return self.bond is not None and self.bond.places.get(self.a.told.figure.id) == self.b.told.figure.id

    @cached_property
    def one_moment(self) -> bool:
        """Whether both may hold at one moment: by the days that are known, and by the words beside them."""
        return may_coincide(self.a.held, self.b.held) and not _clash(self.a.calendar, self.b.calendar)

    @cached_property
    def meant_at_once(self) -> bool:
        """Whether something tells that both are of one moment: days that are known, words beside them, other numbers.

        Reports of one day, of one weekday or year; else reports that share some of their telling numbers. Without any
        of that two earthquakes of one island are as alike as two reports of one.
        """
        if self.a.held is not None and self.b.held is not None:
            return may_coincide(self.a.held, self.b.held)
        if self.a.calendar & self.b.calendar:
            return True
        agreement = None if self.bond is None else self.bond.agreement
        return agreement is not None and agreement >= _ONE_EVENT

    @cached_property
    def one_place(self) -> bool:
        """Whether no two places are named."""
        return len({self.a.told.figure.where, self.b.told.figure.where} - {None}) < 2

    @cached_property
    def names_clash(self) -> bool:
        """Whether each sentence names somebody or something that the other does not."""
        extra_a, extra_b = self.a.names - self.b.names, self.b.names - self.a.names
        return bool(extra_a - set(self.b.frame.words)) and bool(extra_b - set(self.a.frame.words))

    @cached_property
    def names_shared(self) -> float:
        """How many of the names in both sentences are shared (Dice), 0 to 1."""
        return dice(self.a.names, self.b.names)

    @cached_property
    def generic(self) -> bool:
        """Whether what is counted may be any: people, countries, jobs, without a word more of which."""
        things = [found.thing for found in map(thing_told, (self.a.told, self.b.told)) if found is not None]
        return any(one.noun in GENERIC and not (one.words or one.state) for one in things)

    @cached_property
    def specific(self) -> bool:
        """Whether both count the same in the same words of which: "undersea cables"."""
        one, other = map(thing_told, (self.a.told, self.b.told))
        return one is not None and other is not None and bool(one.thing.words) and one.thing.words == other.thing.words

    @cached_property
    def owners_swap(self) -> bool:
        """Whether the name before each number is another, and both sentences have both: each number is of its own."""
        one, other = self.a.owner, self.b.owner
        return one is not None and other is not None and one != other and {one, other} <= self.a.names & self.b.names

    @cached_property
    def nearness(self) -> float:
        """How much of a story both sentences share, 0 to 2: alike words and shared names; a clash of names costs."""
        return self.likeness + self.names_shared - (0.5 if self.names_clash else 0.0)

    @cached_property
    def one_voice(self) -> bool:
        """Whether both are the word of one speaker."""
        return one_voice(self.a.told, self.b.told)

    @cached_property
    def told_both(self) -> bool:
        """Whether one sentence tells the other's number too, elsewhere: then they are two numbers of one text."""
        frame_a, frame_b = self.a.frame, self.b.frame
        a_in_b = bool(frame_a.number) and set(frame_a.number) <= set(frame_b.words)
        b_in_a = bool(frame_b.number) and set(frame_b.number) <= set(frame_a.words)
        return (a_in_b and not _beside(frame_a, frame_b)) or (b_in_a and not _beside(frame_b, frame_a))


def _beside(struck: Frame, stands: Frame) -> bool:
    """Whether a number stands right before the other: struck out, with the right one behind it."""
    return set(struck.number) <= set(stands.before[-3:])


def _cut(stated: Stated) -> bool:
    told = stated.told
    return _CUT.search(told.paragraph.text[: told.figure.span.start - told.paragraph.start]) is not None


def _clash(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a - b) and bool(b - a)
