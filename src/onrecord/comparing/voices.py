"""Whose statements they are: from the name that a user gives to one person, country or organization."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.identities import Group, Seen, groups_of
from onrecord.errors import NotInLedger, UsageError
from onrecord.folding import fold
from onrecord.records import EntityKey, IdentityJudgement, Uttered

_NAMED: Final = ("person", "country", "organization")
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker over documents: under which name, and as which entities."""

    name: str
    keys: frozenset[EntityKey]
    offices: frozenset[str]

    def said(self, one: Uttered) -> bool:
        """Whether this speaker, alone or with others, made a statement."""
        return any((one.told.page.document, who.id) in self.keys for who in one.told.speakers)

    def spoken_for(self, one: Uttered) -> bool:
        """Whether somebody made a statement who holds an office of this country or organization."""
        return any(
            role.of is not None and fold(role.of) in self.offices for who in one.told.speakers for role in who.roles
        )


def voice_of(name: str, uttered: Iterable[Uttered], judgements: Iterable[IdentityJudgement] = ()) -> Voice:
    """Return whom a name means among the speakers of these statements.

    Who bears exactly this name goes before those of whose names it is a part. Raises NotInLedger where nobody of this
    name speaks, UsageError where several do.
    """
    seen = [Seen(who, one.told.page) for one in uttered for who in one.told.speakers]
    wanted = fold(name)
    groups = [one for one in groups_of(seen, tuple(judgements)) if _bears(one, wanted)]
    if not groups:
        raise NotInLedger(name, "made no statement in this ledger", "check the spelling, or give a part of the name")
    exact = [one for one in groups if wanted in _names(one)]
    found = _best(exact or groups)
    if len(found) > 1:
        shown = "; ".join(_described(one) for one in found[:_SHOWN]) + ("; …" if len(found) > _SHOWN else "")
        raise UsageError(name, f"several speakers may be meant: {shown}", "give the whole name")
    members = found[0].members
    names = frozenset(fold(one.entity.name) for one in members if one.entity.kind != "person")
    return Voice(found[0].name, frozenset(one.key for one in members), names)


def _best(groups: Sequence[Group]) -> list[Group]:
    """Those that are named persons, countries or organizations, if any are: "the Kim brothers" are a group."""
    named = [one for one in groups if one.members[0].entity.kind in _NAMED]
    return list(named or groups)


def _bears(group: Group, wanted: str) -> bool:
    words = set(wanted.split())
    return any(words <= set(name.split()) for name in _names(group))


def _names(group: Group) -> set[str]:
    return {fold(name) for one in group.members for name in (one.entity.name, *one.entity.aliases)}


def _described(group: Group) -> str:
    roles = [role for one in group.members for role in one.entity.roles]
    office = next((f" ({role.title}{', ' + role.of if role.of else ''})" for role in roles), "")
    return f"{group.name}{office}"
