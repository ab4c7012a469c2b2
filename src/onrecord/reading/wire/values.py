"""JSON as the reader of ninjs goes through it: names in small letters, and values that are what they should be."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from onrecord.errors import DamagedFile

Values = Mapping[str, object]
_SPACE: Final = " \t\r\n\x1e"
# No item is nested deeper in what wraps it.
_DEEPEST: Final = 6


def values_in(text: str, name: str) -> Iterator[object]:
    """Yield the JSON values that stand one after the other in a text; names in objects are in small letters.

    Version 3 of ninjs writes `versionCreated` where version 1 wrote `versioncreated`. Raises DamagedFile, that names
    the source, where the text is no JSON or breaks off.
    """
    decoder = json.JSONDecoder(object_pairs_hook=_lowered_pairs, strict=False)
    at = _next(text, 0)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
            raise DamagedFile(name, f"is JSON that breaks off or is damaged ({reason})") from None
        yield value
        at = _next(text, at)


def lowered(value: object, depth: int = _DEEPEST) -> object:
    """Return a value with the names in its objects in small letters, to a depth that is enough to tell what it is."""
    if depth and isinstance(value, dict):
        return {str(name).lower(): lowered(one, depth - 1) for name, one in value.items()}
    return [lowered(one, depth - 1) for one in value[:1]] if depth and isinstance(value, list) else value


def text_at(values: Values, *names: str) -> str | None:
    """Return the first text under one of several names that is not blank, or None."""
    found = (values.get(name) for name in names)
    return next((one.strip() for one in found if isinstance(one, str) and one.strip()), None)


def objects_at(values: Values, *names: str) -> Iterator[Values]:
    """Yield the objects that lists or objects under several names hold."""
    for name in names:
        value = values.get(name)
        yield from objects_in(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())


def objects_in(values: Iterable[object]) -> Iterator[Values]:
    """Yield those of several values that are objects."""
    return (one for one in values if isinstance(one, dict))


def _lowered_pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {name.lower(): value for name, value in pairs}


def _next(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
