"""What resolving answers: whom words mean, and how that was found."""

from typing import NamedTuple

from onrecord.records import How
from onrecord.resolving.cast import Referent


class Answer(NamedTuple):
    """Those whom a source means and how they were found; nobody where two answers stand or none does.

    `asking`: they are there to ask, as the reporters whom a transcript calls "Q".
    """

    speakers: tuple[Referent, ...] = ()
    how: How | None = None
    asking: bool = False


NOBODY = Answer()
