"""What a person may change of a record, and the record that comes of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias, cast

from onrecord.errors import RecordError, UsageError
from onrecord.records.correction import Changes, Correction
from onrecord.records.document import Document
from onrecord.records.entity import Entity, EntityKind
from onrecord.records.figure import Bound, bounds_of
from onrecord.records.ids import record_id
from onrecord.records.items import Item, ItemJson, ItemLayer, item_from_json
from onrecord.records.span import Span

# Whether a value is of the field's form, and how that form is told.
_Shape: TypeAlias = tuple[Callable[[object], bool], str]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_whole(value) or isinstance(value, float)


def _is_extent(value: object) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2 and all(map(_is_whole, value))


def _is_span(value: object) -> bool:
    told = value if isinstance(value, Mapping) else {}
    return _is_extent(told.get("span")) and set(told) <= {"span", "text"} and isinstance(told.get("text", ""), str)


def _is_role(value: object) -> bool:
    told = value if isinstance(value, Mapping) else {}
    of = told.get("of")
    return _is_text(told.get("title")) and set(told) <= {"title", "of"} and (of is None or _is_text(of))


def _each(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list | tuple) and all(map(fits, value))


def _or_null(shape: _Shape) -> _Shape:
    fits, told = shape
    return (lambda value: value is None or fits(value)), f"{told} or null"


_TEXT: Final[_Shape] = _is_text, "a text"
_TEXTS: Final[_Shape] = _each(_is_text), "a list of texts"
_NUMBER: Final[_Shape] = _or_null((_is_number, "a number"))
_EXTENT: Final[_Shape] = _is_extent, "[start, end]"
_EXTENTS: Final[_Shape] = _each(_is_extent), "a list of [start, end]"
_SPAN: Final[_Shape] = _is_span, '{"span": [start, end]}'
_SPANS: Final[_Shape] = _each(_is_span), 'a list of {"span": [start, end]}'
_ROLES: Final[_Shape] = _each(_is_role), 'a list of {"title", "of"}'
_OPEN: Final[_Shape] = _or_null(_TEXT)

# What the codebook has of each layer, but for the id and the confidence.
_SHAPES: Final[Mapping[ItemLayer, Mapping[str, _Shape]]] = {
    "entity": {"kind": _TEXT, "name": _TEXT, "aliases": _TEXTS, "roles": _ROLES, "mentions": _EXTENTS},
    "statement": {
        **dict.fromkeys(("source", "cue", "condition"), _or_null(_SPAN)),
        **dict.fromkeys(("kind", "act", "factuality", "time", "how"), _OPEN),
        "type": _TEXT,
        "content": _SPANS,
        "speakers": _TEXTS,
    },
    "figure": {
        **dict.fromkeys(("bound", "change", "unit", "counted", "where", "as_of", "statement"), _OPEN),
        **dict.fromkeys(("value", "low", "high"), _NUMBER),
        "span": _EXTENT,
        "text": _TEXT,
    },
    "time": {"span": _EXTENT, "text": _TEXT, "type": _TEXT, "value": _OPEN},
    "event": {
        **dict.fromkeys(("where", "time", "status", "statement"), _OPEN),
        **dict.fromkeys(("actors", "recipients"), _TEXTS),
        "trigger": _SPAN,
        "type": _TEXT,
    },
}

# One number is said by all four together.
_NUMBERS: Final = ("value", "low", "high", "bound")


def tidied(layer: ItemLayer, changes: Changes, text: str) -> dict[str, object]:
    """Return changes in the codebook's form, the text of each span cut out of the document's `text`.

    Raises UsageError for a field that a person cannot change, RecordError for a value that is not of its field's form,
    SpanMismatch for a span outside the text.
    """
    shapes = _SHAPES[layer]
    for name, value in changes.items():
        if name not in shapes:
            known = ", ".join(sorted(shapes))
            raise UsageError(name, f"is nothing of {_a(layer)} that can be changed", f"change one of {known}")
        fits, told = shapes[name]
        if not fits(value):
            raise RecordError(name, f"{value!r} is not {told}", "give it in the codebook's form")
    done = {name: _with_text(value, text) for name, value in changes.items()}
    if "span" in done:
        start, end = cast(list[int], done["span"])
        done.setdefault("text", Span.cut(text, start, end).text)
    return done


def amended(layer: ItemLayer, name: str, now: ItemJson, seen: ItemJson, changes: Changes, text: str) -> Item:
    """Return the record with this id that says what the machine reads `now`, but for a person's changes.

    `seen` is what the machine read when the person changed it: a number is taken with the bounds that it had then. A
    person's word has no confidence. Raises RecordError, SpanMismatch for changes that make no sense.
    """
    data: dict[str, object] = {**now, **changes, "id": name}
    if layer != "entity":
        data["confidence"] = None
    if "speakers" in changes and "how" not in changes:
        data["how"] = None
    if layer == "figure" and not changes.keys().isdisjoint(_NUMBERS):
        data |= _numbers(cast(Mapping[str, object], seen), changes)
    return item_from_json(layer, data, text)


def built_on(
    layer: ItemLayer, before: Correction | None, machine: ItemJson, stands: ItemJson, told: Changes
) -> dict[str, object]:
    """Return all that differs from what the machine reads: what stands changed `before`, and what is changed now.

    `told` is `tidied`, and may repeat what `stands`: that is no change.
    """
    now, held = cast(Mapping[str, object], machine), cast(Mapping[str, object], stands)
    new = {name: value for name, value in told.items() if held.get(name) != value}
    if "span" in new:
        new["text"] = told["text"]
    kept = {name: held[name] for name in _changed(layer, before, now, held)}
    if layer == "figure" and not new.keys().isdisjoint(_NUMBERS):
        # The bounds that stood were those of the number that stood.
        kept = {name: value for name, value in kept.items() if name not in ("low", "high")}
        kept |= {name: held[name] for name in ("value", "bound") if before is not None and name in held}
    return {**kept, **new}


def new_entity(document: Document, kind: EntityKind, name: str, mentions: Iterable[tuple[int, int]]) -> Entity:
    """Return an entity that a person found: each mention is a stretch of the document's text, [start, end).

    Raises SpanMismatch for a stretch outside the text, RecordError for an unknown kind, for no mention or no name.
    """
    extents = sorted(set(mentions))
    if not name.strip():
        raise RecordError("name", "is empty", "give the fullest name that the report has")
    return Entity(
        id=record_id(document.id, "entity", extents),
        kind=kind,
        name=name.strip(),
        mentions=tuple(Span.cut(document.text, start, end) for start, end in extents),
    )


def _changed(
    layer: ItemLayer, before: Correction | None, now: Mapping[str, object], held: Mapping[str, object]
) -> list[str]:
    """Return the fields that stand by a person's word: those changed, or all that differ in what was accepted."""
    if before is None:
        return []
    if before.verdict == "accepted":
        return [name for name in _SHAPES[layer] if held[name] != now[name]]
    if layer == "figure" and not before.changes.keys().isdisjoint(_NUMBERS):
        return list(dict.fromkeys((*before.changes, *_NUMBERS)))
    return list(before.changes)


def _numbers(seen: Mapping[str, object], changes: Changes) -> dict[str, object]:
    """Complete a changed number: what the person left open follows from the bound, where the bound fixes it."""
    told = {name: changes.get(name, seen[name]) for name in _NUMBERS}
    if told["bound"] in ("range", "vague"):
        told["value"] = changes.get("value")
    elif told["bound"] is not None:
        low, high = bounds_of(cast(Bound, told["bound"]), cast(float | None, told["value"]))
        told |= {"low": changes.get("low", low), "high": changes.get("high", high)}
    return told


def _with_text(value: object, text: str) -> object:
    """Complete spans with their text, in whatever list they stand."""
    if isinstance(value, Mapping) and "span" in value:
        start, end = value["span"]
        return {"span": [start, end], "text": value.get("text", Span.cut(text, start, end).text)}
    if isinstance(value, Mapping) and "title" in value:
        return {"title": value["title"], "of": value.get("of")}
    return [_with_text(one, text) for one in value] if isinstance(value, list | tuple) else value


def _a(layer: ItemLayer) -> str:
    return f"an {layer}" if layer[0] in "ae" else f"a {layer}"
