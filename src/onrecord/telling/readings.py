"""How figures, times and events are read, in words, beside what the report says: nothing that its words say already."""

from collections.abc import Iterable, Mapping
from typing import Final

from onrecord.records import Event, Figure, Time
from onrecord.telling.amounts import amount
from onrecord.telling.clean import one_line
from onrecord.telling.values import in_words, says_it

UNKNOWN: Final = "?"


def figure_reading(figure: Figure) -> str:
    """Return how a figure is read: "= about 1,200 [increment, Oresk, as of 2031-05-05]"."""
    number = amount(figure)
    as_of = f"as of {in_words(figure.as_of)}" if figure.as_of else None
    reading = "" if says_it(one_line(figure.span.text), number) else f"= {number}"
    return _known(reading, (figure.change, figure.where, as_of))


def time_reading(time: Time) -> str:
    """Return a time's value: "= 2031-05-05"; "= ?" where it is not known."""
    value = UNKNOWN if time.value is None else in_words(time.value, time.type)
    return "" if says_it(one_line(time.span.text), value) else f"= {value}"


def event_reading(event: Event, names: Mapping[str, str]) -> str:
    """Return an event's type, who did it to whom, and what else is known; `names` are the entities', by their ids.

    "— AID: Norvanna → Oresk [expected, 2031-06]". That it happened goes without saying; where it is not known what
    became of it stands "?".
    """
    actors, recipients = (named(ids, names) for ids in (event.actors, event.recipients))
    parties = " ".join(filter(None, (actors, f"→ {recipients}" if recipients else "")))
    reading = f"— {event.type}: {parties}" if parties else f"— {event.type}"
    status = None if event.status == "happened" else event.status or UNKNOWN
    return _known(reading, (status, event.where, event.time and in_words(event.time)))


def named(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the names of entities in a row: "Norvanna, Oresk"."""
    return ", ".join(one_line(names[one]) for one in ids)


def _known(reading: str, notes: Iterable[str | None]) -> str:
    known = ", ".join(one_line(note) for note in notes if note)
    return " ".join(part for part in (reading, f"[{known}]" if known else "") if part)
