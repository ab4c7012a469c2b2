"""The keys that an entity is found again by in other documents: entities that share none are not one."""

from collections.abc import Iterator

from onrecord.comparing.identity.body_names import body_name
from onrecord.comparing.identity.offices import country_of
from onrecord.comparing.identity.person_names import PersonName, person_name
from onrecord.comparing.identity.spelling import korean, skeleton
from onrecord.folding import fold
from onrecord.records import Entity

# Unnamed: who "a senior official" is, is known in one document only.
_UNNAMED = ("group",)
# So many letters of a family name, beside the given name, find a slip of a letter further on.
_BEGINNING = 3


def keys_of(entity: Entity) -> tuple[str, ...]:
    """Return the keys of an entity's names: a few, and of an unnamed group none.

    A person's are the family names that it may have, in their letters and in what spellings have in common.
    """
    if entity.kind in _UNNAMED:
        return ()
    of_name = _of_person if entity.kind == "person" else _of_body
    found = [key for name in (entity.name, *entity.aliases) for key in of_name(name)]
    return tuple(dict.fromkeys(found))


def keys_of_name(name: str) -> tuple[str, ...]:
    """Return the keys under which whatever is called so is found, person or not."""
    return tuple(dict.fromkeys((*_of_person(name), *_of_body(name))))


def _of_person(name: str) -> Iterator[str]:
    read = person_name(name)
    for word in _family_names(read):
        yield f"p:{skeleton(word)}"
        if korean(word) != skeleton(word) and read.family_first:
            yield f"p:{korean(word)}"
    yield from (f"g:{one.given[0]} {one.family[:_BEGINNING]}" for one in read.readings if one.given)


def _family_names(read: PersonName) -> Iterator[str]:
    yield from (reading.family for reading in read.readings)
    if len(read.words) > 2 and not read.family_first:
        # "Ada Orlin Ruiz" may go on as "Orlin", as second family names do.
        yield read.words[-2]


def _of_body(name: str) -> Iterator[str]:
    country = country_of(name)
    if country is not None:
        yield f"c:{fold(country)}"
    read = body_name(name)
    nation = fold(read.nation) + " " if read.nation and read.generic else ""
    if read.words:
        yield f"b:{nation}{' '.join(sorted(read.words))}"
