"""Who is one over documents: entities put together, one join at a time, the surest first.

Agglomeration under constraints (Davidson and Ravi 2005, must-link and cannot-link): judgements are kept, and no chain
of joins puts together names of two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.comparing.alliance import Alliance
from onrecord.comparing.name_keys import keys_of
from onrecord.comparing.person_names import person_name
from onrecord.comparing.sameness import Sameness, likeness_of, same_one
from onrecord.records import EntityKey, IdentityJudgement, Seen

# A name alone goes to the one of several whose evidence is this much better than the next one's.
_CLEARLY: Final = 0.05


@dataclass(frozen=True, slots=True)
class Join:
    """Why two entities were put together: what was found, or what somebody judged."""

    a: EntityKey
    b: EntityKey
    sameness: Sameness
    judgement: IdentityJudgement | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Entities of several documents that are one, in the order given, and the joins that made them so."""

    members: tuple[Seen, ...]
    joins: tuple[Join, ...] = ()

    @property
    def name(self) -> str:
        """The name that most of its documents have for it, the longest of several; a single word only where all are."""
        names = [member.entity.name for member in self.members]
        full = [name for name in names if len(name.split()) > 1] or names
        return max(full, key=lambda name: (full.count(name), len(name), name))


def groups_of(seen: Sequence[Seen], judgements: Iterable[IdentityJudgement] = ()) -> list[Group]:
    """Put together what is one, in the order of the first member of each.

    What is judged comes first, what a person judged before the machine's. Then full names are joined, the likeliest
    pairs first, and a name alone goes to the one group that it can mean, or stays alone where it can mean several. No
    join puts together two that were judged to be two, or whose full names are names of two. An entity that is given
    twice counts once.
    """
    known = list({one.key: one for one in seen}.values())
    allied: Alliance[EntityKey] = Alliance()
    joins = list(_judged(allied, judgements))
    full = [one for one in known if is_full(one)]
    alone = [one for one in known if not is_full(one)]
    joins += _joined(allied, full)
    joins += _placed(allied, alone, full)
    return _groups(known, allied, joins)


def is_full(one: Seen) -> bool:
    """Whether it has a name that can be compared for itself: of a person, more than the family name."""
    if one.entity.kind != "person":
        return True
    return any(person_name(name).full for name in (one.entity.name, *one.entity.aliases))


def _judged(allied: Alliance[EntityKey], judgements: Iterable[IdentityJudgement]) -> Iterator[Join]:
    """Take over what was judged, persons first, of each the joins first, in the order of their making."""
    order = sorted(judgements, key=lambda one: (one.by != "person", not one.same, one.made, one.number))
    for one in order:
        if not one.same:
            allied.part(one.a, one.b)
        elif allied.join(one.a, one.b):
            sure = 1.0 if one.probability is None else one.probability
            yield Join(one.a, one.b, Sameness(sure, (f"judged by {one.who}", *one.why)), one)


def _joined(allied: Alliance[EntityKey], seen: Sequence[Seen]) -> Iterator[Join]:
    """Join the likeliest pairs first, as far as nobody's names speak against it."""
    by_key = {one.key: one for one in seen}
    for sameness, a, b in _likely(_pairs(seen)):
        mine, theirs = (_of(allied, one, by_key) for one in (a, b))
        if not _names_of_two(mine, theirs) and allied.join(a.key, b.key):
            yield Join(a.key, b.key, sameness)


def _of(allied: Alliance[EntityKey], one: Seen, by_key: dict[EntityKey, Seen]) -> dict[str, Seen]:
    """The members of its group by name: one of each."""
    return {by_key[key].entity.name: by_key[key] for key in allied.members(one.key) if key in by_key}


def _names_of_two(mine: dict[str, Seen], theirs: dict[str, Seen]) -> bool:
    """Whether somebody in one group bears a name that speaks against a name in the other, and no name is in both."""
    if mine.keys() & theirs.keys():
        return False
    persons = [[one for one in group.values() if one.entity.kind == "person"] for group in (mine, theirs)]
    return any(likeness_of(a.entity, b.entity) == "apart" for a in persons[0] for b in persons[1])


def _placed(allied: Alliance[EntityKey], alone: Sequence[Seen], full: Sequence[Seen]) -> Iterator[Join]:
    """Put each name alone where it can only belong; then those that are left, by themselves."""
    left: list[Seen] = []
    torn: set[EntityKey] = set()
    index = _index(full)
    for one in alone:
        found = _best_of_each(allied, one, index)
        if found and (len(found) == 1 or found[0][0].probability - found[1][0].probability >= _CLEARLY):
            sameness, other = found[0]
            if allied.join(one.key, other.key):
                yield Join(one.key, other.key, sameness)
                continue
        left.append(one)
        if found:
            torn.add(one.key)
    for sameness, a, b in _likely(_pairs(alone)):
        settled = [one for one in (a, b) if len(allied.members(one.key)) > 1 and one not in left]
        if settled and any(one.key in torn for one in (a, b)):
            continue
        if allied.join(a.key, b.key):
            yield Join(a.key, b.key, sameness)


def _best_of_each(allied: Alliance[EntityKey], one: Seen, index: dict[str, list[Seen]]) -> list[tuple[Sameness, Seen]]:
    """Return of each group that a name can belong to the best evidence, the best group first."""
    best: dict[EntityKey, tuple[Sameness, Seen]] = {}
    for key in keys_of(one.entity):
        for other in index.get(key, ()):
            sameness, root = same_one(one, other), allied.root(other.key)
            if sameness.likely and (root not in best or sameness.probability > best[root][0].probability):
                best[root] = sameness, other
    return sorted(best.values(), key=lambda found: -found[0].probability)


def _index(seen: Iterable[Seen]) -> dict[str, list[Seen]]:
    index: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        for key in keys_of(one.entity):
            index[key].append(one)
    return index


def _pairs(seen: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Yield the pairs that share a key, each once."""
    told: set[tuple[EntityKey, EntityKey]] = set()
    for those in _index(seen).values():
        for n, a in enumerate(those):
            for b in those[n + 1 :]:
                if (a.key, b.key) not in told:
                    told.add((a.key, b.key))
                    yield a, b


def _likely(pairs: Iterable[tuple[Seen, Seen]]) -> list[tuple[Sameness, Seen, Seen]]:
    found = ((same_one(a, b), a, b) for a, b in pairs)
    return sorted((one for one in found if one[0].likely), key=lambda one: -one[0].probability)


def _groups(seen: Sequence[Seen], allied: Alliance[EntityKey], joins: Sequence[Join]) -> list[Group]:
    members: dict[EntityKey, list[Seen]] = defaultdict(list)
    for one in seen:
        members[allied.root(one.key)].append(one)
    why: dict[EntityKey, list[Join]] = defaultdict(list)
    for join in joins:
        why[allied.root(join.a)].append(join)
    return [Group(tuple(those), tuple(why.get(root, ()))) for root, those in members.items()]
