"""An item of a record with what its row needs of the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.records import Event, Figure, Record, Statement, Time

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Within(Generic[_T]):
    """An item, its record, and the names of the record's entities and its statements, by their ids."""

    item: _T
    record: Record
    names: Mapping[str, str]
    by_id: Mapping[str, Statement]

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.record.document.id

    def paragraph(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph that an offset stands in."""
        return self.record.document.paragraph_number(offset)

    def said(self, statement: str | None) -> str | None:
        """Return when a statement was said: its time, else the document's publication."""
        time = None if statement is None else self.by_id[statement].time
        return time or self.record.document.published


def statements_within(record: Record) -> Iterator[Within[Statement]]:
    """Yield the record's statements."""
    names, by_id = _known(record)
    return (Within(one, record, names, by_id) for one in record.statements)


def figures_within(record: Record) -> Iterator[Within[Figure]]:
    """Yield the record's figures."""
    names, by_id = _known(record)
    return (Within(one, record, names, by_id) for one in record.figures)


def times_within(record: Record) -> Iterator[Within[Time]]:
    """Yield the record's times."""
    return (Within(one, record, {}, {}) for one in record.times)


def events_within(record: Record) -> Iterator[Within[Event]]:
    """Yield the record's events."""
    names, by_id = _known(record)
    return (Within(one, record, names, by_id) for one in record.events)


def _known(record: Record) -> tuple[Mapping[str, str], Mapping[str, Statement]]:
    return {one.id: one.name for one in record.entities}, {one.id: one for one in record.statements}
