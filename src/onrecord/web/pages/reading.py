"""The reading page: a report as set type, and beside it the records, in the order of the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, get_args

from fastapi import APIRouter

from onrecord.ledger import Copy, Version
from onrecord.records import (
    Act,
    Bound,
    Change,
    Entity,
    EntityKind,
    EventType,
    Factuality,
    Record,
    RecordJson,
    StatementKind,
    StatementType,
    Status,
    TimeType,
)
from onrecord.records.correcting import Corrected, Touched
from onrecord.records.items import Item, ItemLayer, items_of, layer_of, own_spans
from onrecord.web.room import InLedger
from onrecord.web.setting import Paragraph, marks_of, set_type
from onrecord.web.twins import Table, publish
from onrecord.web.words import joined

pages: Final = APIRouter()

# What a field may say, for whoever corrects one.
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "act": get_args(Act),
    "bound": get_args(Bound),
    "change": get_args(Change),
    "entity_kind": get_args(EntityKind),
    "event_type": get_args(EventType),
    "factuality": get_args(Factuality),
    "kind": get_args(StatementKind),
    "status": get_args(Status),
    "statement_type": get_args(StatementType),
    "time_type": get_args(TimeType),
}
_COLUMNS: Final = (
    *("id", "paragraph", "speakers", "source", "cue", "content", "type", "act", "factuality", "time", "confidence"),
)


@dataclass(frozen=True, slots=True)
class Note:
    """A record beside the text: its layer, its number within the page, and the paragraph that its words begin in.

    `touched` is what a person made of it; a record that was `rejected` is not among the text's.
    """

    layer: ItemLayer
    number: int
    paragraph: int
    record: Item
    touched: Touched | None

    @property
    def rejected(self) -> bool:
        """Whether a person took it out."""
        return self.touched is not None and self.touched.correction.verdict == "rejected"


@dataclass(frozen=True)
class Reading:
    """A report with all that was read in it, and what persons made of that.

    `versions` are those of the address that it was read from, `copies` all that hold this text.
    """

    corrected: Corrected
    copies: tuple[Copy, ...]
    versions: tuple[Version, ...]

    @property
    def record(self) -> Record:
        """What stands."""
        return self.corrected.record

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by their ids, those too that only the machine has."""
        return {entity.id: entity for entity in (*self.corrected.machine.entities, *self.record.entities)}

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The records in the order of the text, numbered from 1; the entities come after all others."""
        document = self.record.document
        touched = {one.correction.record: one for one in self.corrected.touched}
        items = [*items_of(self.record), *self._rejected()]
        # A sort keeps what begins together in the order of the layers.
        items.sort(key=lambda one: (isinstance(one, Entity), own_spans(one)[0].start))
        return tuple(
            Note(
                layer_of(one),
                number,
                document.paragraph_number(own_spans(one)[0].start),
                one,
                touched.get(one.id),
            )
            for number, one in enumerate(items, start=1)
        )

    def _rejected(self) -> Iterator[Item]:
        """Yield what the machine read and a person took out, under the id that it was taken out by."""
        for one in self.corrected.touched:
            if one.standing is None and one.machine is not None:
                yield replace(one.machine, id=one.correction.record)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each record's note."""
        return {note.record.id: note.number for note in self.notes}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many records each layer has."""
        layers = [note.layer for note in self.notes]
        return {layer: layers.count(layer) for layer in get_args(ItemLayer)}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text, cut where a record's words begin or end."""
        return tuple(set_type(self.record.document, marks_of(self.record)))

    @cached_property
    def speakers(self) -> tuple[Entity, ...]:
        """Who speaks in it, whoever speaks most first."""
        said: dict[str, int] = {}
        for statement in self.record.statements:
            for speaker in statement.speakers:
                said[speaker] = said.get(speaker, 0) + 1
        return tuple(self.entities[one] for one in sorted(said, key=lambda one: -said[one]))

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What a field may say."""
        return CHOICES

    def to_json(self) -> RecordJson:
        """Return the codebook's object."""
        return self.record.to_json()

    def table(self) -> Table:
        """Return the statements as a table."""
        record = self.record
        rows = (
            (
                one.id,
                record.document.paragraph_number(one.content[0].start),
                "; ".join(self.entities[speaker].name for speaker in one.speakers),
                one.source.text if one.source else None,
                one.cue.text if one.cue else None,
                joined(one.content),
                one.type,
                one.act,
                one.factuality,
                one.time,
                one.confidence,
            )
            for one in record.statements
        )
        return _COLUMNS, rows


def reading(ledger: InLedger, document: str) -> Reading:
    """One document and everything read in it, by its id or the beginning of it."""
    corrected = ledger.corrected(document)
    text = corrected.record.document
    versions = tuple(ledger.versions(text.url)) if text.url else ()
    return Reading(corrected, tuple(ledger.copies(text.id)), versions)


publish(pages, "/documents/{document}", reading, template="reading.html", answer=RecordJson, table=True)
