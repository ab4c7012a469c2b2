"""Who is one over documents: entities put together, one join at a time, the surest first.

Agglomeration under constraints (Davidson and Ravi 2005, must-link and cannot-link): judgements are kept, and no chain
of joins puts together names of two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from onrecord.comparing.identity.alliance import Alliance
from onrecord.comparing.identity.body_names import body_name, of_two_nations
from onrecord.comparing.identity.chances import CHANCES
from onrecord.comparing.identity.name_keys import keys_of
from onrecord.comparing.identity.name_likeness import has_initials_only
from onrecord.comparing.identity.person_names import person_name
from onrecord.comparing.identity.sameness import Sameness, likeness_of, same_one
from onrecord.folding import fold
from onrecord.records import EntityKey, IdentityJudgement, Seen

# Of evidence that is right as often, the same names go before others.
_ORDER: Final = tuple(CHANCES)
# A name alone goes to the one of several whose evidence is this much better than the next one's …
_CLEARLY: Final = 0.05
# Of one name, so many that are not like one another are compared with the next: more are not told apart by it.
_LEADERS: Final = 30
# … or to the only one of them whom so many reports at least call by that name alone.
_OFTEN: Final = 3


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


class _Found(NamedTuple):
    sameness: Sameness
    a: Seen
    b: Seen


def groups_of(seen: Sequence[Seen], judgements: Iterable[IdentityJudgement] = ()) -> list[Group]:
    """Put together what is one, in the order of the first member of each.

    What is judged comes first, what a person judged before the machine's. Then full names are joined, the likeliest
    pairs first, and a name alone goes to the one group that it can mean, or stays alone where it can mean several. No
    join puts together two that were judged to be two, or whose full names are names of two. An entity that is given
    twice counts once.
    """
    work = _Work({one.key: one for one in seen})
    work.take_over(judgements)
    work.join_full()
    work.place_alone()
    return work.groups()


def is_full(one: Seen) -> bool:
    """Whether its name says by itself who it is: not a family name alone, nor a body's name without its nation."""
    if one.entity.kind != "person":
        name = body_name(one.entity.name)
        return name.nation is not None or name.known is not None or one.entity.kind == "country"
    return any(person_name(name).full for name in (one.entity.name, *one.entity.aliases))


class _Work:
    """The sets as they grow, and why."""

    def __init__(self, seen: dict[EntityKey, Seen]) -> None:
        self._seen = seen
        self._full = [one for one in seen.values() if is_full(one)]
        self._alone = [one for one in seen.values() if not is_full(one)]
        self._allied: Alliance[EntityKey] = Alliance()
        self._names: dict[EntityKey, dict[str, Seen]] = {one.key: {one.entity.name: one} for one in self._full}
        self._joins: list[Join] = []

    def take_over(self, judgements: Iterable[IdentityJudgement]) -> None:
        """Keep what was judged: by persons first, of each judge the joins first, in the order of their making."""
        for one in sorted(judgements, key=lambda one: (one.by != "person", not one.same, one.made, one.number)):
            if not one.same:
                self._allied.part(one.a, one.b)
            elif self._unite(one.a, one.b):
                sure = 1.0 if one.probability is None else one.probability
                self._joins.append(Join(one.a, one.b, Sameness(sure, (f"judged by {one.who}", *one.why)), one))

    def join_full(self) -> None:
        """Join full names, the likeliest first, as far as nothing in the two groups speaks against it."""
        for found in _likely(self._full):
            mine, theirs = (self._allied.root(one.key) for one in (found.a, found.b))
            if mine != theirs and not _names_of_two(self._names[mine], self._names[theirs]):
                self._join(found)

    def place_alone(self) -> None:
        """Put each name alone where it belongs; what belongs nowhere is joined among itself."""
        index = _index(self._at_their_times())
        torn: list[tuple[Seen, list[_Found]]] = []
        like: dict[tuple[object, ...], list[_Found]] = {}
        for one in self._alone:
            known = like.get(_profile(one))
            best = self._best_of_each(one, index) if known is None else [_instead(one, found) for found in known]
            like.setdefault(_profile(one), best)
            if len(best) == 1 or (best and best[0].sameness.probability - best[1].sameness.probability >= _CLEARLY):
                self._join(best[0])
            elif best:
                torn.append((one, best))
        called = self._names_alone() if torn else {}
        for one, best in torn:
            name = fold(one.entity.name)
            so_called = [found for found in best if called[self._allied.root(found.b.key)][name] >= _OFTEN]
            if len(so_called) == 1:
                self._join(so_called[0])
        self._join_left()

    def groups(self) -> list[Group]:
        """Return the sets as groups."""
        members: dict[EntityKey, list[Seen]] = defaultdict(list)
        for one in self._seen.values():
            members[self._allied.root(one.key)].append(one)
        why: dict[EntityKey, list[Join]] = defaultdict(list)
        for join in self._joins:
            why[self._allied.root(join.a)].append(join)
        return [Group(tuple(those), tuple(why.get(root, ()))) for root, those in members.items()]

    def _join(self, found: _Found) -> None:
        if self._unite(found.a.key, found.b.key):
            self._joins.append(Join(found.a.key, found.b.key, found.sameness))

    def _unite(self, a: EntityKey, b: EntityKey) -> bool:
        """Make one set of two, and of their names; tell whether that changed anything."""
        names = [self._names.get(self._allied.root(key), {}) for key in (a, b)]
        if not self._allied.join(a, b):
            return False
        less, more = sorted(names, key=len)
        more.update(less)
        self._names[self._allied.root(a)] = more
        return True

    def _join_left(self) -> None:
        """Join names alone that no full name took: one that can mean several stays with those like itself."""
        full = {self._allied.root(one.key) for one in self._full}
        left = [one for one in self._alone if self._allied.root(one.key) not in full]
        for found in _likely(left):
            self._join(found)

    def _best_of_each(self, one: Seen, index: dict[str, list[Seen]]) -> list[_Found]:
        """Return of each group that a name can belong to the best evidence, the best group first."""
        best: dict[EntityKey, _Found] = {}
        for other in _sharing(one, index):
            sameness, root = same_one(one, other), self._allied.root(other.key)
            better = root not in best or sameness.probability > best[root].sameness.probability
            if sameness.likely and better and self._may_join(one, other):
                best[root] = _Found(sameness, one, other)
        return sorted(best.values(), key=lambda found: -found.sameness.probability)

    def _may_join(self, one: Seen, other: Seen) -> bool:
        """Whether nothing that was judged of two, nor the names of those they are one with, keeps them apart."""
        mine, theirs = self._allied.root(one.key), self._allied.root(other.key)
        names = self._names.get(mine, {})
        return self._allied.may_join(mine, theirs) and not _names_of_two(names, self._names.get(theirs, {}))

    def _at_their_times(self) -> list[Seen]:
        """Return of each set one full name for each office and month: what a name alone is compared with."""
        shown: dict[tuple[object, ...], Seen] = {}
        for one in self._full:
            shown.setdefault((self._allied.root(one.key), one.entity.roles, (one.page.published or "")[:7]), one)
        return list(shown.values())

    def _names_alone(self) -> dict[EntityKey, Counter[str]]:
        """How many members of each set go by a name, folded: by one word too, as a report goes on with it."""
        counts: dict[EntityKey, Counter[str]] = defaultdict(Counter)
        for one in self._seen.values():
            counts[self._allied.root(one.key)].update({fold(name) for name in _called(one)})
        return counts


def _called(one: Seen) -> tuple[str, ...]:
    return (one.entity.name, *one.entity.aliases)


def _names_of_two(mine: dict[str, Seen], theirs: dict[str, Seen]) -> bool:
    """Whether somebody in one group bears a name that speaks against a name in the other, and no name is in both."""
    pairs = [(a, b) for a in mine.values() for b in theirs.values()]
    if mine.keys() & theirs.keys() or any(_are_one_name(a, b) for a, b in pairs):
        return False
    return any(_speak_against(a, b) for a, b in pairs)


def _are_one_name(a: Seen, b: Seen) -> bool:
    return a.entity.kind == b.entity.kind == "person" and likeness_of(a.entity, b.entity) == "same"


def _speak_against(a: Seen, b: Seen) -> bool:
    if a.entity.kind == b.entity.kind == "person":
        initials = has_initials_only(a.entity.name) or has_initials_only(b.entity.name)
        return not initials and likeness_of(a.entity, b.entity) == "apart"
    return of_two_nations(body_name(a.entity.name), body_name(b.entity.name))


def _instead(one: Seen, found: _Found) -> _Found:
    return _Found(same_one(one, found.b), one, found.b)


def _index(seen: Iterable[Seen]) -> dict[str, list[Seen]]:
    index: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        for key in keys_of(one.entity):
            index[key].append(one)
    return index


def _sharing(one: Seen, index: dict[str, list[Seen]]) -> list[Seen]:
    found = {other.key: other for key in keys_of(one.entity) for other in index.get(key, ())}
    return [other for key, other in found.items() if key != one.key]


def _profile(one: Seen) -> tuple[object, ...]:
    """What is compared of an entity: names, offices, and the month; what has one is joined alike."""
    entity, page = one.entity, one.page
    return entity.kind, entity.name, entity.aliases, entity.roles, (page.published or "")[:7]


def _likely(seen: Sequence[Seen]) -> list[_Found]:
    """Return the pairs that are rather one than two, the likeliest first.

    Entities of one name are compared with the first of them, or where they are not like it, with the next that is like
    none before; only these are compared with those of other names. So it costs what there is, not its square.
    """
    leaders, found = _leaders(seen)
    found += [_Found(same_one(a, b), a, b) for a, b in _pairs(leaders)]
    found += [_Found(same_one(a, b), a, b) for a, b in _versions(seen)]
    return sorted((one for one in found if one.sameness.likely), key=_rank)


def _leaders(seen: Sequence[Seen]) -> tuple[list[Seen], list[_Found]]:
    """Return the first of each name that are not like one another, and the others with the one that each is like."""
    by_name: dict[tuple[object, ...], list[Seen]] = defaultdict(list)
    for one in seen:
        by_name[one.entity.kind, one.entity.name, one.entity.aliases].append(one)
    leaders: list[Seen] = []
    found: list[_Found] = []
    for those in by_name.values():
        first: dict[tuple[object, ...], _Found | None] = {}
        own: list[Seen] = []
        for one in those:
            like = first.get(_profile(one))
            if like is None:
                like = first[_profile(one)] = _like_one(one, own)
            if like is None:
                own.append(one)
            else:
                found.append(_Found(like.sameness, like.a, one))
        leaders += own
    return leaders, found


def _like_one(one: Seen, leaders: Sequence[Seen]) -> _Found | None:
    found = (_Found(same_one(leader, one), leader, one) for leader in leaders[:_LEADERS])
    return next((like for like in found if like.sameness.likely), None)


def _pairs(leaders: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Yield the pairs that share a key and have other names, each once; of one name they are not alike."""
    told: set[tuple[EntityKey, EntityKey]] = set()
    for those in _index(leaders).values():
        for a, b in combinations(those, 2):
            named_alike = (a.entity.name, a.entity.aliases) == (b.entity.name, b.entity.aliases)
            if not named_alike and (a.key, b.key) not in told:
                told.add((a.key, b.key))
                yield a, b


def _versions(seen: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Yield what can be one entity in two versions of a report, each with the first."""
    those: dict[tuple[object, ...], list[Seen]] = defaultdict(list)
    for one in seen:
        report = one.page.title or one.page.url
        if report is not None:
            those[one.entity.kind, fold(one.entity.name), report, (one.page.published or "")[:10]].append(one)
    yield from ((some[0], other) for some in those.values() for other in some[1:])


def _rank(found: _Found) -> tuple[float, int]:
    evidence = found.sameness.evidence
    return -found.sameness.probability, len(_ORDER) if evidence is None else _ORDER.index(evidence)
