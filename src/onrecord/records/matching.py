"""Which record of a new reading is the one that a person corrected in an earlier one."""

from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.folding import fold
from onrecord.records.changing import amended
from onrecord.records.correction import Correction
from onrecord.records.entity import Entity
from onrecord.records.items import Item, item_from_json, items_of, layer_of, own_spans
from onrecord.records.record import Record
from onrecord.records.span import Span
from onrecord.records.statement import Statement

# More than a half in common: of two stretches that do not overlap, only one can have that with a third, so the match is
# the only one (as in panoptic segmentation; Kirillov et al. 2019).
_LEAST: Final = 0.5

# How alike two items are, greatest first: own spans, then all spans.
_Likeness = tuple[float, float]


def matches(record: Record, corrections: Sequence[Correction]) -> dict[int, Item]:
    """Return, by a correction's number, what the machine reads in `record` of that which was corrected.

    By its id, else what is most alike in the same layer: by the own spans as the machine or the person had them, of an
    entity also by kind and name. No two corrections get the same item.
    """
    by_id = {item.id: item for item in items_of(record)}
    found = {
        one.number: by_id[one.record]
        for one in corrections
        if one.record in by_id and layer_of(by_id[one.record]) == one.layer
    }
    left = [one for one in corrections if one.number not in found]
    taken = {item.id for item in found.values()}
    for _, number, item in sorted(_candidates(record, left), key=lambda one: (one[0], -one[1]), reverse=True):
        if number not in found and item.id not in taken:
            found[number] = item
            taken.add(item.id)
    return found


def same_entity(entity: Entity, among: Iterable[Entity]) -> Entity | None:
    """Return the one that is meant by an entity of another reading: the most alike, if any is enough so."""
    liked = [(likeness, one) for one in among if (likeness := _likeness(entity, one)) is not None]
    return max(liked, key=lambda one: one[0], default=(None, None))[1]


def versions_of(correction: Correction, text: str) -> tuple[Item, Item]:
    """Return what the machine read when it was corrected, and what a person made of that; `text` is the document's."""
    layer, machine = correction.layer, correction.machine
    read = item_from_json(layer, dict(machine), text)
    return read, amended(layer, correction.record, machine, machine, correction.changes, text)


def _candidates(record: Record, corrections: Iterable[Correction]) -> Iterable[tuple[_Likeness, int, Item]]:
    for one in corrections:
        versions = versions_of(one, record.document.text)
        for item in items_of(record):
            likenesses = [_likeness(version, item) for version in versions]
            best = max((likeness for likeness in likenesses if likeness is not None), default=None)
            if best is not None:
                yield best, one.number, item


def _likeness(a: Item, b: Item) -> _Likeness | None:
    """Return how alike two items of one layer are, None where they are not enough so to be one."""
    if type(a) is not type(b):
        return None
    ours, theirs = _places(own_spans(a)), _places(own_spans(b))
    common = len(ours & theirs)
    # Numbers, times and triggers are a word or two, of which a hedge or a unit is more than half: there the shorter one
    # counts. Of a statement the whole does: one that stands within another is not the other.
    whole = len(ours | theirs) if isinstance(a, Statement | Entity) else min(len(ours), len(theirs))
    if common <= _LEAST * whole and not _same_name(a, b):
        return None
    every = len(_places(a.spans()) & _places(b.spans())) / len(_places((*a.spans(), *b.spans())))
    return common / len(ours | theirs), every


def _same_name(a: Item, b: Item) -> bool:
    if not (isinstance(a, Entity) and isinstance(b, Entity)):
        return False
    return a.kind == b.kind and fold(a.name) == fold(b.name) != ""


def _places(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
