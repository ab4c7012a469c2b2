"""The layers of tags that the model gives each piece, and which tag may follow which (BIO; Ramshaw and Marcus 1995).

The kinds of names, mentions, times and events are the records' own, in their order: weights know them by their place.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import get_args

from onrecord.records import EventType, MentionKind, NameKind, TimeType

ROLES = ("source", "cue", "content")
PLOVER: tuple[EventType, ...] = get_args(EventType)
LAYERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "attribution": ROLES,
        "inner": ROLES,
        "names": get_args(NameKind),
        "mentions": get_args(MentionKind),
        "times": get_args(TimeType),
        "quantities": ("hedge", "number", "unit", "counted"),
        "events": PLOVER,
        "conditions": ("condition",),
    }
)
"""The kinds of span in each layer. `inner` holds attributions that stand within the content of another.

`conditions` are what a clause depends on ("if …", "unless …", "should these …").

`mentions` are all phrases that refer, each from its start, or the end of the last phrase within it, to its head: "the
secretary" of "the secretary of the country", "his" and "office" of "his office".
"""


@cache
def tags_of(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The BIO tags of a layer with these kinds."""
    return ("O", *(f"{move}-{kind}" for kind in kinds for move in "BI"))


TAGS = tags_of(ROLES)


def _may_follow(first: str, second: str) -> int:
    return int(not second.startswith("I-") or first[2:] == second[2:])


MOVES = tuple(tuple(_may_follow(a, b) for b in TAGS) for a in TAGS)
"""MOVES[i][j] is 1 where TAGS[j] may follow TAGS[i]."""
