"""A figure as its sentence states it: its words, what the number does among them, and what numbers they allow."""

from dataclasses import dataclass
from functools import cached_property

from onrecord.comparing.conflicts.frames import Frame, frame_of
from onrecord.comparing.conflicts.number_roles import NumberRole, role_of
from onrecord.comparing.conflicts.same_story import calendar_in, names_in
from onrecord.comparing.figures.bounds import Interval, interval_of
from onrecord.comparing.figures.moments import Days, held_on, said_on
from onrecord.records import ToldFigure


@dataclass(frozen=True)
class Stated:
    """A figure with whatever its words tell; each is found when it is first asked for, and kept."""

    told: ToldFigure

    @cached_property
    def frame(self) -> Frame:
        """Its sentence with the figure cut out."""
        return frame_of(self.told)

    @cached_property
    def role(self) -> NumberRole:
        """What the number does in its sentence."""
        return role_of(self.frame)

    @cached_property
    def interval(self) -> Interval | None:
        """The numbers that its words allow."""
        return interval_of(self.told.figure)

    @cached_property
    def names(self) -> frozenset[str]:
        """What its sentence names."""
        return names_in(self.frame.sentence.text)

    @cached_property
    def owner(self) -> str | None:
        """The last word before it that is written as a name."""
        return next((word for word in reversed(self.frame.before) if word in self.names), None)

    @cached_property
    def calendar(self) -> frozenset[str]:
        """The days and periods that stand beside it."""
        return calendar_in(self.frame)

    @cached_property
    def held(self) -> Days | None:
        """When it holds."""
        return held_on(self.told)

    @cached_property
    def said(self) -> Days | None:
        """When it was said."""
        return said_on(self.told)
