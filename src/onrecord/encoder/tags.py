"""The layers of tags that the model gives each piece, and which tag may follow which (BIO; Ramshaw and Marcus 1995).

PLOVER is the event ontology of Halterman et al. (2023), spelled as POLECAT spells it; TIMEX3 types are ISO 24617-1's.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

ROLES = ("source", "cue", "content")
PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
LAYERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "attribution": ROLES,
        "inner": ROLES,
        "names": ("person", "organization", "country", "place", "other", "nationality"),
        "mentions": ("person", "organization", "place", "other"),
        "times": ("DATE", "TIME", "DURATION", "SET"),
        "quantities": ("hedge", "number", "unit", "counted"),
        "events": PLOVER,
    }
)
"""The kinds of span in each layer. `inner` holds attributions that stand within the content of another.

`mentions` are all phrases that refer, each cut before the next begins: "the secretary" of "the secretary of state of
the country", "his" and "office" of "his office".
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
