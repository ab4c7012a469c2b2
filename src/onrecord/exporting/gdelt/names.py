"""Who and what a document names, as GDELT's Global Knowledge Graph lists it: names, and where each of them stands."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.cells import cell, joined
from onrecord.records import Entity, EntityKind, Record

# What may part a field or a list within one: no name may hold any.
_SEPARATORS: Final = ";,#|"
# GDELT's type of a location that is a country. Its codes of countries are those of FIPS 10-4, which are not known here.
_COUNTRY: Final = "1"
_PROPER: Final[frozenset[EntityKind]] = frozenset({"person", "organization", "country", "place", "other"})


def names(record: Record, kind: EntityKind) -> str:
    """Return the names of the entities of a kind, each once, in small letters as GDELT's files have them."""
    return joined(cell(entity.name, _SEPARATORS).lower() for entity in _of(record, (kind,)))


def named(record: Record, kind: EntityKind) -> str:
    """Return the names of the entities of a kind, each with every offset at which it is named."""
    return _listed(_of(record, (kind,)))


def all_names(record: Record) -> str:
    """Return every proper name with every offset at which it stands, in the order of the text."""
    return _listed(_of(record, _PROPER))


def locations(record: Record) -> str:
    """Return the countries, by their names alone: type, name, and five fields of codes and places left empty."""
    return joined(f"{_COUNTRY}#{cell(entity.name, _SEPARATORS)}#####" for entity in _of(record, ("country",)))


def located(record: Record) -> str:
    """Return each place at which a country is named: type, name, six fields left empty, offset."""
    places = sorted((offset, name) for name, offset in _places(_of(record, ("country",))))
    return ";".join(f"{_COUNTRY}#{name}#######{offset}" for offset, name in places)


def _of(record: Record, kinds: Iterable[EntityKind]) -> list[Entity]:
    return [entity for entity in record.entities if entity.kind in kinds and cell(entity.name, _SEPARATORS)]


def _listed(entities: Iterable[Entity]) -> str:
    places = sorted((offset, name) for name, offset in _places(entities))
    return ";".join(f"{name},{offset}" for offset, name in places)


def _places(entities: Iterable[Entity]) -> Iterator[tuple[str, int]]:
    """Where entities are called by their names, or by a word of them: "she" and "the minister" do not call anybody."""
    for entity in entities:
        name = cell(entity.name, _SEPARATORS)
        words = {word for called in (entity.name, *entity.aliases) for word in called.split() if word[0].isupper()}
        for mention in dict.fromkeys(entity.mentions):
            if mention.text == entity.name or not words.isdisjoint(mention.text.split()):
                yield name, mention.start
