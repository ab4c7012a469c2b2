"""What the two forms of PLOVER events share: categories, contexts, the parties' countries.

The terms are those of the PLOVER manual 0.7 (github.com/openeventdata/PLOVER), categories as POLECAT spells them, the
data set that is coded by it (Halterman et al. 2023; doi:10.7910/DVN/AJGVIT).
"""

from typing import Final, NamedTuple

from onrecord.exporting.plover_events.country_codes import alpha_3
from onrecord.records import Entity, EventType, Status


class Quad(NamedTuple):
    """One of the four classes that events fall into: PLOVER's number for it, and its name."""

    number: int
    name: str


_VERBAL_COOPERATION: Final = Quad(1, "VERBAL COOPERATION")
_MATERIAL_COOPERATION: Final = Quad(2, "MATERIAL COOPERATION")
_VERBAL_CONFLICT: Final = Quad(3, "VERBAL CONFLICT")
_MATERIAL_CONFLICT: Final = Quad(4, "MATERIAL CONFLICT")
QUADS: Final[dict[EventType, Quad]] = {
    "AGREE": _VERBAL_COOPERATION,
    "CONSULT": _VERBAL_COOPERATION,
    "SUPPORT": _VERBAL_COOPERATION,
    "CONCEDE": _VERBAL_COOPERATION,
    "COOPERATE": _MATERIAL_COOPERATION,
    "AID": _MATERIAL_COOPERATION,
    "RETREAT": _MATERIAL_COOPERATION,
    "REQUEST": _VERBAL_CONFLICT,
    "ACCUSE": _VERBAL_CONFLICT,
    "REJECT": _VERBAL_CONFLICT,
    "THREATEN": _VERBAL_CONFLICT,
    "PROTEST": _MATERIAL_CONFLICT,
    "SANCTION": _MATERIAL_CONFLICT,
    "MOBILIZE": _MATERIAL_CONFLICT,
    "COERCE": _MATERIAL_CONFLICT,
    "ASSAULT": _MATERIAL_CONFLICT,
}
# PLOVER's contexts for what has not simply happened.
CONTEXTS: Final[dict[Status, str]] = {"expected": "future", "hypothetical": "hypothetical", "denied": "negation"}


def country_of(entity: Entity) -> str | None:
    """Return the code of the country that an entity is or whose offices it holds, None where that is not one."""
    if entity.kind == "country":
        return alpha_3(entity.name)
    codes = {code for role in entity.roles if role.of and (code := alpha_3(role.of)) is not None}
    return codes.pop() if len(codes) == 1 else None
