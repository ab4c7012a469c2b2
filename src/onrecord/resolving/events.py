"""From triggers to the record's events: who did what to whom, in which statement."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Document, Event, Trigger, record_id
from onrecord.resolving.arguments import Arguments
from onrecord.resolving.confidence import Scale, of_event
from onrecord.resolving.event_parties import parties_of
from onrecord.resolving.event_places import EventPlaces
from onrecord.resolving.event_times import EventTimes
from onrecord.resolving.statuses import status_of


def events_of(
    document: Document,
    found: Sequence[Trigger],
    arguments: Arguments,
    within: Sequence[int | None],
    statements: Sequence[str],
    entities: dict[int, str],
    scale: Scale,
    places: EventPlaces,
    times: EventTimes,
) -> tuple[Event, ...]:
    """Return an event for each trigger that has an actor or a recipient of its own, in their order.

    `within` is the number of the attribution that each trigger stands in, `statements` the id of each attribution's
    statement, `entities` that of each referent's entity. Whom the text does not tell is left out of the parties.
    `scale` says how sure each is, `places` where it took place, `times` when.
    """
    events: dict[str, Event] = {}
    for trigger, around in zip(found, within, strict=True):
        if not trigger.actors and not trigger.recipients:
            continue
        actors, recipients = parties_of(document.text, trigger, arguments, around)
        event = Event(
            id=record_id(document.id, "event", [(trigger.span.start, trigger.span.end)]),
            trigger=trigger.span,
            type=trigger.type,
            actors=tuple(entities[referent.number] for referent in actors),
            recipients=tuple(entities[referent.number] for referent in recipients),
            where=places.where(trigger),
            time=times.when(trigger),
            status=status_of(trigger.factuality, trigger.span, document.text),
            statement=None if around is None else statements[around],
        )
        if event.id not in events:
            confidence = scale("event", event.id, of_event(trigger, event, (*actors, *recipients)))
            events[event.id] = replace(event, confidence=confidence)
    return tuple(events.values())
