"""From time expressions to the record's times."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Time, Timex, record_id
from onrecord.resolving.confidence import Scale, of_time
from onrecord.resolving.page import Page
from onrecord.resolving.timex import read_all


def times_of(page: Page, found: Sequence[Timex], scale: Scale) -> tuple[Time, ...]:
    """Return a time for each expression, in their order; of two at the same place the first is kept.

    Its type and value are what its words mean; where these are not known, the type is the one it was found as.
    `scale` says how sure each value is: with no value there is no confidence.
    """
    times: dict[str, Time] = {}
    for one, reading in zip(found, read_all(page, found), strict=True):
        name = record_id(page.document.id, "time", [(one.span.start, one.span.end)])
        if name not in times:
            time = Time(id=name, span=one.span, type=reading.type, value=reading.value)
            times[name] = replace(time, confidence=scale("time", name, of_time(one, time)))
    return tuple(times.values())
