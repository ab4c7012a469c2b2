"""Whose statements they are: from the name that a user gives to one person, country or organization."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.identity.identities import Group, Seen, groups_of, is_full
from onrecord.errors import NotInLedger, UsageError
from onrecord.folding import fold
from onrecord.records import Entity, EntityKey, IdentityJudgement, Page, Uttered

_NAMED: Final = ("person", "country", "organization")
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker over documents: under which name, and as which entities.

    `bodies` are the names that a country or organization has, under which others hold its offices; a person has none.
    """

    name: str
    keys: frozenset[EntityKey]
    bodies: frozenset[str] = frozenset()

    def said(self, one: Uttered) -> bool:
        """Whether this speaker, alone or with others, made a statement."""
        return self.among(one.told.page, one.told.speakers)

    def among(self, page: Page, who: Iterable[Entity]) -> bool:
        """Whether one of these entities of a document is this speaker."""
        return any((page.document, one.id) in self.keys for one in who)

    def spoken_for(self, one: Uttered) -> bool:
        """Whether somebody made a statement who holds an office of this country or organization."""
        return any(role.of in self.bodies for who in one.told.speakers for role in who.roles)


def voice_of(name: str, seen: Sequence[Seen], judgements: Iterable[IdentityJudgement] = ()) -> Voice:
    """Return whom a name means among those seen.

    Who bears exactly this name goes before those of whose names it is a part. Raises NotInLedger where nobody of this
    name speaks, UsageError where several do.
    """
    wanted = fold(name)
    groups = [one for one in groups_of(seen, tuple(judgements)) if _bears(one, wanted)]
    if not groups:
        raise NotInLedger(name, "is nobody who speaks in this ledger", "check the spelling, or give a part of the name")
    exact = [one for one in groups if wanted in _names(one)]
    found = _best(exact or groups)
    # "Ukraine" is the country, though a contact group is called so too.
    found = [one for one in found if fold(one.name) == wanted] or found
    if len(found) > 1:
        shown = "; ".join(_described(one) for one in found[:_SHOWN]) + ("; …" if len(found) > _SHOWN else "")
        raise UsageError(name, f"several speakers may be meant: {shown}", "give the whole name")
    members = found[0].members
    names = frozenset(one.entity.name for one in members if one.entity.kind != "person")
    return Voice(found[0].name, frozenset(one.key for one in members), names)


def speakers_in(uttered: Iterable[Uttered]) -> list[Seen]:
    """Return who made these statements, as each document has them."""
    return [Seen(who, one.told.page) for one in uttered for who in one.told.speakers]


def _best(groups: Sequence[Group]) -> list[Group]:
    """Those that are named persons, countries or organizations, if any are, and of persons those with full names.

    "The Kim brothers" are a group; a bare "Kim" that was put to nobody is nobody's whose full name is known.
    """
    named = [one for one in groups if one.members[0].entity.kind in _NAMED] or list(groups)
    return [one for one in named if any(map(is_full, one.members))] or named


def _bears(group: Group, wanted: str) -> bool:
    words = set(wanted.split())
    return any(words <= set(name.split()) for name in _names(group))


def _names(group: Group) -> set[str]:
    return {fold(name) for one in group.members for name in (one.entity.name, *one.entity.aliases)}


def _described(group: Group) -> str:
    roles = [role for one in group.members for role in one.entity.roles]
    office = next((f" ({role.title}{', ' + role.of if role.of else ''})" for role in roles), "")
    return f"{group.name}{office}"
