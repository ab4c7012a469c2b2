"""From triggers to the record's events: who did what to whom, in which statement."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Document, Event, Trigger, record_id
from onrecord.resolving.confidence import Scale, of_event
from onrecord.resolving.event_parties import Parties
from onrecord.resolving.event_places import EventPlaces
from onrecord.resolving.event_times import EventTimes
from onrecord.resolving.statuses import status_of


def events_of(
    document: Document,
    found: Sequence[Trigger],
    taking_part: Sequence[Parties],
    statements: Sequence[str | None],
    entities: dict[int, str],
    scale: Scale,
    places: EventPlaces,
    times: EventTimes,
) -> tuple[Event, ...]:
    """Return an event for each trigger that has an actor or a recipient of its own, in their order.

    `taking_part` has the parties of each trigger, `statements` the id of the statement that it stands in, `entities`
    that of each referent's entity. Whom the text does not tell is left out of the parties.
    `scale` says how sure each is, `places` where it took place, `times` when.
    """
    events: dict[str, Event] = {}
    for trigger, (actors, recipients), statement in zip(found, taking_part, statements, strict=True):
        if not trigger.actors and not trigger.recipients:
            continue
        event = Event(
            id=record_id(document.id, "event", [(trigger.span.start, trigger.span.end)]),
            trigger=trigger.span,
            type=trigger.type,
            actors=tuple(entities[referent.number] for referent in actors),
            recipients=tuple(entities[referent.number] for referent in recipients),
            where=places.where(trigger),
            time=times.when(trigger),
            status=status_of(trigger.factuality, trigger.span, document.text),
            statement=statement,
        )
        if event.id not in events:
            confidence = scale("event", event.id, of_event(trigger, event, (*actors, *recipients)))
            events[event.id] = replace(event, confidence=confidence)
    return tuple(events.values())
