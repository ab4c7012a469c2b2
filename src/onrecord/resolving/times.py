"""From time expressions to the record's times; what day each is stays open here."""

from collections.abc import Iterable

from onrecord.records import Document, Time, Timex, record_id


def times_of(document: Document, found: Iterable[Timex]) -> tuple[Time, ...]:
    """Return a time for each expression, in their order; of two at the same place the first is kept.

    A time's confidence is that its value is right: with no value there is none.
    """
    times: dict[str, Time] = {}
    for one in found:
        name = record_id(document.id, "time", [(one.span.start, one.span.end)])
        times.setdefault(name, Time(id=name, span=one.span, type=one.type))
    return tuple(times.values())
