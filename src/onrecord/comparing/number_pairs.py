"""Two figures side by side: all that tells whether they say of one thing two numbers that cannot both be."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.comparing.bonds import Bond
from onrecord.comparing.bounds import can_meet
from onrecord.comparing.frames import Frame, likeness
from onrecord.comparing.moments import may_coincide
from onrecord.comparing.same_story import dice, title_likeness
from onrecord.comparing.stated import Stated
from onrecord.comparing.things import Alike, alike
from onrecord.comparing.voices import one_voice

# Two texts are one where half of the numbers agree; next week's report of the same form shares hardly any (measured on
# wire reports of 1987 and pages of government: corrections and versions 0.57 to 0.98, other weeks 0.10 and less).
_ONE_TEXT: Final = 0.5
# With so few numbers the share says little, and the titles decide.
_FEW: Final = 4
_ONE_TITLE: Final = 0.6
# A number that goes on before the figure ("1,|541,000"): it was cut where a line was wrapped, and is not read right.
_CUT: Final = re.compile(r"\d[,.]\s*$|\d$")


@dataclass(frozen=True)
class NumberPair:
    """Two figures that may be about one thing, with what their documents have in common (`None`: one document)."""

    a: Stated
    b: Stated
    bond: Bond | None

    @cached_property
    def likeness(self) -> float:
        """How alike the words around both are, 0 to 1."""
        return likeness(self.a.frame, self.b.frame)

    @cached_property
    def thing(self) -> Alike:
        """Whether both count the same thing."""
        return alike(self.a.told, self.b.told)

    @cached_property
    def titles(self) -> float | None:
        """How alike the titles of both reports are, 0 to 1; `None` where one has none."""
        return title_likeness(self.a.told.page, self.b.told.page)

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

    @cached_property
    def one_text(self) -> bool:
        """Whether the documents are one text but for what was changed, and the figures stand in one place of it."""
        a, b = self.a.told, self.b.told
        if self.bond is None or self.bond.places.get(a.figure.id) != b.figure.id:
            return False
        if self.bond.agreement is not None and self.bond.telling >= _FEW:
            return self.bond.agreement >= _ONE_TEXT
        return self.titles is not None and self.titles >= _ONE_TITLE

    @cached_property
    def one_moment(self) -> bool:
        """Whether both may hold at one moment: by the days that are known, and by the words beside them."""
        return may_coincide(self.a.held, self.b.held) and not _clash(self.a.calendar, self.b.calendar)

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
