"""From a description to countries and organizations: "the two governments", "the Syrian government", "the agency"."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from onrecord.lexicon import word_set
from onrecord.organizations import BODIES, GOVERNMENTS
from onrecord.resolving.cast import Referent
from onrecord.resolving.descriptions import Description
from onrecord.resolving.pronouns import spoken_for
from onrecord.resolving.scene import Scene

_STATES: Final = word_set(
    "countries nations governments states sides allies capitals neighbors neighbours powers parties"
)


# Whoever has one, his rival has one too: only the last one named is meant.
_SEVERAL: Final = word_set("campaign administration team office")


def are_states(described: Description) -> bool:
    """Whether the description is of a number of states: "the two countries", "both sides", "the three nations"."""
    return described.number is not None and described.head in _STATES and not described.tail


def states(scene: Scene, described: Description, offset: int) -> tuple[Referent, ...]:
    """Return the states that are meant: those last named or acting together, of the right number, each another.

    Persons who acted together stand for the countries that their offices are of.
    """
    for members in scene.lists_back(offset):
        if len(members) == described.number:
            countries = _countries(scene, members)
            if len({r.number for r in countries}) == described.number:
                return countries
    return _told_of(scene, described.number or 0, offset)


def _told_of(scene: Scene, number: int, offset: int) -> tuple[Referent, ...]:
    """Return the countries of this sentence, or of the one before it, if they are so many."""
    for _, start, end in islice(scene.sentences_back(offset), 2):
        seen = (scene.cast.of(s) for s in scene.cast.back_from(end, start) if s.form != "part")
        countries = {r.number: r for r in seen if r.kind == "country"}
        if countries:
            return tuple(reversed(countries.values())) if len(countries) == number else ()
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
    """Return the organization that "the agency" means; () where it is in doubt, None where the text names none.

    Its known nouns or the last word of its name must hold the description's noun, and its name the qualifiers.
    """
    if not described.definite or described.tail or described.holders or described.number is not None:
        return None
    called = [r for r in scene.bodies_called(described.head) if _fits(r, described)]
    if not called or (len(called) == 1 and described.head not in _SEVERAL):
        return tuple(called) or None
    present = scene.the_present(called, offset)
    return present if len(present) == 1 else ()


def _fits(referent: Referent, described: Description) -> bool:
    phrase = " ".join((*described.qualifiers, described.head))
    if phrase in referent.nouns:
        return True
    words = {word.casefold() for name in (referent.name, *referent.aliases) for word in name.split()}
    return set(described.qualifiers) <= words
