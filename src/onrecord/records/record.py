"""A record: one document and everything read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Never, Self, TypedDict

from onrecord.errors import RecordError
from onrecord.records.document import Document, DocumentJson
from onrecord.records.entity import Entity, EntityJson
from onrecord.records.notebook import Row, table
from onrecord.records.statement import Statement, StatementJson


class RecordJson(TypedDict):
    """The codebook's object, one for a document. `figures`, `times` and `events` are not read yet."""

    document: DocumentJson
    entities: list[EntityJson]
    statements: list[StatementJson]
    figures: list[Never]
    times: list[Never]
    events: list[Never]


@dataclass(frozen=True, slots=True)
class Record:
    """One document, the entities it speaks of and the statements it reports.

    The codebook's other layers (figures, times, events) are not read yet: `to_json` prints them as empty
    lists, and `from_json` passes over them.
    """

    document: Document
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()

    def check(self) -> None:
        """Verify every span against the text, and every speaker against the entities.

        Raises SpanMismatch for a span that is not its slice, RecordError for a speaker that is no entity of
        this record or an id that two records share.
        """
        items: tuple[Entity | Statement, ...] = (*self.entities, *self.statements)
        _refuse_twins(item.id for item in items)
        for item in items:
            for span in item.spans():
                span.check(self.document.text)
        known = {entity.id: entity.name for entity in self.entities}
        for statement in self.statements:
            _names(statement, known)

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
            "figures": [],
            "times": [],
            "events": [],
        }

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
        except KeyError as missing:
            reason = f"the field {missing} is missing"
            raise RecordError("record", reason, "give the codebook's object") from None
        return cls(document, entities, statements)

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


def _refuse_twins(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise RecordError(f"record {one}", "two records have this id")
        seen.add(one)
