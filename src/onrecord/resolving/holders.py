"""From an office to its holder: "the secretary", "the South Korean defense minister", "the two presidents"."""

from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.cast import Referent
from onrecord.resolving.descriptions import Description
from onrecord.resolving.scene import Scene
from onrecord.resolving.titles import HEADS, LABELS, MODIFIERS, PORTFOLIOS, bare, is_head, singular, spelt

# Words that make another office of the one they stand before.
_OTHER: Final = word_set("vice vice-presidential deputy assistant former ex")
_PEOPLE: Final = word_set("leader leaders men women officials politicians rivals candidates pair")


def is_known_office(scene: Scene, described: Description) -> bool:
    """Whether the description points to an office that somebody in the text holds."""
    pointing = described.definite or bool(described.holders)
    office = described.head in HEADS and described.number is None
    return office and pointing and bool(candidates(scene, described))


def candidates(scene: Scene, described: Description) -> list[Referent]:
    """Return the persons whose office fits the description: its noun, its qualifiers, what it is of.

    An office that the report gives without its country fits only where no other does.
    """
    wanted = {bare(word) for word in described.qualifiers} | {described.head}
    held = scene.office_holders(spelt(described.head))
    fitting = [r for r in held if any(_fits(title, r, wanted) for title, _ in _titles(r))]
    bodies = {r.name for r in (*described.holders, *described.beyond)}
    bodies |= {alias for r in (*described.holders, *described.beyond) for alias in r.aliases}
    if not bodies:
        return fitting
    exact = [r for r in fitting if any(of in bodies for _, of in _titles(r))]
    return exact or [r for r in fitting if all(of is None for _, of in _titles(r))]


def holder(scene: Scene, described: Description, offset: int) -> Referent | None:
    """Return who alone can be meant by an office at `offset`: the only holder, or the only one who is present."""
    held = candidates(scene, described)
    if len(held) == 1:
        return held[0]
    present = scene.the_present(held, offset)
    return present[0] if len(present) == 1 else None


def holders(scene: Scene, described: Description, offset: int) -> tuple[Referent, ...]:
    """Return the persons whom "the presidents" or "the two leaders" mean: the last who were named together."""
    kind = singular(described.head)
    for members in scene.lists_back(offset):
        if any(r.kind != "person" for r in members) or (described.number or len(members)) != len(members):
            continue
        if described.head in _PEOPLE or any(spelt(kind) in _heads(r) for r in members):
            return members
    return ()


def is_plural(described: Description) -> bool:
    """Whether the description is of several known persons: a plural title, or a number of people."""
    if not described.definite or described.tail or described.holders:
        return False
    plural = singular(described.head) != described.head and singular(described.head) in HEADS
    return plural or (described.number is not None and described.head in _PEOPLE)


def _heads(referent: Referent) -> set[str]:
    return {spelt(word) for title, _ in _titles(referent) for word in title if is_head(word)}


def _titles(referent: Referent) -> Sequence[tuple[list[str], str | None]]:
    return [([bare(word) for word in role.title.split()], role.of) for role in referent.roles]


def _fits(title: list[str], referent: Referent, wanted: set[str]) -> bool:
    """Whether all words of the description are in the title; words that are no part of titles are passed over."""
    words = {spelt(word) for word in title} | referent.nouns
    asked = {spelt(word) for word in wanted if word in HEADS | MODIFIERS | PORTFOLIOS | LABELS}
    return asked <= words and not (words - asked) & _OTHER
