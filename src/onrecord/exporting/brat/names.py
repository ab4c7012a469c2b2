"""What annotations are called: types, roles, attributes and relations, PolNeAR's where it has them."""

from typing import Final

from onrecord.records import EntityKind
from onrecord.records.event import EVENT_TYPES, STATUSES
from onrecord.records.figure import BOUNDS, CHANGES
from onrecord.records.statement import ACTS, FACTUALITIES, HOWS, STATEMENT_KINDS, STATEMENT_TYPES
from onrecord.records.time import TIME_TYPES

SOURCE, CUE, CONTENT, CONDITION = "Source", "Cue", "Content", "Condition"
ATTRIBUTION, NO_SOURCE = "Attribution", "Attribution-no-source"
FIGURE, TIMEX = "Figure", "Timex"
MENTIONS: Final[dict[str, EntityKind]] = {
    "Person": "person",
    "Organization": "organization",
    "Country": "country",
    "Place": "place",
    "Group": "group",
    "Document": "document",
    "Other": "other",
}
TYPE_OF_KIND: Final = {kind: name for name, kind in MENTIONS.items()}
PARTS: Final = (SOURCE, CUE, CONTENT, CONDITION)
ATTRIBUTIONS: Final = (ATTRIBUTION, NO_SOURCE)
EVENTS: Final = tuple(sorted(EVENT_TYPES))

# Roles of an attribution beside its parts, and of an event.
SPEAKER, ACTOR, RECIPIENT = "Speaker", "Actor", "Recipient"
STATED_IN: Final = "StatedIn"
EQUIV: Final = "Equiv"
NOTES: Final = "AnnotatorNotes"

# Each attribute: what it is written on, and its values.
ATTRIBUTES: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "Type": (ATTRIBUTIONS, tuple(sorted(STATEMENT_TYPES))),
    "Kind": (ATTRIBUTIONS, tuple(sorted(STATEMENT_KINDS))),
    "Act": (ATTRIBUTIONS, tuple(sorted(ACTS))),
    "Factuality": (ATTRIBUTIONS, tuple(sorted(FACTUALITIES))),
    "How": (ATTRIBUTIONS, tuple(sorted(HOWS))),
    "Bound": ((FIGURE,), tuple(sorted(BOUNDS))),
    "Change": ((FIGURE,), tuple(sorted(CHANGES))),
    "TimexType": ((TIMEX,), tuple(sorted(TIME_TYPES))),
    "Status": (EVENTS, tuple(sorted(STATUSES))),
}
