"""Figures, times, events, and the parties of events."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.records import Record
from onrecord.rows.columns import Table, made, made_of_span, table
from onrecord.rows.within import events_within, figures_within, times_within

FIGURES: Final[Table] = table(
    "figures",
    "the quantities that a report states",
    ("document", "id"),
    figures_within,
    (
        made("id", "text", "the figure's id", lambda at: at.item.id),
        made("document", "text", "`documents.id`", lambda at: at.document),
        made("statement", "text", "`statements.id` of what it stands in", lambda at: at.item.statement),
        made("paragraph", "integer", "where it stands, from 1", lambda at: at.paragraph(at.item.span.start)),
        *made_of_span("span", "the number with its hedge and unit, as printed", lambda at: at.item.span, text="text"),
        made("value", "number", "the number stated, in full", lambda at: _double(at.item.value)),
        made("low", "number", "the lower bound that the words state", lambda at: _double(at.item.low)),
        made("high", "number", "the upper bound that the words state", lambda at: _double(at.item.high)),
        made(
            "bound",
            "text",
            "exact, about, at_most, at_least, more_than, less_than, range or vague",
            lambda at: at.item.bound,
        ),
        made("change", "text", "increment or total", lambda at: at.item.change),
        made("unit", "text", "count, a currency's code or a unit's name", lambda at: at.item.unit),
        made("counted", "text", "what is counted, in the report's words", lambda at: at.item.counted),
        made("place", "text", "where it holds (the record's `where`)", lambda at: at.item.where),
        made("as_of", "text", "when it holds, a TIMEX3 value", lambda at: at.item.as_of),
        made(
            "said",
            "text",
            "when it was said: its statement's time, else the publication",
            lambda at: at.said(at.item.statement),
        ),
        made("confidence", "number", "how likely all of it is right", lambda at: at.item.confidence),
    ),
)

TIMES: Final[Table] = table(
    "times",
    "the expressions of time",
    ("document", "id"),
    times_within,
    (
        made("id", "text", "the time's id", lambda at: at.item.id),
        made("document", "text", "`documents.id`", lambda at: at.document),
        made("paragraph", "integer", "where it stands, from 1", lambda at: at.paragraph(at.item.span.start)),
        *made_of_span("span", "the words", lambda at: at.item.span, text="text"),
        made("type", "text", "DATE, TIME, DURATION or SET", lambda at: at.item.type),
        made("value", "text", "the TIMEX3 value", lambda at: at.item.value),
        made("confidence", "number", "how likely the value is right", lambda at: at.item.confidence),
    ),
)

EVENTS: Final[Table] = table(
    "events",
    "what is reported to pass between political actors",
    ("document", "id"),
    events_within,
    (
        made("id", "text", "the event's id", lambda at: at.item.id),
        made("document", "text", "`documents.id`", lambda at: at.document),
        made("statement", "text", "`statements.id` of what it stands in", lambda at: at.item.statement),
        made("paragraph", "integer", "where it stands, from 1", lambda at: at.paragraph(at.item.trigger.start)),
        *made_of_span("trigger", "the words that name it", lambda at: at.item.trigger),
        made("type", "text", "one of PLOVER's sixteen", lambda at: at.item.type),
        made("actors", "texts", "`entities.id` of those who did it", lambda at: list(at.item.actors)),
        made("actor_names", "texts", "their names", lambda at: [at.names[one] for one in at.item.actors]),
        made("recipients", "texts", "`entities.id` of those it was done to", lambda at: list(at.item.recipients)),
        made("recipient_names", "texts", "their names", lambda at: [at.names[one] for one in at.item.recipients]),
        made("place", "text", "where (the record's `where`)", lambda at: at.item.where),
        made("time", "text", "when, a TIMEX3 value", lambda at: at.item.time),
        made("status", "text", "happened, ongoing, expected, hypothetical or denied", lambda at: at.item.status),
        made("confidence", "number", "how likely all of it is right", lambda at: at.item.confidence),
    ),
)


class _Party(NamedTuple):
    document: str
    event: str
    role: str
    position: int
    entity: str
    name: str


def _parties(record: Record) -> Iterator[_Party]:
    for at in events_within(record):
        for role, entities in (("actor", at.item.actors), ("recipient", at.item.recipients)):
            for position, entity in enumerate(entities):
                yield _Party(at.document, at.item.id, role, position, entity, at.names[entity])


PARTIES: Final[Table] = table(
    "parties",
    "who did it and to whom, a row for each actor and recipient of an event",
    ("document", "event", "role", "position"),
    _parties,
    (
        made("document", "text", "`documents.id`", lambda at: at.document),
        made("event", "text", "`events.id`", lambda at: at.event),
        made("role", "text", "actor or recipient", lambda at: at.role),
        made("position", "integer", "which of the event's actors or recipients, from 0", lambda at: at.position),
        made("entity", "text", "`entities.id`", lambda at: at.entity),
        made("name", "text", "`entities.name`", lambda at: at.name),
    ),
)


def _double(number: float | None) -> float | None:
    # A whole number may be larger than what databases hold as one; a double holds it unchanged.
    return None if number is None else float(number)
