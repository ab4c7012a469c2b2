"""A record's parts as rows: each function gives what one table holds of it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from sqlalchemy import Connection, Table, insert

from onrecord.days import days_of
from onrecord.folding import fold
from onrecord.records import Document, Entity, Event, Figure, Span, Statement, Time

# One row's columns, as SQLAlchemy takes them.
Values = dict[str, object]

# Rows handed to the database at once: enough to be quick, few enough for a text of a million paragraphs.
_AT_ONCE: Final = 1000


def insert_many(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Insert rows as they come, never holding many of them."""
    remaining = iter(rows)
    while batch := list(islice(remaining, _AT_ONCE)):
        connection.execute(insert(table), batch)


def inserted(connection: Connection, table: Table, values: Values) -> int:
    """Insert one row and return its number."""
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None, "an insert of one row always gives its key"
    return int(key[0])


def copy_values(document: Document) -> Values:
    """Return what an address says of the text it holds."""
    dateline = document.dateline
    return {
        "url": document.url or "",
        "title": document.title,
        "canonical": document.canonical,
        "outlet": document.outlet,
        "agency": document.agency,
        "authors": list(document.authors),
        "published": document.published,
        "dateline_place": None if dateline is None else dateline.place,
        "dateline_date": None if dateline is None else dateline.date,
    }


def paragraph_rows(number: int, document: Document) -> Iterator[Values]:
    """Yield the paragraphs of a document, counted from 1."""
    for position, (start, end) in enumerate(document.paragraphs(), start=1):
        yield {
            "document": number,
            "position": position,
            "start": start,
            "end": end,
            "text": document.text[start:end],
        }


def zone_rows(number: int, document: Document) -> Iterator[Values]:
    """Yield the zones of a document."""
    for position, zone in enumerate(document.zones):
        yield {
            "document": number,
            "position": position,
            "kind": zone.kind,
            "start": zone.start,
            "end": zone.end,
        }


def name_rows(entity: int, found: Entity) -> Iterator[Values]:
    """Yield the name of an entity, then its aliases."""
    for position, name in enumerate((found.name, *found.aliases)):
        yield {"entity": entity, "position": position, "name": name, "folded": fold(name)}


def role_rows(entity: int, found: Entity) -> Iterator[Values]:
    """Yield the roles of an entity."""
    for position, role in enumerate(found.roles):
        yield {"entity": entity, "position": position, "title": role.title, "of": role.of}


def mention_rows(entity: int, found: Entity) -> Iterator[Values]:
    """Yield the mentions of an entity."""
    for position, span in enumerate(found.mentions):
        yield {"entity": entity, "position": position, **_span_values(span)}


def statement_values(statement: Statement, document: Document) -> Values:
    """Return what the table of statements itself holds of one."""
    said = statement.time if statement.time is not None else document.published
    said_from, said_until = days_of(said) or (None, None)
    return {
        "id": statement.id,
        "paragraph": document.paragraph_number(statement.content[0].start),
        "type": statement.type,
        "kind": statement.kind,
        "act": statement.act,
        "factuality": statement.factuality,
        "time": statement.time,
        "how": statement.how,
        "confidence": statement.confidence,
        "said": said,
        "said_from": said_from,
        "said_until": said_until,
        "words": content_words(span.text for span in statement.content),
    }


def content_words(texts: Iterable[str]) -> str:
    """Join the spans of a content into the one text that is indexed."""
    return " ".join(texts)


def span_rows(number: int, statement: Statement) -> Iterator[Values]:
    """Yield the spans of a statement, each with its role in it."""
    known = (("source", statement.source), ("cue", statement.cue), ("condition", statement.condition))
    alone = ((role, 0, span) for role, span in known if span is not None)
    content = (("content", position, span) for position, span in enumerate(statement.content))
    for role, position, span in (*alone, *content):
        yield {"statement": number, "role": role, "position": position, **_span_values(span)}


def figure_values(figure: Figure) -> Values:
    """Return what the table of figures holds of one, but for the statement that it stands in."""
    return {
        "id": figure.id,
        **_span_values(figure.span),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "change": figure.change,
        "unit": figure.unit,
        "counted": figure.counted,
        "where": figure.where,
        "as_of": figure.as_of,
        "confidence": figure.confidence,
    }


def time_values(time: Time) -> Values:
    """Return what the table of times holds of one."""
    return {
        "id": time.id,
        **_span_values(time.span),
        "type": time.type,
        "value": time.value,
        "confidence": time.confidence,
    }


def event_values(event: Event) -> Values:
    """Return what the table of events itself holds of one, but for the statement that it stands in."""
    return {
        "id": event.id,
        **_span_values(event.trigger),
        "type": event.type,
        "where": event.where,
        "time": event.time,
        "status": event.status,
        "confidence": event.confidence,
    }


def party_rows(number: int, event: Event, known: Mapping[str, int]) -> Iterator[Values]:
    """Yield the actors and the recipients of an event; `known` has the number of each entity's id."""
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for position, entity in enumerate(parties):
            yield {"event": number, "role": role, "position": position, "entity": known[entity]}


def _span_values(span: Span) -> Values:
    return {"start": span.start, "end": span.end, "text": span.text}
