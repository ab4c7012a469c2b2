"""The reading page: a report as set type, and beside it the records, in the order of the text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fastapi import APIRouter

from onrecord.ledger import Copy, Version
from onrecord.records import Entity, Event, Figure, Record, RecordJson, Statement, Time
from onrecord.web.room import InLedger
from onrecord.web.setting import Paragraph, marks_of, set_type
from onrecord.web.twins import Table, publish
from onrecord.web.words import joined

pages: Final = APIRouter()


@dataclass(frozen=True, slots=True)
class Note:
    """A record beside the text: its layer, its number within the page, and the paragraph that its words begin in."""

    layer: str
    number: int
    paragraph: int
    record: Statement | Figure | Time | Event


@dataclass(frozen=True)
class Reading:
    """A report with all that was read in it.

    `versions` are those of the address that it was read from, `copies` all that hold this text.
    """

    record: Record
    copies: tuple[Copy, ...]
    versions: tuple[Version, ...]

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.record.entities}

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The statements, figures, times and events in the order of the text, numbered from 1."""
        record = self.record
        placed: list[tuple[int, str, Statement | Figure | Time | Event]] = [
            *((one.content[0].start, "statement", one) for one in record.statements),
            *((one.span.start, "figure", one) for one in record.figures),
            *((one.span.start, "time", one) for one in record.times),
            *((one.trigger.start, "event", one) for one in record.events),
        ]
        # A sort keeps what begins together in the order of the layers.
        placed.sort(key=lambda each: each[0])
        return tuple(
            Note(layer, number, record.document.paragraph_number(start), one)
            for number, (start, layer, one) in enumerate(placed, start=1)
        )

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each record's note."""
        return {note.record.id: note.number for note in self.notes}

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

    def to_json(self) -> RecordJson:
        """Return the codebook's object."""
        return self.record.to_json()

    def table(self) -> Table:
        """Return the statements as a table."""
        columns = (
            "id",
            "paragraph",
            "speakers",
            "source",
            "cue",
            "content",
            "type",
            "act",
            "factuality",
            "time",
            "confidence",
        )
        record = self.record
        rows = (
            (
                one.id,
                record.document.paragraph_number(one.content[0].start),
                "; ".join(record.speaker_names(one)),
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
        return columns, rows


def reading(ledger: InLedger, document: str) -> Reading:
    """One document and everything read in it, by its id or the beginning of it."""
    record = ledger.record(document)
    url = record.document.url
    return Reading(
        record,
        tuple(ledger.copies(record.document.id)),
        tuple(ledger.versions(url)) if url else (),
    )


publish(pages, "/documents/{document}", reading, template="reading.html", answer=RecordJson, table=True)
