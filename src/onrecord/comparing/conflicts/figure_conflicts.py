"""Conflicts between figures: numbers that cannot both be, numbers told again, numbers that moved on."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from onrecord.comparing.conflicts.bonds import Bond, Sheet
from onrecord.comparing.conflicts.conflict import Conflict, ConflictKind
from onrecord.comparing.conflicts.conflict_chances import Sign, chance_of
from onrecord.comparing.conflicts.number_pairs import NumberPair
from onrecord.comparing.conflicts.recalls import between, bracketed, corrects, recalls
from onrecord.comparing.conflicts.stated import Stated
from onrecord.comparing.figures.moments import may_coincide

Sheets: TypeAlias = Callable[[str], Sheet]
Place: TypeAlias = tuple[str, str]
# The words around a number must be as alike as that to be one sentence of one text.
_ONE_SENTENCE: Final = 0.7
_ONE_ITEM: Final = 0.9
# How probable it must be, by what they count alone, that two figures of two texts count the same thing: one that shares
# neither country nor words with the other is out; that both are of one event is asked apart.
_ONE_THING: Final = 0.15
# What numbers do that can be held against each other: a part may be another part.
_WHOLE: Final = ("stated", "summed")
# How much of a story two sentences must share, by the words around the numbers and by the names.
_ONE_STORY: Final = 0.9
_HALF: Final = 0.4
# The word of nobody in particular is the text's, and that of one text in all its versions.
_ONE_TEXT: Final = ("altered, word for word", "altered", "corrected")
# Between a number and the one that it takes the place of: "120 and not 20", "to 120 from 20".
_NEAR: Final = 8


def figure_conflicts(pairs: Iterable[tuple[Place, Place]], sheets: Sheets) -> Iterator[Conflict]:
    """Yield the conflicts among pairs of figures that may be about one thing, in the order of the pairs.

    A figure is given by the ids of its document and of itself. `sheets` gives all figures of a document by its id, as
    two documents are compared as wholes: the words around a number are alike in every report of one form, the other
    numbers are not.
    """

    @lru_cache(maxsize=4096)
    def bond(a: str, b: str) -> Bond | None:
        return None if a == b else Bond(sheets(a), sheets(b))

    for (of_a, a), (of_b, b) in pairs:
        pair = NumberPair(sheets(of_a).by_id[a], sheets(of_b).by_id[b], bond(of_a, of_b))
        found = conflict_between(pair)
        if found is not None:
            yield found


def conflict_between(pair: NumberPair) -> Conflict | None:
    """Return how two figures of two documents conflict, `None` where they do not; `a` is what was said first."""
    bond = pair.bond
    if bond is None or not pair.differ or not pair.comparable:
        return None
    one_sentence = pair.likeness >= _ONE_SENTENCE
    if one_sentence and (bond.one_text or (bond.one_item and pair.likeness >= _ONE_ITEM)) and pair.one_spot:
        return _altered(pair)
    if bond.one_text or not pair.one_place or pair.thing.probability < _ONE_THING:
        return None
    found = _recalled(pair) or _recalled(pair.turned()) or _apart(pair)
    # Last, as it costs most.
    return None if found is None or bond.other_issue else found


def corrections_in(sheet: Sheet) -> Iterator[Conflict]:
    """Yield the corrections that a document makes of a number in its sentence: "covers 120 and not 20, as announced".

    `a` is the number that is taken back, `b` the one in its place.
    """
    for one, other in pairwise(sheet.figures):
        found = _correction(one, other)
        if found is not None:
            yield _corrected(*found)


def _correction(one: Stated, other: Stated) -> tuple[Stated, Stated] | None:
    """Return the number that is taken back and the one in its place, if two neighbours are such."""
    if one.frame.sentence != other.frame.sentence or one.told.figure.unit != other.told.figure.unit:
        return None
    if bracketed(one.told, other.told):
        return one, other
    if not corrects(one.frame) or len(between(one.told, other.told).split()) > _NEAR:
        return None
    backs = [stated for stated in (one, other) if stated.role in ("denied", "compared")]
    if len(backs) != 1:
        return None
    return (one, other) if backs[0] is one else (other, one)


def _altered(pair: NumberPair) -> Conflict | None:
    """One text in two versions, copies or an item and its correction: a number was changed in its place."""
    if pair.names_clash or pair.told_both:
        return None
    if pair.likeness == 1:
        return _conflict("restated", "altered, word for word", pair, "one text, word for word but for this number")
    return _conflict("restated", "altered", pair, "one text, and this is the same place in it")


def _recalled(pair: NumberPair) -> Conflict | None:
    """The same speaker comes back to what was announced: "in May we told you of more than 270 …"."""
    said, again, meant = pair.a.said, pair.b.said, pair.b.held
    if said is None or again is None or meant is None or not pair.one_voice or not recalls(pair.b.frame):
        return None
    if not said.last < again.first or meant == again or not may_coincide(said, meant):
        return None
    why = f"the same speaker comes back to what was said in {pair.b.told.figure.as_of}"
    return _conflict("restated", "recalled", pair, why, *pair.thing.why)


def _apart(pair: NumberPair) -> Conflict | None:
    """Numbers of one thing that cannot both be: at one moment a contradiction, later on an update."""
    if not pair.apart or pair.a.role not in _WHOLE or pair.told_both or pair.owners_swap or not _one_story(pair):
        return None
    if pair.generic and pair.likeness < _ONE_SENTENCE:
        return None
    kind: Literal["contradicts", "updated"] = "contradicts" if pair.one_moment else "updated"
    if kind == "contradicts" and not pair.meant_at_once:
        return None
    if kind == "updated" and pair.a.held is not None and pair.b.held is not None and pair.b.held < pair.a.held:
        pair = pair.turned()
    return _conflict(kind, kind, pair, "both count one thing, and no number fits both", *pair.thing.why)


def _one_story(pair: NumberPair) -> bool:
    """Whether both sentences tell of one event: by words and names, or by half of both and by just what is counted."""
    half = min(pair.likeness, pair.names_shared) >= _HALF
    return pair.nearness >= _ONE_STORY or (half and pair.specific)


def _corrected(taken_back: Stated, stands: Stated) -> Conflict:
    pair = NumberPair(taken_back, stands, None)
    return _conflict("restated", "corrected", pair, "the sentence takes one number back for the other")


def _conflict(kind: ConflictKind, sign: Sign, pair: NumberPair, *why: str) -> Conflict:
    spoken = bool(pair.a.told.speakers or pair.b.told.speakers)
    return Conflict(
        kind=kind,
        sign=sign,
        a=pair.a.told,
        b=pair.b.told,
        confidence=chance_of(sign),
        one_voice=pair.one_voice or (sign in _ONE_TEXT and not spoken),
        why=tuple(dict.fromkeys(why)),
    )
