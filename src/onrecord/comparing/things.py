"""Whether two figures count one thing, and why: by noun and synonyms, whose they are, which, unit, fate and place.

What the counted words leave out is looked for around the figure (`contexts`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.comparing.contexts import Known, antecedent_of, owner_of, state_of
from onrecord.comparing.nouns import PEOPLE
from onrecord.comparing.wordings import Thing, thing_in
from onrecord.records import Figure, ToldFigure


@dataclass(frozen=True, slots=True)
class Found:
    """What a figure counts, and how whatever its counted words leave out was found."""

    thing: Thing
    how: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """How probable it is that two figures count the same thing, and why, each reason a phrase for people."""

    probability: float
    why: tuple[str, ...] = ()


APART: Final = Alike(0.0)


def thing_told(told: ToldFigure) -> Found | None:
    """Return what a figure counts, by its words and by what stands around it; `None` where nobody can tell."""
    how: list[Known] = []
    words = told.figure.counted
    if words is None:
        antecedent = antecedent_of(told)
        if antecedent is None:
            return None
        words = antecedent.value
        how.append(antecedent)
    thing = thing_in(words, told.figure.unit)
    if thing is None:
        return None
    if thing.state is None and thing.noun in PEOPLE and (fate := state_of(told)) is not None:
        thing = replace(thing, state=fate.value)
        how.append(fate)
    if not thing.nations and (owner := owner_of(told, thing.noun)) is not None:
        thing = replace(thing, nations=frozenset((owner.value,)))
        how.append(owner)
    return Found(thing, tuple(how))


def keys_of(figure: Figure, told: ToldFigure | None = None) -> tuple[str, ...]:
    """Return the keys under which a figure is found again: by its noun, and by its noun with each nation.

    With `told`, what stands around the figure counts too. A figure of which nobody can tell what it counts has none.
    """
    found = thing_told(told) if told is not None else None
    thing = found.thing if found is not None else thing_in(figure.counted or "", figure.unit)
    return () if thing is None else tuple(keys_of_thing(thing))


def keys_of_thing(thing: Thing) -> Iterator[str]:
    """Yield the keys of a thing, the widest first: "troop", "troop of Norland"; of the dead: "anyone killed"."""
    if thing.noun:
        yield thing.noun
        yield from (f"{thing.noun} of {nation}" for nation in sorted(thing.nations))
    if thing.state is not None and (not thing.noun or thing.noun in PEOPLE):
        yield f"anyone {thing.state}"


def alike(a: ToldFigure, b: ToldFigure) -> Alike:
    """Tell how probable it is that two figures count the same thing, and why."""
    one, other = thing_told(a), thing_told(b)
    if one is None or other is None:
        return APART
    return _alike(one, other)


def _alike(one: Found, other: Found) -> Alike:
    a, b = one.thing, other.thing
    if a.unit != b.unit or a.state != b.state or not _same_noun(a, b):
        return APART
    if a.nations and b.nations and a.nations != b.nations:
        return APART
    probability = _SAME
    if a.nations != b.nations:
        probability *= _UNSAID
    if a.words != b.words:
        probability *= _MORE if a.words <= b.words or b.words <= a.words else _OTHER
    return Alike(probability, tuple(known.said for known in (*one.how, *other.how)))


def _same_noun(a: Thing, b: Thing) -> bool:
    return a.noun == b.noun or (not a.noun and b.noun in PEOPLE) or (not b.noun and a.noun in PEOPLE)


_SAME, _UNSAID, _MORE, _OTHER = 0.9, 0.6, 0.7, 0.3
