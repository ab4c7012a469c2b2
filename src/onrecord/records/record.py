"""A record: one document and everything read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self, TypedDict

from onrecord.errors import RecordError
from onrecord.records.document import Document, DocumentJson
from onrecord.records.entity import Entity, EntityJson
from onrecord.records.event import Event, EventJson
from onrecord.records.figure import Figure, FigureJson
from onrecord.records.notebook import Row, table
from onrecord.records.statement import Statement, StatementJson
from onrecord.records.time import Time, TimeJson


class RecordJson(TypedDict):
    """The codebook's object, one for a document."""

    document: DocumentJson
    entities: list[EntityJson]
    statements: list[StatementJson]
    figures: list[FigureJson]
    times: list[TimeJson]
    events: list[EventJson]


@dataclass(frozen=True, slots=True)
class Record:
    """One document, the entities it speaks of, and the statements, figures, times and events it reports."""

    document: Document
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()

    def check(self) -> None:
        """Verify every span against the text, and whatever a record names against the others.

        Raises SpanMismatch for a span that is not its slice, RecordError for a speaker, an actor or a recipient that
        is no entity of this record, for a statement that is none of it, or an id that two records share.
        """
        items: tuple[Entity | Statement | Figure | Time | Event, ...] = (
            *self.entities,
            *self.statements,
            *self.figures,
            *self.times,
            *self.events,
        )
        _refuse_twins(item.id for item in items)
        for item in items:
            for span in item.spans():
                span.check(self.document.text)
        known = {entity.id: entity.name for entity in self.entities}
        for statement in self.statements:
            _names(statement, known)
        _refuse_strangers(self)

    def speaker_names(self, statement: Statement) -> tuple[str, ...]:
        """Return the names of a statement's speakers, in its order.

        Raises RecordError for a speaker that is no entity of this record.
        """
        return _names(statement, {entity.id: entity.name for entity in self.entities})

    def to_json(self) -> RecordJson:
        """Return the codebook's object."""
        return {
            "document": self.document.to_json(),
            "entities": [entity.to_json() for entity in self.entities],
            "statements": [statement.to_json() for statement in self.statements],
            "figures": [figure.to_json() for figure in self.figures],
            "times": [time.to_json() for time in self.times],
            "events": [event.to_json() for event in self.events],
        }

    def to_whole_json(self) -> RecordJson:
        """Return the codebook's object with all that is known of its document: `from_json` loses nothing."""
        return {**self.to_json(), "document": self.document.to_whole_json()}

    @classmethod
    def from_json(cls, data: RecordJson) -> Self:
        """Read the codebook's object; what it says is not yet compared with its text (`check` does that).

        Raises RecordError for a field that is missing or a value that the codebook does not know,
        SpanMismatch for a span that cannot be.
        """
        try:
            document = Document.from_json(data["document"])
            entities = tuple(Entity.from_json(entity, document.text) for entity in data["entities"])
            statements = tuple(Statement.from_json(statement) for statement in data["statements"])
            figures = tuple(Figure.from_json(figure) for figure in data["figures"])
            times = tuple(Time.from_json(time) for time in data["times"])
            events = tuple(Event.from_json(event) for event in data["events"])
        except KeyError as missing:
            reason = f"the field {missing} is missing"
            raise RecordError("record", reason, "give the codebook's object") from None
        return cls(document, entities, statements, figures, times, events)

    def _repr_html_(self) -> str:
        title = self.document.title or self.document.url or self.document.id
        return table(title, map(self._row, self.statements))

    def _row(self, statement: Statement) -> Row:
        words = " … ".join(span.text for span in statement.content)
        paragraph = self.document.paragraph_number(statement.content[0].start)
        return Row(self.speaker_names(statement), words, paragraph)


def _names(statement: Statement, known: Mapping[str, str]) -> tuple[str, ...]:
    for speaker in statement.speakers:
        if speaker not in known:
            reason = f"its speaker {speaker} is no entity of the record"
            raise RecordError(f"statement {statement.id}", reason)
    return tuple(known[speaker] for speaker in statement.speakers)


def _refuse_strangers(record: Record) -> None:
    """Raise RecordError for a figure or event that names what this record does not hold."""
    entities = {entity.id for entity in record.entities}
    statements = {statement.id for statement in record.statements}
    for event in record.events:
        for party in (*event.actors, *event.recipients):
            if party not in entities:
                raise RecordError(f"event {event.id}", f"its party {party} is no entity of the record")
    items: tuple[Figure | Event, ...] = (*record.figures, *record.events)
    for item in items:
        if item.statement is not None and item.statement not in statements:
            raise RecordError(f"record {item.id}", f"its statement {item.statement} is none of the record")


def _refuse_twins(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise RecordError(f"record {one}", "two records have this id")
        seen.add(one)
