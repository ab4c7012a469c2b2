"""What judgements of identity say together: what contradicts a new one, what would have to be taken back."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from onrecord.comparing.identity.alliance import Alliance
from onrecord.records import EntityKey, IdentityJudgement


def against(
    judgements: Iterable[IdentityJudgement], a: EntityKey, b: EntityKey, *, same: bool
) -> list[IdentityJudgement]:
    """Return the judgements of persons that a new one, of a person, contradicts: none where it may stand.

    That two are one contradicts that two were kept apart with which they are joined; that they are two contradicts a
    chain of joins from one to the other, the shortest of which is returned.
    """
    held = [one for one in judgements if one.by == "person"]
    joins = [one for one in held if one.same]
    if not same:
        return _chain(joins, a, b)
    allied: Alliance[EntityKey] = Alliance()
    for one in joins:
        allied.join(one.a, one.b)
    ends = {allied.root(a), allied.root(b)}
    parted = (one for one in held if not one.same and {allied.root(one.a), allied.root(one.b)} == ends)
    return list(parted) if len(ends) == 2 else []


def between(
    judgements: Iterable[IdentityJudgement], mine: Iterable[EntityKey], theirs: Iterable[EntityKey], *, same: bool
) -> list[IdentityJudgement]:
    """Return the judgements that say just this of one of `mine` and one of `theirs`."""
    ours, others = set(mine), set(theirs)
    return [one for one in judgements if one.same == same and _ties(one, ours, others)]


def _ties(one: IdentityJudgement, mine: set[EntityKey], theirs: set[EntityKey]) -> bool:
    return (one.a in mine and one.b in theirs) or (one.b in mine and one.a in theirs)


def _chain(joins: Sequence[IdentityJudgement], a: EntityKey, b: EntityKey) -> list[IdentityJudgement]:
    """Return the shortest chain of joins from one entity to another (breadth first)."""
    edges: dict[EntityKey, list[tuple[EntityKey, IdentityJudgement]]] = defaultdict(list)
    for one in joins:
        edges[one.a].append((one.b, one))
        edges[one.b].append((one.a, one))
    came: dict[EntityKey, list[IdentityJudgement]] = {a: []}
    ahead = deque([a])
    while ahead and b not in came:
        here = ahead.popleft()
        for there, edge in edges[here]:
            if there not in came:
                came[there] = [*came[here], edge]
                ahead.append(there)
    return came.get(b, [])
