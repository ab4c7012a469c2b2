"""Whether two entities of two documents are one: how likely, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.comparing.identity.body_names import BodyName, body_name, is_acronym, same_words
from onrecord.comparing.identity.chances import CHANCES, Class
from onrecord.comparing.identity.commonness import is_common
from onrecord.comparing.identity.name_likeness import ORDER, Likeness, likeness
from onrecord.comparing.identity.offices import Offices, compare_offices, country_of, offices_of
from onrecord.comparing.identity.person_names import person_name
from onrecord.folding import fold
from onrecord.people import is_given
from onrecord.records import Entity, Page, Seen

# Years: that one holds an office at most, and that a name alone stays in the news for.
_IN_OFFICE: Final = 8
_IN_THE_NEWS: Final = 5
# Years between two reports of one person at most, for a name that many have.
_WORKING_LIFE: Final = 40
# Within these years a family name that many have is still that of the one who was named in full.
_ONE_MONTH: Final = 0.1
# Words of a title at least that two reports do not share by chance.
_TITLE: Final = 4
# The kinds of which one may be taken for the other by a reader: places and countries, organizations and other names.
_NEAR_KINDS: Final = (frozenset(("country", "place")), frozenset(("organization", "other")))
# The evidence of two full names, the same or nearly so, together with that of the offices.
_FULL: Final[dict[tuple[bool, Offices], Class]] = {
    (True, "one"): "same, one office",
    (True, "akin"): "same",
    (True, "unknown"): "same",
    (True, "others"): "same, other office",
    (False, "one"): "near, one office",
    (False, "akin"): "near",
    (False, "unknown"): "near",
    (False, "others"): "near, other office",
}


@dataclass(frozen=True, slots=True)
class Sameness:
    """How likely it is that two are one, and the reasons, the strongest first.

    `evidence` is the class of pairs whose share of right ones the probability is; `None` where it is none such.
    """

    probability: float
    why: tuple[str, ...]
    evidence: Class | None = None

    @property
    def likely(self) -> bool:
        """Whether they are rather one than two."""
        return self.probability > 0.5


def same_one(a: Seen, b: Seen) -> Sameness:
    """Return how likely it is that two entities are one person, organization, country, place or paper.

    Names decide, and beside them the offices, the countries and the dates of the documents. Unnamed groups are one only
    in one document or in two versions of it. The probabilities are shares of pairs judged by hand (`chances.py`).
    """
    if a.key == b.key:
        return Sameness(1.0, ("the same record",))
    if a.page.document == b.page.document:
        return _in_one_document(a.entity, b.entity)
    if are_versions(a.page, b.page) and fold(a.entity.name) == fold(b.entity.name):
        return _sure("versions", ("the same name in two versions of one report",))
    if "group" in (a.entity.kind, b.entity.kind):
        return _sure("group", ("who is meant is known in its own report only",))
    if a.entity.kind == b.entity.kind == "person":
        return _of_persons(a, b)
    if a.entity.kind != b.entity.kind and frozenset((a.entity.kind, b.entity.kind)) not in _NEAR_KINDS:
        return _sure("kinds", (f"{a.entity.kind} and {b.entity.kind}",))
    return _of_bodies(a.entity, b.entity)


def _sure(kind: Class, why: tuple[str, ...]) -> Sameness:
    return Sameness(CHANCES[kind], why, kind)


def _in_one_document(a: Entity, b: Entity) -> Sameness:
    """Two that one report shows: what a reader did not put together is mostly two, if it is not called the same."""
    if a.kind != b.kind or a.kind == "group":
        return _sure("two in one document", ("the report tells them apart",))
    if a.kind != "person":
        return _of_bodies(a, b)
    if likeness_of(a, b) in ("same", "spelt"):
        return _sure("one name in one document", ("the same name twice in one report",))
    return _sure("two in one document", ("the report tells them apart",))


def are_versions(a: Page, b: Page) -> bool:
    """Whether two documents are one report at two times: one address, or one title of some length and one day."""
    if a.url is not None and a.url == b.url:
        return True
    titled = a.title is not None and a.title == b.title and len(a.title.split()) >= _TITLE
    return titled and (a.published or "")[:10] == (b.published or "")[:10]


def _of_persons(a: Seen, b: Seen) -> Sameness:
    names = likeness_of(a.entity, b.entity)
    offices = compare_offices(a.entity.roles, b.entity.roles)
    years = years_between(a.page, b.page)
    if names in ("apart", "given"):
        return _sure("names apart", (f"{a.entity.name} and {b.entity.name} are names of two",))
    if names == "family":
        return _by_family_name(a.entity, b.entity, offices, years)
    why = (_told_names(names, a.entity, b.entity), *_told_offices(offices, a.entity, b.entity))
    if offices == "others" and (years is None or years > _IN_OFFICE) and is_common(a.entity.name):
        return _sure("full, other office", why)
    if years is not None and years > _WORKING_LIFE:
        return _sure("full, far in time", (*why, f"{years:.0f} years between the reports"))
    return _sure(_FULL[names == "same", offices], why)


def _by_family_name(a: Entity, b: Entity, offices: Offices, years: float | None) -> Sameness:
    why = (f"the family name {_family(a, b)}", *_told_offices(offices, a, b))
    if offices == "one" and _single(a) and (years is None or years <= _IN_OFFICE):
        return _sure("family, one office", why)
    if offices == "others":
        return _sure("family, other office", why)
    if _only_given(a, b):
        return _sure("family alone", (*why, "which is a given name as well"))
    if years is not None and years <= _ONE_MONTH and is_common(_family(a, b)):
        return _sure("family, of one month", (*why, "the reports are of one month"))
    if is_common(_family(a, b)) or (years is not None and years > _IN_THE_NEWS):
        return _sure("family alone", (*why, "nothing else agrees"))
    if years is None:
        return _sure("family, rare, undated", (*why, "few have the name"))
    told = "the reports are of one time, and few have the name"
    return _sure("family, office akin" if offices in ("one", "akin") else "family, rare", (*why, told))


def likeness_of(a: Entity, b: Entity) -> Likeness:
    """Return how alike the names of two persons are: the best of their full names, else of all."""
    found = {likeness(one, other) for one in _names(a) for other in _names(b)}
    return min(found, key=ORDER.index)


def _names(entity: Entity) -> tuple[str, ...]:
    names = (entity.name, *entity.aliases)
    full = tuple(name for name in names if person_name(name).full)
    return full or names


def _family(a: Entity, b: Entity) -> str:
    """Return the name that agrees, as the one that has no more than it prints it."""
    return min((name for one in (a, b) for name in _names(one)), key=lambda name: len(person_name(name).words))


def _only_given(a: Entity, b: Entity) -> bool:
    """Whether the one word that agrees is rather a given name: "Jake", called so in a transcript."""
    eastern = any(person_name(name).family_first for one in (a, b) for name in _names(one))
    return is_given(_family(a, b).title()) and not (a.roles and b.roles) and not eastern


def _single(entity: Entity) -> bool:
    return any(office.single for office in offices_of(entity.roles))


def _told_names(names: Likeness, a: Entity, b: Entity) -> str:
    if fold(a.name) == fold(b.name):
        return f"the same name, {a.name}"
    told = {
        "same": "one name in another order or with other joints",
        "spelt": "one name in two spellings",
        "shorter": "one name, once shorter",
        "slip": "names that differ by one letter",
    }
    return f"{a.name} and {b.name}: {told.get(names, names)}"


def _told_offices(offices: Offices, a: Entity, b: Entity) -> tuple[str, ...]:
    if offices == "unknown":
        return ()
    mine, theirs = (_told_roles(entity) for entity in (a, b))
    if offices == "one":
        return (f"the same office, {mine}" if mine == theirs else f"one office, {mine} and {theirs}",)
    return (f"offices akin, {mine} and {theirs}" if offices == "akin" else f"other offices, {mine} and {theirs}",)


def _told_roles(entity: Entity) -> str:
    return "; ".join(f"{role.title} of {role.of}" if role.of else role.title for role in entity.roles)


def years_between(a: Page, b: Page) -> float | None:
    """Return how many years lie between the publication of two documents; `None` where one's is not known."""
    days = [_day(page.published) for page in (a, b)]
    one, other = days
    return None if one is None or other is None else abs((one - other).days) / 365.25


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _of_bodies(a: Entity, b: Entity) -> Sameness:
    if a.kind == b.kind == "country":
        alike = (country_of(a.name) or a.name) == (country_of(b.name) or b.name)
        return _sure("one country" if alike else "two countries", (a.name if alike else f"{a.name} and {b.name}",))
    one, other = body_name(a.name), body_name(b.name)
    if same_words(one, other):
        return _with_one_name(a, b, one, other)
    called = _also_called(a, b)
    if called is not None:
        return _sure("body, also called", (f"{a.name} and {b.name}, both called {called}",))
    return _sure("body, other names", (f"{a.name} and {b.name}",))


def _with_one_name(a: Entity, b: Entity, one: BodyName, other: BodyName) -> Sameness:
    why = (f"the same name, {a.name}" if fold(a.name) == fold(b.name) else f"{a.name} and {b.name}: one name",)
    if one.known is not None or other.known is not None:
        return _sure("body, known", why)
    if not one.generic:
        both = one.nation == other.nation
        return _sure("body, one name" if both else "body, one name, one nation", why)
    if one.nation is not None and one.nation == other.nation:
        return _sure("body, of a nation", why)
    if one.department:
        return _sure("body, department", why)
    return _sure("body, generic", (*why, "a name that many have"))


def _also_called(a: Entity, b: Entity) -> str | None:
    """Return the name of one, in full or in letters, that is an alias of the other."""
    theirs = _called(b)
    return next((name for name in _called(a) if name in theirs and _may_share(name, a, b)), None)


def _called(entity: Entity) -> Sequence[str]:
    names = (entity.name, *(name for name in entity.aliases if name not in entity.name.split()))
    return [name for name in names if _tells(name)]


def _tells(name: str) -> bool:
    """Whether a name is one that few bodies have: in letters or of two words, and no country's."""
    if country_of(name) is not None or body_name(name).generic:
        return False
    return is_acronym(name) or len(name.split()) > 1


def _may_share(letters: str, a: Entity, b: Entity) -> bool:
    """Whether letters that everybody knows for one body are not used for another: "WHO" for a band."""
    known = body_name(letters)
    if known.known is None or known.known == letters:
        return True
    return all(one.name == letters or body_name(one.name).words & known.words for one in (a, b))
