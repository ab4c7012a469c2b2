"""Two figures side by side: all that tells whether they say of one thing two numbers that cannot both be."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.comparing.bonds import Bond
from onrecord.comparing.bounds import can_meet, interval_of
from onrecord.comparing.frames import Frame, frame_of, likeness
from onrecord.comparing.moments import held_on, may_coincide
from onrecord.comparing.number_roles import role_of
from onrecord.comparing.same_story import calendars_clash, names_clash, title_likeness
from onrecord.comparing.voices import one_voice
from onrecord.records import ToldFigure

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

    a: ToldFigure
    b: ToldFigure
    bond: Bond | None

    @cached_property
    def frames(self) -> tuple[Frame, Frame]:
        """The sentence of each, with the figure cut out."""
        return frame_of(self.a), frame_of(self.b)

    @cached_property
    def likeness(self) -> float:
        """How alike the words around both are, 0 to 1."""
        return likeness(*self.frames)

    @cached_property
    def comparable(self) -> bool:
        """Whether both are numbers of one unit that were read whole and that their sentences state in one way."""
        a, b = self.a.figure, self.b.figure
        one_unit = a.unit == b.unit and (a.change == "increment") == (b.change == "increment")
        roles = {role_of(frame) for frame in self.frames}
        return one_unit and len(roles) == 1 and not self._cut and "supposed" not in roles

    @cached_property
    def apart(self) -> bool:
        """Whether no number fits both."""
        return not can_meet(interval_of(self.a.figure), interval_of(self.b.figure))

    @cached_property
    def differ(self) -> bool:
        """Whether the numbers that were said differ."""
        one, other = ((f.value, f.low, f.high) for f in (self.a.figure, self.b.figure))
        told = any(number is not None for number in one) and any(number is not None for number in other)
        return told and one != other

    @cached_property
    def one_text(self) -> bool:
        """Whether the documents are one text but for what was changed, and the figures stand in one place of it."""
        if self.bond is None or self.bond.places.get(self.a.figure.id) != self.b.figure.id:
            return False
        titles = title_likeness(self.a.page, self.b.page)
        if self.bond.agreement is not None and self.bond.telling >= _FEW:
            return self.bond.agreement >= _ONE_TEXT
        return titles is not None and titles >= _ONE_TITLE

    @cached_property
    def one_moment(self) -> bool:
        """Whether both may hold at one moment: by the days that are known, and by the words beside them."""
        return may_coincide(held_on(self.a), held_on(self.b)) and not calendars_clash(*self.frames)

    @cached_property
    def one_place(self) -> bool:
        """Whether no two places are named."""
        where = {self.a.figure.where, self.b.figure.where} - {None}
        return len(where) < 2

    @cached_property
    def names_clash(self) -> bool:
        """Whether each sentence names somebody or something that the other does not."""
        return names_clash(*self.frames)

    @cached_property
    def one_voice(self) -> bool:
        """Whether both are the word of one speaker."""
        return one_voice(self.a, self.b)

    @cached_property
    def told_both(self) -> bool:
        """Whether the one sentence tells the other's number too, elsewhere: then they are two numbers of one text."""
        frame_a, frame_b = self.frames
        a_in_b = bool(frame_a.number) and set(frame_a.number) <= set(frame_b.words)
        b_in_a = bool(frame_b.number) and set(frame_b.number) <= set(frame_a.words)
        return (a_in_b and not _beside(frame_a, frame_b)) or (b_in_a and not _beside(frame_b, frame_a))

    @property
    def _cut(self) -> bool:
        return any(
            _CUT.search(one.paragraph.text[: one.figure.span.start - one.paragraph.start]) for one in (self.a, self.b)
        )


def _beside(struck: Frame, stands: Frame) -> bool:
    """Whether a number stands right before the other: struck out, with the right one behind it."""
    return set(struck.number) <= set(stands.before[-3:])
