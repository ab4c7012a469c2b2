"""Events as PLOVER has them in JSON, an event a line.

The fields are those of the PLOVER manual 0.7, chapter "JSON Data Fields" (github.com/openeventdata/PLOVER); what it has
no field for stands under names of this project's own: `status`, `attributed_to`, `confidence`.
"""

from collections.abc import Iterable, Iterator

from onrecord.exporting.cells import cell
from onrecord.exporting.country_codes import alpha_3
from onrecord.exporting.identifiers import document_urn, record_urn, web_address
from onrecord.exporting.json_lines import json_line
from onrecord.exporting.known import known
from onrecord.exporting.moments import event_days
from onrecord.exporting.parties import entities_of, names_of
from onrecord.exporting.plover_terms import CONTEXTS, QUADS, country_of
from onrecord.exporting.sentence import sentence_around
from onrecord.records import Document, Entity, Event, Record


def plover_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield an event a line. Raises RecordError for a record that names an entity it does not hold."""
    for record in records:
        for event in record.events:
            yield json_line(_event(record, event))


def _event(record: Record, event: Event) -> dict[str, object]:
    document = record.document
    first, last = event_days(event.time)
    around = sentence_around(document, event.trigger)
    return known(
        {
            "id": record_urn(document, event.id),
            "date": first,
            "enddate": last,
            "event": [event.type],
            "quad_code": QUADS[event.type].number,
            "context": [CONTEXTS[event.status]] if event.status in CONTEXTS else [],
            "source": [_actor(entity) for entity in entities_of(record, event.actors)],
            "recipient": [_actor(entity) for entity in entities_of(record, event.recipients)],
            "event_loc": known({"name": event.where, "cc3": alpha_3(event.where) if event.where else None}),
            "event_text": [cell(event.trigger.text)],
            "text": cell(around.text),
            "text_info": {"start": around.start, "end": around.end},
            "cite_info": _cited(document),
            "status": event.status,
            "attributed_to": _speakers(record, event),
            "confidence": event.confidence,
        }
    )


def _actor(entity: Entity) -> dict[str, object]:
    offices = [role.title for role in entity.roles]
    return known(
        {"code": country_of(entity), "identifier_text": entity.name, "office": offices or None, "kind": entity.kind}
    )


def _speakers(record: Record, event: Event) -> list[str]:
    """Whose word it is that the event took place; of nobody where the outlet says so itself."""
    told = (statement for statement in record.statements if statement.id == event.statement)
    return [name for statement in told for name in names_of(record, statement.speakers)]


def _cited(document: Document) -> dict[str, object]:
    return known(
        {
            "citation": document_urn(document),
            "url": web_address(document),
            "title": document.title,
            "language": document.language,
            "publication": document.outlet,
            "codebook": "plover-0.7",
            "coder": "OnRecord",
        }
    )
