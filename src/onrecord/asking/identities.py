"""Who is one over the documents of a ledger: asked, judged by persons, kept for the machine, taken back."""

from collections.abc import Iterable, Sequence
from typing import Final

import onrecord
from onrecord.comparing import Group, against, between, groups_of, is_called, keys_of, keys_of_name
from onrecord.errors import NotInLedger, UsageError
from onrecord.folding import fold
from onrecord.ledger import Ledger
from onrecord.records import EntityKey, IdentityJudgement, Seen

# As many as an error names before it stops.
_NAMED: Final = 5


def who_is(name: str, ledger: Ledger) -> list[Group]:
    """Return who of a name, or a part of one, the ledger knows, each once with every document that shows it.

    Persons, organizations, countries and what else has a name: those that most documents show first. Only what shares a
    key with what is called so is compared. Raises UsageError for a name without a letter or digit, NoNameKeys.
    """
    return who_is_among_last(name, ledger, None)[0]


def who_is_among_last(name: str, ledger: Ledger, most: int | None) -> tuple[list[Group], int]:
    """Return who of a name the ledger knows, and how many entities were looked at; otherwise as `who_is`.

    Of more than `most` entities under one name, or its keys, only those that were added last are looked at.
    """
    called = {one.key: one for one in ledger.entities_called(name, most=most)}
    sharing = ledger.entities_with(keys_of_name(name), most=most)
    called.update((one.key, one) for one in sharing if is_called(one.entity, name))
    groups = groups_about(called, ledger, most)
    meant = [one for one in groups if any(member.key in called for member in one.members)]
    return sorted(meant, key=lambda one: -len(one.members)), sum(len(one.members) for one in groups)


def judge(a: str, b: str, ledger: Ledger, *, same: bool, who: str) -> IdentityJudgement:
    """Write down the judgement of a person, `who`, that two are one, or are two; one that stands is not repeated.

    Each is a name, `NAME@DOCUMENT` or an entity's id. Raises NotInLedger for what is not there, UsageError for a name
    that several have, for one and itself, and for what contradicts persons' judgements that stand.
    """
    one, other = _meant(a, ledger), _meant(b, ledger)
    if one.key == other.key:
        raise UsageError(b, f"is the same entity as {a}", "give the ids that onrecord who shows")
    standing = ledger.judgements((one.key, other.key))
    said = [found for found in between(standing, {one.key}, {other.key}, same=same) if found.by == "person"]
    if said:
        return said[0]
    contrary = against(standing, one.key, other.key, same=same)
    if contrary:
        reason = f"and {b} are judged to be {'two' if same else 'one'}: {_told(contrary)}"
        raise UsageError(a, reason, f"take that back first: {_taking_back(contrary[0])}")
    return ledger.judge(one.key, other.key, same=same, by="person", who=who)


def take_back(a: str, b: str, ledger: Ledger, *, same: bool, who: str) -> list[IdentityJudgement]:
    """Take back what was judged of two in these words, by whomever, and return it.

    Of a name, what was judged of any entity called just so. Raises NotInLedger for what is not there, UsageError where
    nothing was judged so.
    """
    mine, theirs = (_all_meant(argument, ledger) for argument in (a, b))
    standing = ledger.judgements((*mine, *theirs))
    found = between(standing, mine, theirs, same=same)
    if not found:
        raise UsageError(a, f"and {b} were not judged to be {'one' if same else 'two'}", "see onrecord who")
    return [one for one in found if ledger.withdraw(one.number, by="person", who=who)]


def keep_joins(groups: Iterable[Group], ledger: Ledger) -> list[IdentityJudgement]:
    """Write down the joins that were found, not judged, as judgements of the machine: these then stand.

    A join of other rules, in a later version, does not change them; a person's judgement does.
    """
    who = f"onrecord {onrecord.__version__}"
    joins = [join for group in groups for join in group.joins if join.judgement is None]
    return [
        ledger.judge(
            join.a,
            join.b,
            same=True,
            by="machine",
            who=who,
            probability=join.sameness.probability,
            why=join.sameness.why,
        )
        for join in joins
    ]


def groups_about(called: dict[EntityKey, Seen], ledger: Ledger, most: int | None = None) -> list[Group]:
    """Put together some entities, all that share a key with one of them, and what judgements tie to those.

    With `most`, of more that share a key only those that were added last. Raises NoNameKeys.
    """
    keys = dict.fromkeys(key for one in called.values() for key in keys_of(one.entity))
    seen = called | {one.key: one for one in ledger.entities_with(keys, most=most)}
    judged = ledger.judgements(seen)
    tied = {end for one in judged for end in (one.a, one.b)} - seen.keys()
    seen.update((one.key, one) for one in ledger.entities(tied))
    return groups_of(list(seen.values()), judged)


def _meant(argument: str, ledger: Ledger) -> Seen:
    """Return the one entity that an argument means: of a name that one has, the first that is called just so."""
    if _is_id(argument):
        return _only(argument, list(ledger.entities_with_id(argument)))
    name, _, document = argument.partition("@")
    if document:
        return _only(argument, _in_document(name, document, ledger))
    groups = [[one for one in group.members if _just_so(one, name)] for group in who_is(name, ledger)]
    found = [group for group in groups if group]
    if not found:
        raise NotInLedger(argument, "is nobody's name in the ledger", "see onrecord who for a part of the name")
    return _only(argument, [group[0] for group in found])


def _all_meant(argument: str, ledger: Ledger) -> set[EntityKey]:
    """Return all entities that an argument can mean."""
    if _is_id(argument) or "@" in argument:
        return {_meant(argument, ledger).key}
    found = {one.key for one in ledger.entities_called(argument) if _just_so(one, argument)}
    if not found:
        raise NotInLedger(argument, "is nobody's name in the ledger", "see onrecord who for a part of the name")
    return found


def _is_id(argument: str) -> bool:
    return argument.lower().startswith("en-") and " " not in argument and "@" not in argument


def _in_document(name: str, document: str, ledger: Ledger) -> list[Seen]:
    held = ledger.record(document)
    keys = [(held.document.id, one.id) for one in held.entities]
    found = [one for one in ledger.entities(keys) if is_called(one.entity, name)]
    return [one for one in found if _just_so(one, name)] or found


def _just_so(one: Seen, name: str) -> bool:
    return any(fold(called) == fold(name) for called in (one.entity.name, *one.entity.aliases))


def _only(argument: str, found: Sequence[Seen]) -> Seen:
    if not found:
        raise NotInLedger(argument, "is no entity of the ledger", "give an id that onrecord who shows")
    if len(found) > 1:
        named = ", ".join(f"{one.entity.name} [{one.entity.id}]" for one in found[:_NAMED])
        more = ", …" if len(found) > _NAMED else ""
        raise UsageError(argument, f"can mean several: {named}{more}", "give one of the ids")
    return found[0]


def _told(judgements: Sequence[IdentityJudgement]) -> str:
    return ", ".join(f"{one.a[1]} and {one.b[1]} by {one.who}" for one in judgements)


def _taking_back(judgement: IdentityJudgement) -> str:
    command = "same" if judgement.same else "different"
    return f"onrecord {command} {judgement.a[1]} {judgement.b[1]} --undo"
