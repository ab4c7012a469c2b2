"""ninjs, the IPTC's news in JSON: versions 1 to 3, and the answers of services that wrap it, the AP's among them."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from onrecord.errors import DamagedFile
from onrecord.reading.decode import decode
from onrecord.reading.head import Head
from onrecord.reading.source import Passed, Piece, Pieces, Source
from onrecord.reading.wire.item import names_in
from onrecord.reading.wire.ninjs_item import ninjs_story
from onrecord.reading.wire.values import Values, lowered, objects_in, text_at, values_in

NAME: Final = "ninjs"
_IDENTITY: Final = ("uri", "guid")
_VERSION: Final = ("versioncreated", "pubstatus", "firstcreated", "representationtype")
# What an object holds that only wraps items: in the AP's answers, and in those of archives.
_WRAPPING: Final = ("data", "item", "items", "_items")
_DEEPEST: Final = 4
# In a first object that is longer than the head.
_SIGN: Final = re.compile(r"\"(?:versioncreated|pubstatus|representationtype)\"\s*:\s*\"", re.IGNORECASE)
# What the type of an item may be that is no text.
_OTHERS: Final = {
    "picture": "is a picture",
    "graphic": "is a graphic",
    "video": "is a video",
    "audio": "is a sound recording",
    "composite": "is a composition of other items",
    "package": "is a package: a list of other items",
    "planning": "is a plan of coverage, no report",
    "event": "is an event, no report",
}


def tells(head: Head) -> bool:
    """Tell ninjs from the first object in the text, or from what can be seen of it."""
    found = head.first_object
    if found is not None:
        return next(_items(lowered(found)), None) is not None
    return head.text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["} and _SIGN.search(head.text) is not None


def pieces(source: Source) -> Pieces:
    """Yield the items of a file: one, an array of them, one a line, or those in a service's answer.

    Raises DamagedFile where the text breaks off, after what stands before, and for other faults of the bytes.
    """
    decoded = decode(source.data(), source.name, page=False)
    found: list[Values] = []
    fault: DamagedFile | None = None
    try:
        for value in values_in(decoded.text, source.name):
            found.extend(_items(value))
    except DamagedFile as error:
        fault = error
    names = names_in(source.name, [text_at(values, *_IDENTITY) for values in found], whole=fault is None)
    for values, name in zip(found, names, strict=True):
        reason = _OTHERS.get((text_at(values, "type") or "").lower())
        if reason is not None:
            yield Passed(name, reason)
        else:
            yield Piece(name=name, read=partial(ninjs_story, values, name, decoded.warnings))
    if fault is not None:
        raise fault


def _items(value: object, depth: int = _DEEPEST) -> Iterator[Values]:
    """Yield the items that a value is or wraps; what stands beside a wrapped one as its NITF is its body."""
    if isinstance(value, list):
        for one in objects_in(value):
            yield from _items(one, depth)
    elif isinstance(value, dict) and _is_item(value):
        yield value
    elif isinstance(value, dict) and depth:
        beside = value.get("nitf")
        for name in _WRAPPING:
            for item in _items(value.get(name), depth - 1):
                yield {**beside, **item} if isinstance(beside, dict) else item


def _is_item(values: Values) -> bool:
    return any(text_at(values, name) for name in _IDENTITY) and any(text_at(values, name) for name in _VERSION)
