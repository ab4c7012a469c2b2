"""Somebody over all documents of a ledger: offices, statements and figures.

A page must be there at once, however much a ledger holds: of whom very many documents name only those that were added
last are looked at, and that is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.asking.identities import groups_about, who_is_among_last
from onrecord.comparing import Group
from onrecord.comparing.identity.biography import Held, names_of, offices_over_time
from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger
from onrecord.records import EntityKey, ToldFigure, ToldStatement

# Entities under one name or key that are looked at: so many are put together in less than a tenth of a second.
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person, country or body: every document that shows it, as far as they were looked at.

    `whole` is false where so many documents have the name that only those added last were looked at.
    """

    group: Group
    whole: bool

    @property
    def keys(self) -> list[EntityKey]:
        """The entities of the documents."""
        return [one.key for one in self.group.members]

    @property
    def documents(self) -> int:
        """In how many documents it is shown."""
        return len({document for document, _ in self.keys})

    def offices(self) -> list[Held]:
        """Return its offices over time."""
        return offices_over_time(self.group)

    def names(self) -> list[tuple[str, int]]:
        """Return what it is called, and in how many documents."""
        return names_of(self.group)


@dataclass(frozen=True, slots=True)
class Said:
    """Some of somebody's statements, the last said first, and how many there are in all."""

    shown: Sequence[ToldStatement]
    total: int


@dataclass(frozen=True, slots=True)
class Given:
    """Some of the figures that somebody gave, the last first, and how many there are in all."""

    shown: Sequence[ToldFigure]
    total: int


def speakers_called(ledger: Ledger, name: str) -> list[Speaker]:
    """Return who of a name, or a part of one, the ledger knows; those that most documents show come first.

    Raises UsageError for a name without a letter or digit, NoNameKeys.
    """
    groups, looked_at = who_is_among_last(name, ledger, _MOST)
    return [Speaker(one, looked_at < _MOST) for one in groups]


def speaker_of(ledger: Ledger, key: EntityKey) -> Speaker:
    """Return whom an entity of a document is. Raises NotInLedger where there is none of this key, NoNameKeys."""
    found = {one.key: one for one in ledger.entities([key])}
    if not found:
        raise NotInLedger(key[1], f"is no entity of {key[0]}", "take one from onrecord who")
    groups = groups_about(found, ledger, _MOST)
    own = next(one for one in groups if any(member.key in found for member in one.members))
    return Speaker(own, sum(len(one.members) for one in groups) < _MOST)


def said_by(ledger: Ledger, speaker: Speaker, *, offset: int = 0, limit: int = 25) -> Said:
    """Return up to `limit` statements of a speaker, behind the first `offset` of them, the last said first."""
    return Said(*ledger.statements_of(speaker.keys, offset=offset, limit=limit))


def given_by(ledger: Ledger, speaker: Speaker, *, offset: int = 0, limit: int = 10) -> Given:
    """Return up to `limit` figures in the statements of a speaker, behind the first `offset`, the last said first."""
    return Given(*ledger.figures_of(speaker.keys, offset=offset, limit=limit))
