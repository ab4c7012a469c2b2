"""From a description to countries and organizations: "the two governments", "the Syrian government", "the agency"."""

from collections.abc import Sequence
from typing import Final

from onrecord.resolving.cast import Referent
from onrecord.resolving.descriptions import Description
from onrecord.resolving.lexicon import word_set
from onrecord.resolving.organizations import BODIES, GOVERNMENTS
from onrecord.resolving.pronouns import spoken_for
from onrecord.resolving.scene import Scene

_STATES: Final = word_set(
    "countries nations governments states sides allies capitals neighbors neighbours powers parties"
)


def are_states(described: Description) -> bool:
    """Whether the description is of a number of states: "the two countries", "both sides", "the three nations"."""
    return described.number is not None and described.head in _STATES and not described.has_tail


def states(scene: Scene, described: Description, offset: int) -> tuple[Referent, ...]:
    """Return the states that are meant: those last named or acting together, of the right number, each another.

    Persons who acted together stand for the countries that their offices are of.
    """
    for members in scene.lists_back(offset):
        if len(members) == described.number:
            countries = _countries(scene, members)
            if len({r.number for r in countries}) == described.number:
                return countries
    return ()


def _countries(scene: Scene, members: Sequence[Referent]) -> tuple[Referent, ...]:
    stand = (r if r.kind == "country" else spoken_for(scene, r) for r in members)
    return tuple(r for r in stand if r.kind == "country")


def government(described: Description) -> Referent | None:
    """Return the country of "the Syrian government", "the government of Syria"; None where it is not said."""
    if described.head not in GOVERNMENTS or described.qualifiers:
        return None
    named = [r for r in (*described.holders, *described.beyond) if r.kind == "country"]
    return named[0] if len(named) == 1 else None


def is_body(described: Description) -> bool:
    """Whether the description names a body by whose it is: "the Turkish foreign ministry", "the Orlin campaign"."""
    return described.head in BODIES and bool(described.holders)


def body_called(scene: Scene, described: Description, offset: int) -> tuple[Referent, ...] | None:
    """Return the organization that "the agency" means; () where two do, None where the text names no such one.

    Its known nouns or the last word of its name must hold the description's noun, and its name the qualifiers.
    """
    if not described.definite or described.has_tail or described.holders or described.number is not None:
        return None
    called = [r for r in scene.bodies_called(described.head) if _fits(r, described)]
    if len(called) < 2:
        return tuple(called) or None
    for paragraphs in (0, 1, 2):
        present = [r for r in called if scene.is_seen(r, scene.reach(offset, paragraphs), offset)]
        if present:
            return tuple(present) if len(present) == 1 else ()
    return ()


def _fits(referent: Referent, described: Description) -> bool:
    phrase = " ".join((*described.qualifiers, described.head))
    if phrase in referent.nouns:
        return True
    words = {word.casefold() for name in (referent.name, *referent.aliases) for word in name.split()}
    return set(described.qualifiers) <= words
