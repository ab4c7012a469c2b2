"""From time expressions to the record's times; what day each is stays open here."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.records import Document, Time, Timex, record_id
from onrecord.resolving.confidence import Scale, of_time


def times_of(document: Document, found: Iterable[Timex], scale: Scale) -> tuple[Time, ...]:
    """Return a time for each expression, in their order; of two at the same place the first is kept.

    `scale` says how sure each value is: with no value there is no confidence.
    """
    times: dict[str, Time] = {}
    for one in found:
        name = record_id(document.id, "time", [(one.span.start, one.span.end)])
        if name not in times:
            time = Time(id=name, span=one.span, type=one.type)
            times[name] = replace(time, confidence=scale("time", name, of_time(one, time)))
    return tuple(times.values())
