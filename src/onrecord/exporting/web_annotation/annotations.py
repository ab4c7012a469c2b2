"""Statements, figures and events as W3C Web Annotations, one JSON object a line (https://www.w3.org/TR/annotation-model/)."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.cells import cell
from onrecord.exporting.identifiers import record_urn
from onrecord.exporting.json_lines import json_line
from onrecord.exporting.parties import Parties
from onrecord.exporting.web_annotation.targets import target_of
from onrecord.records import Event, Figure, Record, Span, Statement
from onrecord.telling.amounts import amount
from onrecord.telling.statements import act_words

# The model asks for this very address; what it stands for is part of the W3C recommendation and never changes.
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"


def annotation_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield an annotation a line: of each record its statements, then its figures, then its events.

    Raises RecordError for a record that names an entity it does not hold.
    """
    for record in records:
        parties = Parties(record)
        yield from (json_line(_statement(record, statement, parties)) for statement in record.statements)
        yield from (json_line(_figure(record, figure)) for figure in record.figures)
        yield from (json_line(_event(record, event, parties)) for event in record.events)


def _statement(record: Record, statement: Statement, parties: Parties) -> dict[str, object]:
    speakers = parties.names(statement.speakers)
    told = f"{', '.join(speakers) or 'Unknown speaker'}: {act_words(statement) or statement.type}"
    bodies = [
        _text(told),
        *_tags("statement", statement.type, statement.act),
        _data({"statement": statement.to_json(), "speakers": speakers}),
    ]
    return _annotation(record, statement.id, "describing", bodies, statement.content)


def _figure(record: Record, figure: Figure) -> dict[str, object]:
    said = amount(figure)
    bodies = [
        *([_text(f"{said} {figure.counted or ''}")] if said not in ("", "?") else []),
        *_tags("figure", figure.bound),
        _data({"figure": figure.to_json()}),
    ]
    return _annotation(record, figure.id, "describing", bodies, (figure.span,))


def _event(record: Record, event: Event, parties: Parties) -> dict[str, object]:
    actors, recipients = parties.names(event.actors), parties.names(event.recipients)
    to_whom = f" → {', '.join(recipients)}" if recipients else ""
    bodies = [
        _text(f"{', '.join(actors) or 'Unknown actor'}: {event.type}{to_whom}"),
        *_tags("event", event.type, event.status),
        _data({"event": event.to_json(), "actors": actors, "recipients": recipients}),
    ]
    return _annotation(record, event.id, "classifying", bodies, (event.trigger,))


def _annotation(
    record: Record, id: str, motivation: str, bodies: list[dict[str, str]], spans: Iterable[Span]
) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "id": record_urn(record.document, id),
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"type": "Software", "name": "OnRecord"},
        "body": bodies,
        "target": target_of(record.document, spans),
    }


def _text(words: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": cell(words),
    }


def _tags(*tags: str | None) -> list[dict[str, str]]:
    return [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags if tag]


def _data(record: dict[str, object]) -> dict[str, str]:
    """The record itself, as the codebook has it: for programs, which read no words."""
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": json_line(record),
    }
