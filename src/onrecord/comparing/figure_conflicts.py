"""Conflicts between figures: numbers that cannot both be, numbers told again, numbers that moved on."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from onrecord.comparing.bonds import Bond, Sheet, bond_between
from onrecord.comparing.conflict import Conflict
from onrecord.comparing.number_pairs import NumberPair
from onrecord.comparing.recalls import corrects, recalls
from onrecord.records import ToldFigure

Sheets = Callable[[str], Sheet]


def figure_conflicts(pairs: Iterable[tuple[ToldFigure, ToldFigure]], sheets: Sheets) -> Iterator[Conflict]:
    """Yield the conflicts among pairs of figures that may be about one thing, in the order of the pairs.

    `sheets` gives all figures of a document by its id, as two documents are compared as wholes: the words around a
    number are alike in every report of one form, the other numbers are not.
    """

    @lru_cache(maxsize=4096)
    def bond(a: str, b: str) -> Bond:
        return bond_between(sheets(a), sheets(b))

    for a, b in pairs:
        one_document = a.page.document == b.page.document
        found = conflict_between(a, b, None if one_document else bond(a.page.document, b.page.document))
        if found is not None:
            yield found


def conflict_between(a: ToldFigure, b: ToldFigure, bond: Bond | None) -> Conflict | None:
    """Return how two figures conflict, `None` where they do not."""
    pair = NumberPair(a, b, bond)
    if not pair.comparable or not pair.differ or pair.told_both:
        return None
    if pair.one_text:
        return _restated_text(pair)
    return None


def _restated_text(pair: NumberPair) -> Conflict | None:
    if pair.likeness < 0.7 or pair.names_clash:
        return None
    return Conflict(kind="restated", a=pair.a, b=pair.b, confidence=pair.likeness, one_voice=pair.one_voice, why=("one text",))


def corrections_in(sheet: Sheet) -> Iterator[Conflict]:
    """Yield the corrections that a document makes of a number within a sentence: "covers 120 and not 20, as announced"."""
    for (a, frame_a), (b, frame_b) in pairwise(zip(sheet.figures, sheet.frames, strict=True)):
        pass
