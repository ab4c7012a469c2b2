"""Events as PLOVER has them in JSON, an event a line.

The fields are those of the PLOVER manual 0.7, chapter "JSON Data Fields" (github.com/openeventdata/PLOVER); what it has
no field for stands under names of this project's own: `status`, `attributed_to`, `confidence`.
"""

from collections.abc import Iterable, Iterator

from onrecord.exporting.cells import cell
from onrecord.exporting.identifiers import document_urn, record_urn, web_address
from onrecord.exporting.json_lines import json_line
from onrecord.exporting.known import known
from onrecord.exporting.moments import event_days
from onrecord.exporting.parties import Parties
from onrecord.exporting.plover_events.country_codes import alpha_3
from onrecord.exporting.plover_events.terms import CONTEXTS, QUADS, country_of
from onrecord.exporting.sentences import Sentences
from onrecord.records import Document, Entity, Event, Record, Span


def plover_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield an event a line. Raises RecordError for a record that names an entity it does not hold."""
    for record in records:
        parties, sentences = Parties(record), Sentences(record.document)
        speakers = {statement.id: statement.speakers for statement in record.statements}
        for event in record.events:
            told = parties.names(speakers.get(event.statement or "", ()))
            yield json_line(_event(record.document, event, parties, sentences.around(event.trigger), told))


def _event(document: Document, event: Event, parties: Parties, around: Span, told: list[str]) -> dict[str, object]:
    """An event as its document tells it: `told` are those on whose word it rests, nobody where it is the outlet's."""
    first, last = event_days(event.time)
    return known(
        {
            "id": record_urn(document, event.id),
            "date": first,
            "enddate": last,
            "event": [event.type],
            "quad_code": QUADS[event.type].number,
            "context": [CONTEXTS[event.status]] if event.status in CONTEXTS else [],
            "source": [_actor(entity) for entity in parties.of(event.actors)],
            "recipient": [_actor(entity) for entity in parties.of(event.recipients)],
            "event_loc": known({"name": event.where, "cc3": alpha_3(event.where) if event.where else None}),
            "event_text": [cell(event.trigger.text)],
            "text": cell(around.text),
            "text_info": {"start": around.start, "end": around.end},
            "cite_info": _cited(document),
            "status": event.status,
            "attributed_to": told,
            "confidence": event.confidence,
        }
    )


def _actor(entity: Entity) -> dict[str, object]:
    offices = [role.title for role in entity.roles]
    return known(
        {"code": country_of(entity), "identifier_text": entity.name, "office": offices or None, "kind": entity.kind}
    )


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
