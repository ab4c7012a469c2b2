"""A record as sure as a reader wants it: what lies below is said to be unknown."""

from dataclasses import replace

from onrecord.records.checks import refuse_improbable
from onrecord.records.event import Event
from onrecord.records.figure import Figure
from onrecord.records.record import Record
from onrecord.records.statement import Statement
from onrecord.records.time import Time


def at_least(record: Record, confidence: float) -> Record:
    """Return the record with what is less sure than `confidence` unknown: the words stay, what was made of them goes.

    That is a statement's speakers, a figure's number, bounds, unit and what is counted, a time's value, and an event's
    parties. What has no confidence is left as it is: it was never said how sure it is. Raises RecordError for a
    confidence that is no probability.
    """
    refuse_improbable(confidence)

    def sure(item: Statement | Figure | Time | Event) -> bool:
        return item.confidence is None or item.confidence >= confidence

    return replace(
        record,
        statements=tuple(one if sure(one) else replace(one, speakers=(), how=None) for one in record.statements),
        figures=tuple(one if sure(one) else _words_of(one) for one in record.figures),
        times=tuple(one if sure(one) else replace(one, value=None) for one in record.times),
        events=tuple(one if sure(one) else _trigger_of(one) for one in record.events),
    )


def _words_of(figure: Figure) -> Figure:
    return Figure(id=figure.id, span=figure.span, statement=figure.statement, confidence=figure.confidence)


def _trigger_of(event: Event) -> Event:
    return replace(event, actors=(), recipients=(), where=None, time=None, status=None)
