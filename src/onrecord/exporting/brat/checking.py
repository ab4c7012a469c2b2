"""What is refused before annotations are read as a record: what no record has a place for would else be lost."""

from collections.abc import Iterator
from typing import Final

from onrecord.exporting.brat import names
from onrecord.exporting.brat.parsing import Annotated, Linked

_TRIGGERS: Final = frozenset({*names.ATTRIBUTIONS, *names.EVENTS})
_TYPES: Final = frozenset({*names.PARTS, *names.MENTIONS, names.FIGURE, names.TIMEX, *_TRIGGERS})
_PARTIES: Final = (names.ACTOR, names.RECIPIENT)


def refuse_loose(found: Annotated) -> None:
    """Raise RecordError for annotations of unknown types, and those that belong to nothing or to the wrong thing."""
    for name, mark in found.text_bound.items():
        if mark.type not in _TYPES:
            raise found.refuse(name, f"is of the type {mark.type}, which no record holds")
    for name, linked in found.linked.items():
        _refuse_links(found, name, linked)
    _refuse_orphans(found)
    for first, second in found.stated_in.items():
        _refuse_stated(found, first, second)
    for target, attributes in found.attributes.items():
        for attribute in attributes:
            if _type_of(found, target) not in names.ATTRIBUTES[attribute][0]:
                raise found.refuse(target, f"has the attribute {attribute}, which is not for its type")


def _refuse_links(found: Annotated, name: str, linked: Linked) -> None:
    roles = (*names.PARTS, names.SPEAKER) if linked.type in names.ATTRIBUTIONS else _PARTIES
    if linked.type not in _TRIGGERS or _bound_type(found, linked.trigger) != linked.type:
        raise found.refuse(name, f"is anchored at {linked.trigger}, which is no {linked.type}")
    for role, target in linked.arguments:
        if role not in roles:
            raise found.refuse(name, f"links {target} as {role}, which a {linked.type} does not have")
        if role in names.PARTS and _bound_type(found, target) != role:
            raise found.refuse(name, f"links {target} as {role}, and it is none")


def _refuse_orphans(found: Annotated) -> None:
    """Refuse parts of no attribution and triggers of no event."""
    held = set(_held(found))
    for name, mark in found.text_bound.items():
        if name not in held and mark.type in (*names.PARTS, *_TRIGGERS):
            raise found.refuse(name, f"is a {mark.type} that belongs to nothing", "link it to its cue, or delete it")


def _held(found: Annotated) -> Iterator[str]:
    for linked in found.linked.values():
        yield linked.trigger
        yield from (target for _, target in linked.arguments)


def _refuse_stated(found: Annotated, first: str, second: str) -> None:
    if _type_of(found, second) not in names.ATTRIBUTIONS or second not in found.linked:
        raise found.refuse(first, f"is stated in {second}, which is no attribution")
    if _bound_type(found, first) != names.FIGURE and _type_of(found, first) not in names.EVENTS:
        raise found.refuse(first, "is stated in an attribution, and is neither a figure nor an event")


def _bound_type(found: Annotated, name: str) -> str | None:
    return found.text_bound[name].type if name in found.text_bound else None


def _type_of(found: Annotated, name: str) -> str:
    return found.linked[name].type if name in found.linked else found.text_bound[name].type
