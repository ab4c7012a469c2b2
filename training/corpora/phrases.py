"""Nested phrases that refer, made flat: each is cut down to its base, so that none overlaps another.

"the secretary of the country" and "the country" become "the secretary" and "the country"; "his office" and "his"
become "his" and "office". A base runs to the end of the phrase's head, from where the last phrase before it ends.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from training.corpora.marked import Extent, Layer, Link, Mark

_SKIPPED: Final = re.compile(r"(?:['’]s?(?!\w)|[\s,;:()\[\]\"“”–—-])+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at [start, end), of a kind of `mentions`, for one entity of its text.

    heads: extents of the words that are its head, of each member where it joins several, in order; whole: the extent
    of a name that must stay in one piece, if it is one.
    """

    start: int
    end: int
    kind: str
    entity: str
    heads: tuple[Extent, ...]
    whole: Extent | None = None


@dataclass(frozen=True, slots=True)
class Flat:
    """A base, or None where a phrase has none of its own (it joins others, or stands inside a name)."""

    phrase: Phrase
    base: Extent | None


def flatten(text: str, phrases: Iterable[Phrase]) -> tuple[Flat, ...]:
    """Return each phrase with its base, in order of the text; where two bases collide the inner one stays."""
    nested = sorted(phrases, key=lambda p: (p.start, -p.end))
    inside = [_inside(nested, index) for index in range(len(nested))]
    names = [p.whole for p in nested if p.whole is not None]
    found: list[Flat] = []
    for phrase, inner in zip(nested, inside, strict=True):
        found.append(Flat(phrase, None if _in_a_name(phrase, names) else _base(text, phrase, inner)))
    return tuple(sorted(_apart(found), key=lambda flat: (flat.base or (flat.phrase.start, 0), flat.phrase.end)))


def layer_of(flats: Iterable[Flat], unseen: frozenset[str] = frozenset()) -> Layer:
    """Return the bases as a layer of marks."""
    marks = (Mark(*flat.base, flat.phrase.kind) for flat in flats if flat.base is not None)
    return Layer(tuple(sorted(marks)), unseen=unseen)


def antecedents(flats: Iterable[Flat]) -> tuple[Link, ...]:
    """Return for each base the nearest earlier base of its entity, None where it is the first.

    Where only phrases without a base came before, or the entity has no name here (""), nothing is said.
    """
    flats = tuple(flats)
    links: list[Link] = []
    last: dict[str, int | None] = {}
    for flat in flats:
        entity = flat.phrase.entity
        if flat.base is None:
            if not _told_within(flat, flats):
                last.setdefault(entity, None)
            continue
        if entity and (entity not in last or last[entity] is not None):
            links.append(Link(flat.base[0], last.get(entity)))
        last[entity] = flat.base[0]
    return tuple(links)


def _told_within(outer: Flat, flats: tuple[Flat, ...]) -> bool:
    """Whether a base inside the phrase is its entity's: "Ada Orlin, the minister", whose head is the name."""
    start, end = outer.phrase.start, outer.phrase.end
    return any(
        f.base is not None and f.phrase.entity == outer.phrase.entity and start <= f.base[0] and f.base[1] <= end
        for f in flats
    )


def _inside(nested: Sequence[Phrase], index: int) -> list[Phrase]:
    outer = nested[index]
    inner = []
    for phrase in nested[index + 1 :]:
        if phrase.start >= outer.end:
            break
        if phrase.end <= outer.end:
            inner.append(phrase)
    return inner


def _in_a_name(phrase: Phrase, names: Iterable[Extent]) -> bool:
    """Whether the phrase lies within a longer name: "the Republic" in "the Army of the Republic"."""
    at = phrase.whole or (phrase.start, phrase.end)
    return any(start <= at[0] and at[1] <= end and at != (start, end) for start, end in names)


def _base(text: str, phrase: Phrase, inner: list[Phrase]) -> Extent | None:
    head = phrase.whole or _own_head(phrase, inner)
    if head is None:
        return None
    start = max((p.end for p in inner if p.end <= head[0]), default=phrase.start)
    skipped = _SKIPPED.match(text, start)
    start = skipped.end() if skipped and start > phrase.start else start
    return (min(start, head[0]), head[1])


def _own_head(phrase: Phrase, inner: list[Phrase]) -> Extent | None:
    """The first run of head words that no inner phrase holds."""
    run: Extent | None = None
    for start, end in phrase.heads:
        if any(p.start <= start and end <= p.end for p in inner):
            if run is not None:
                return run
        elif run is None or start - run[1] <= 1:
            run = (start if run is None else run[0], end)
        else:
            return run
    return run


def _apart(flats: list[Flat]) -> list[Flat]:
    """Without the bases that collide with a shorter phrase's."""
    taken: list[Extent] = []
    kept: list[Flat] = []
    for flat in sorted(flats, key=lambda f: f.phrase.end - f.phrase.start):
        base = flat.base
        if base is not None and any(start < base[1] and base[0] < end for start, end in taken):
            base = None
        if base is not None:
            taken.append(base)
        kept.append(Flat(flat.phrase, base))
    return kept
