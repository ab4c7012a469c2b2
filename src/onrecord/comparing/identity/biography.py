"""What a group of entities tells of one person or body over time: offices, names, documents, and why they are one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from onrecord.comparing.identity.grouping import Group, Join
from onrecord.folding import fold
from onrecord.records import EntityKey, EntityKeyJson, Role, Seen


class HeldJson(TypedDict):
    """An office as `who` prints it."""

    title: str
    of: str | None
    since: str | None
    until: str | None
    documents: int


class ShownJson(TypedDict):
    """An entity of one document as `who` prints it."""

    document: str
    url: str | None
    entity: str
    name: str
    published: str | None
    statements: int


class JoinJson(TypedDict):
    """A join as `who` prints it: the number of the judgement, where it was judged."""

    a: EntityKeyJson
    b: EntityKeyJson
    probability: float
    why: list[str]
    judgement: int | None


class WhoJson(TypedDict):
    """The line of `who`."""

    kind: str
    name: str
    names: list[str]
    roles: list[HeldJson]
    statements: int
    entities: list[ShownJson]
    joins: list[JoinJson]


@dataclass(frozen=True, slots=True)
class Held:
    """An office with the first and the last day of the reports that give it (YYYY-MM-DD), and how many do."""

    role: Role
    since: str | None
    until: str | None
    documents: int


def offices_over_time(group: Group) -> list[Held]:
    """Return the offices that reports give somebody, in the order of the first report; undated ones come last.

    An office that is once said without what it is of is the one of that title, where there is but one.
    """
    found: dict[tuple[str, str | None], list[tuple[Role, str | None]]] = {}
    for member in group.members:
        for role in dict.fromkeys(member.entity.roles):
            found.setdefault((fold(role.title), role.of), []).append((role, day(member)))
    for title, of in [key for key in found if key[1] is None]:
        known = [key for key in found if key[0] == title and key[1] is not None]
        if len(known) == 1:
            found[known[0]] += found.pop((title, of))
    return sorted(map(_held, found.values()), key=lambda one: (one.since or "9999", one.role.title))


def names_of(group: Group) -> list[tuple[str, int]]:
    """Return what somebody is called and in how many documents, the commonest name first."""
    called = (dict.fromkeys((one.entity.name, *one.entity.aliases)) for one in group.members)
    return Counter(name for names in called for name in names).most_common()


def days_of(group: Group) -> tuple[str, str] | None:
    """Return the first and the last day of the reports that show somebody, `None` where no report is dated."""
    days = sorted(found for member in group.members if (found := day(member)))
    return (days[0], days[-1]) if days else None


def reasons(group: Group) -> dict[EntityKey, Join]:
    """Return for the entities after the first the join that brought each in: no join serves for two."""
    left = dict(enumerate(group.joins))
    brought: dict[EntityKey, Join] = {}
    for member in group.members[1:]:
        own = next((n for n, join in left.items() if member.key in (join.b, join.a)), None)
        if own is not None:
            brought[member.key] = left.pop(own)
    return brought


def in_order(group: Group) -> list[Seen]:
    """Return the entities by the day of their reports, undated ones last."""
    return sorted(group.members, key=lambda one: (day(one) or "9999", one.page.url or ""))


def day(one: Seen) -> str | None:
    """Return the day of an entity's report."""
    return one.page.published.partition("T")[0] if one.page.published else None


def who_json(group: Group, said: Mapping[EntityKey, int]) -> WhoJson:
    """Return the line of `who`; `said` has how many statements each entity made."""
    return {
        "kind": group.members[0].entity.kind,
        "name": group.name,
        "names": [name for name, _ in names_of(group)],
        "roles": [_held_json(held) for held in offices_over_time(group)],
        "statements": sum(said.get(member.key, 0) for member in group.members),
        "entities": [_shown_json(member, said) for member in in_order(group)],
        "joins": list(_joins_json(group.joins)),
    }


def _held(given: list[tuple[Role, str | None]]) -> Held:
    days = sorted(found for _, found in given if found)
    role = next((role for role, _ in given if role.of is not None), given[0][0])
    return Held(role, days[0] if days else None, days[-1] if days else None, len(given))


def _held_json(held: Held) -> HeldJson:
    role = held.role
    return {
        "title": role.title,
        "of": role.of,
        "since": held.since,
        "until": held.until,
        "documents": held.documents,
    }


def _shown_json(one: Seen, said: Mapping[EntityKey, int]) -> ShownJson:
    return {
        "document": one.page.document,
        "url": one.page.url,
        "entity": one.entity.id,
        "name": one.entity.name,
        "published": one.page.published,
        "statements": said.get(one.key, 0),
    }


def _joins_json(joins: Iterable[Join]) -> Iterator[JoinJson]:
    for join in joins:
        yield {
            "a": {"document": join.a[0], "entity": join.a[1]},
            "b": {"document": join.b[0], "entity": join.b[1]},
            "probability": join.sameness.probability,
            "why": list(join.sameness.why),
            "judgement": None if join.judgement is None else join.judgement.number,
        }
