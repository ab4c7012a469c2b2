"""Conflicts between figures: numbers that cannot both be, numbers told again, numbers that moved on."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from onrecord.comparing.bonds import Bond, Sheet, bond_between
from onrecord.comparing.chances import chance_of
from onrecord.comparing.conflict import Conflict
from onrecord.comparing.frames import Frame
from onrecord.comparing.number_pairs import NumberPair
from onrecord.comparing.recalls import corrects, recalls
from onrecord.comparing.stated import Stated
from onrecord.records import ToldFigure

Sheets = Callable[[str], Sheet]
# The words around a number must be as alike as that to be one sentence of one text.
_ONE_SENTENCE: Final = 0.7
# How probable it must be that two figures of two texts count the same thing.
_ONE_THING: Final = 0.5
# Between a number and the one that it takes the place of: "120 and not 20", "to 120 from 20".
_NEAR: Final = 8


def figure_conflicts(pairs: Iterable[tuple[ToldFigure, ToldFigure]], sheets: Sheets) -> Iterator[Conflict]:
    """Yield the conflicts among pairs of figures that may be about one thing, in the order of the pairs.

    `sheets` gives all figures of a document by its id, as two documents are compared as wholes: the words around a
    number are alike in every report of one form, the other numbers are not.
    """

    @lru_cache(maxsize=4096)
    def bond(a: str, b: str) -> Bond | None:
        return None if a == b else bond_between(sheets(a), sheets(b))

    for a, b in pairs:
        of_a, of_b = a.page.document, b.page.document
        pair = NumberPair(sheets(of_a).by_id[a.figure.id], sheets(of_b).by_id[b.figure.id], bond(of_a, of_b))
        found = conflict_between(pair)
        if found is not None:
            yield found


def conflict_between(pair: NumberPair) -> Conflict | None:
    """Return how two figures of two documents conflict, `None` where they do not; `a` is what was said first."""
    if pair.bond is None or not pair.differ or not pair.comparable:
        return None
    if pair.bond.one_text:
        return _altered(pair) if pair.one_spot else None
    if pair.other_issue or not pair.one_place or pair.thing.probability < _ONE_THING:
        return None
    return _recalled(pair) or _recalled(pair.turned()) or _apart(pair)


def corrections_in(sheet: Sheet) -> Iterator[Conflict]:
    """Yield the corrections that a document makes of a number in its sentence: "covers 120 and not 20, as announced".

    `a` is the number that is taken back, `b` the one in its place.
    """
    for one, other in pairwise(sheet.figures):
        if one.frame.sentence != other.frame.sentence or one.told.figure.unit != other.told.figure.unit:
            continue
        if not corrects(one.frame) or other.told.figure.span.start - one.told.figure.span.end > _NEAR * 6:
            continue
        stands, taken_back = (one, other) if other.role in ("denied", "compared") else (other, one)
        if taken_back.role in ("denied", "compared") and stands.role not in ("denied", "compared"):
            yield _corrected(taken_back, stands)


def _altered(pair: NumberPair) -> Conflict | None:
    """One text in two versions, copies or an item and its correction: a number was changed in its place."""
    if pair.likeness < _ONE_SENTENCE or pair.names_clash or pair.told_both:
        return None
    why = "one text, where this number alone was changed" if pair.likeness == 1 else "one text, the same place in it"
    return _conflict("restated", pair, chance_of("altered", pair), (why, *_agreeing(pair)))


def _recalled(pair: NumberPair) -> Conflict | None:
    """The same speaker comes back to what was announced: "in October we announced that more than 1,000 …"."""
    a, b = pair.a.told, pair.b.told
    if not pair.one_voice or not recalls(pair.b.frame) or pair.a.said is None or pair.b.said is None:
        return None
    if not pair.a.said.last < pair.b.said.first:
        return None
    meant = pair.b.held
    if meant is None or meant == pair.b.said or not (meant.first <= pair.a.said.last and pair.a.said.first <= meant.last):
        return None
    why = (f"the same speaker comes back in {b.figure.as_of} to what was said {_day(a)}", *pair.thing.why)
    return _conflict("restated", pair, chance_of("recalled", pair), why)


def _apart(pair: NumberPair) -> Conflict | None:
    """Numbers of one thing that cannot both be: at one moment a contradiction, later on an update."""
    if not pair.apart or pair.told_both:
        return None
    kind = "contradicts" if pair.one_moment else "updated"
    chance = chance_of(kind, pair)
    return None
