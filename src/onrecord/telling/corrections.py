"""What a person changed of a record, in words: each field before and after."""

from collections.abc import Iterator, Mapping
from typing import Final, cast

from onrecord.records import Correction
from onrecord.telling.clean import one_line

# Follows from the span beside it.
_DERIVED: Final = "text"


def altered(correction: Correction, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the fields that a correction changed, each with what the machine read and what a person says.

    `text` is the document's. What is not known is "none".
    """
    machine = cast(Mapping[str, object], correction.machine)
    for field, value in correction.changes.items():
        if field != _DERIVED:
            yield field, _told(machine[field], correction, text), _told(value, correction, text)


def _told(value: object, one: Correction, text: str) -> str:
    """Write a value for people: a span as its words, an entity as its name."""
    if isinstance(value, Mapping):
        return one_line(str(value["text"] if "span" in value else _office(value)))
    if isinstance(value, list) and len(value) == 2 and all(isinstance(end, int) for end in value):
        return one_line(text[value[0] : value[1]])
    if isinstance(value, list):
        return "; ".join(_told(item, one, text) for item in value) or "none"
    names = {entity["id"]: entity["name"] for entity in (*one.named, *one.added)}
    return "none" if value is None else one_line(names.get(str(value), str(value)))


def _office(role: Mapping[str, object]) -> str:
    return f"{role['title']} of {role['of']}" if role["of"] else str(role["title"])
