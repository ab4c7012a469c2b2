"""From an office to its holder: "the secretary", "the South Korean defense minister", "the two presidents"."""

from collections.abc import Sequence
from typing import Final

from onrecord.lexicon import word_set
from onrecord.resolving.cast import Referent
from onrecord.resolving.descriptions import Description
from onrecord.resolving.scene import Scene
from onrecord.titles import HEADS, LABELS, MODIFIERS, PORTFOLIOS, bare, is_head, singular, spelt

# Words that make another office of the one they stand before.
_OTHER: Final = word_set("vice vice-presidential deputy assistant former ex")
# How many times as often as the next one somebody must be named to be the one whom "the president" means.
_FAR_OFTENER: Final = 1.4
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
    if scene.page.has_turns() and not (described.holders or described.beyond):
        own = _oftenest(scene, held, described.head)
        if own is not None:
            return own
    present = scene.the_present(held, offset)
    return present[0] if len(present) == 1 else None


def see_in_turns(scene: Scene) -> None:
    """In a transcript, see the holder of each office that is only called "the president" there.

    To call before anything is resolved, after the names are noted.
    """
    page = scene.page
    if not page.has_turns():
        return
    for index in range(1, len(page.tokens)):
        token, before = page.tokens[index], page.tokens[index - 1]
        if before.word.casefold() != "the" or not is_head(token.word) or _goes_on(scene, index + 1):
            continue
        held = [r for r in scene.office_holders(spelt(token.word)) if _may_be_called(r, token.word)]
        own = held[0] if len(held) == 1 else _oftenest(scene, held, token.word)
        if own is not None:
            scene.cast.see(own, before.start, token.end, "title")


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether the token at `index` belongs to an office before it: "the President | of Ruritania", "| Orlin"."""
    page = scene.page
    if index >= len(page.tokens) or not page.next_to(index):
        return False
    return (
        page.tokens[index].capital or page.tokens[index].word in ("of", "for", "to") or is_head(page.tokens[index].word)
    )


def _may_be_called(referent: Referent, noun: str) -> bool:
    return any(_fits(title, referent, {bare(noun)}) for title, _ in _titles(referent))


def _oftenest(scene: Scene, held: Sequence[Referent], noun: str) -> Referent | None:
    """Return who is named with the office far more often than any other: whoever speaks for somebody does so.

    A spokeswoman leaves out what her own president is of, and tells him from others by how often she names him.
    """
    times = {r.number: scene.times_titled[r.number, spelt(noun)] for r in held}
    ranked = sorted(held, key=lambda r: -times[r.number])
    if len(ranked) > 1 and times[ranked[0].number] > _FAR_OFTENER * times[ranked[1].number]:
        return ranked[0]
    return None


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
