"""The entities that a record's ids stand for."""

from collections.abc import Iterable

from onrecord.errors import RecordError
from onrecord.records import Entity, Record


def entities_of(record: Record, ids: Iterable[str]) -> tuple[Entity, ...]:
    """Return the entities of these ids, in their order. Raises RecordError for an id that is none of the record."""
    known = {entity.id: entity for entity in record.entities}
    wanted = tuple(ids)
    for one in wanted:
        if one not in known:
            raise RecordError(f"entity {one}", "is named and is no entity of the record")
    return tuple(known[one] for one in wanted)


def names_of(record: Record, ids: Iterable[str]) -> list[str]:
    """Return the names of the entities of these ids, in their order. Raises RecordError as `entities_of` does."""
    return [entity.name for entity in entities_of(record, ids)]
