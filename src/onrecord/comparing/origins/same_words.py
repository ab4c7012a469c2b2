"""Whether two reports carry the same statement, or the same figure: by their words, and by whose they are."""

from collections.abc import Sequence
from typing import Final

from onrecord.comparing.origins.tiling import tiles_of
from onrecord.folding import fold
from onrecord.records import Figure, Statement

# Of the shorter content's words, the share that stands in the other in runs of this many.
_ALIKE: Final = 0.6
_RUN: Final = 3
# Fewer words than these say too little to be known again.
_FEWEST: Final = 4


def same_statement(a: Statement, by: Sequence[str], b: Statement, others: Sequence[str]) -> bool:
    """Tell whether two statements say the same in nearly the same words; `by` and `others` are their speakers' names.

    Where both have named speakers, these must share a part of a name: "Quill" is "Una Quill".
    """
    ours, theirs = _words(a), _words(b)
    fewer = min(len(ours), len(theirs))
    if fewer < _FEWEST or not _may_be_one(by, others):
        return False
    return sum(tile.size for tile in tiles_of(ours, theirs, _RUN)) >= _ALIKE * fewer


def same_figure(a: Figure, b: Figure) -> bool:
    """Tell whether two figures state the same number with the same bound, of things counted in the same unit."""
    if a.bound is None or a.bound == "vague":
        return False
    return (a.bound, a.value, a.low, a.high, a.unit) == (b.bound, b.value, b.low, b.high, b.unit)


def _words(statement: Statement) -> list[str]:
    return [word for span in statement.content for word in fold(span.text).split()]


def _may_be_one(by: Sequence[str], others: Sequence[str]) -> bool:
    ours = {word for name in by for word in fold(name).split()}
    theirs = {word for name in others for word in fold(name).split()}
    return not ours or not theirs or not ours.isdisjoint(theirs)
