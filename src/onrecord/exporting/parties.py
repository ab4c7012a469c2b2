"""The entities that a record's ids stand for."""

from collections.abc import Iterable

from onrecord.errors import RecordError
from onrecord.records import Entity, Record


class Parties:
    """Who is who in a record."""

    def __init__(self, record: Record) -> None:
        self._known = {entity.id: entity for entity in record.entities}

    def of(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """Return the entities of these ids, in their order. Raises RecordError for an id that is none of the record."""
        return tuple(map(self._entity, ids))

    def names(self, ids: Iterable[str]) -> list[str]:
        """Return the names of the entities of these ids, in their order. Raises RecordError as `of` does."""
        return [entity.name for entity in self.of(ids)]

    def _entity(self, id: str) -> Entity:
        if id not in self._known:
            raise RecordError(f"entity {id}", "is named and is no entity of the record")
        return self._known[id]
