"""Whether two figures count one thing, and why: by noun and synonyms, whose they are, which, unit, fate and place.

What the counted words leave out is looked for around the figure (`contexts`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from onrecord.comparing.figures.contexts import Known, antecedent_of, around_figure, content_words, owner_of, state_of
from onrecord.comparing.figures.nouns import PEOPLE
from onrecord.comparing.figures.wordings import Thing, thing_in
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
Evidence = Literal["nation", "words", "noun"]
# By what two things have in common beside the noun (the same country; all the words before it; neither), how many other
# content words their sentences share at least, and the share of such pairs that count the same: (yes + 1) / (pairs + 2)
# over 116 pairs judged by hand.
EVIDENCE: Final[dict[Evidence, tuple[tuple[int, float], ...]]] = {
    "nation": ((1, 8 / 10), (0, 2 / 5)),
    "words": ((4, 7 / 12), (2, 4 / 25), (0, 2 / 22)),
    "noun": ((4, 2 / 8), (2, 3 / 22), (0, 2 / 28)),
}
_MOST_SHOWN: Final = 4


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
    """Yield the keys of a thing, the widest first: "troop", "troop of Norland".

    Of the dead, told with a noun or without: "anyone killed", "anyone killed of Norland".
    """
    if thing.noun:
        yield thing.noun
        yield from (f"{thing.noun} of {nation}" for nation in sorted(thing.nations))
    if thing.state is not None and (not thing.noun or thing.noun in PEOPLE):
        yield f"anyone {thing.state}"
        yield from (f"anyone {thing.state} of {nation}" for nation in sorted(thing.nations))


def alike(a: ToldFigure, b: ToldFigure) -> Alike:
    """Tell how probable it is that two figures count the same things of the world, at whatever time, and why.

    Two figures of "jobs" or "countries" seldom do: what tells is that both are of the same country, and that their
    sentences share other words than the noun (`EVIDENCE`). Zero where they differ in noun, unit, fate or country.
    """
    one, other = thing_told(a), thing_told(b)
    if one is None or other is None or _apart(one.thing, other.thing):
        return APART
    shared = sorted(_around(a, one) & _around(b, other))
    why = [known.said for known in (*one.how, *other.how)]
    if shared:
        why.append(f"both sentences say “{'”, “'.join(shared[:_MOST_SHOWN])}”")
    return Alike(_probability(one.thing, other.thing, len(shared)), tuple(dict.fromkeys(why)))


def _apart(a: Thing, b: Thing) -> bool:
    if a.unit != b.unit or a.state != b.state or not _same_noun(a, b):
        return True
    return bool(a.nations and b.nations and a.nations != b.nations)


def _around(told: ToldFigure, found: Found) -> frozenset[str]:
    """The content words of a figure's sentence but for those of what it counts."""
    around = around_figure(told)
    words = content_words(f"{around.before} {around.behind}")
    return words - content_words(told.figure.counted or "") - {found.thing.noun}


def _probability(a: Thing, b: Thing, shared: int) -> float:
    same_nations = bool(a.nations) and a.nations == b.nations
    if a.words == b.words:
        kind: Evidence = "nation" if same_nations else "words"
    else:  # of one country and with other words no pair was drawn: taken for as good as the same words
        kind = "words" if same_nations and (a.words <= b.words or b.words <= a.words) else "noun"
    return next(share for least, share in EVIDENCE[kind] if shared >= least)


def _same_noun(a: Thing, b: Thing) -> bool:
    return a.noun == b.noun or (not a.noun and b.noun in PEOPLE) or (not b.noun and a.noun in PEOPLE)
