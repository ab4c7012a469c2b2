"""What moved lately: numbers of the latest reports that others say otherwise; bounded, so that a page may wait."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from onrecord.comparing.conflicts.bonds import Sheet, sheet_of
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.conflicts import marked, ranked
from onrecord.comparing.conflicts.figure_conflicts import figure_conflicts
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.ledger import Ledger
from onrecord.ledger.pairing import Place

# Pairs that are looked at, and documents that they may stand in: a document has to be looked at as a whole.
_PAIRS: Final = 400
_DOCUMENTS: Final = 24


def moved_lately(ledger: Ledger, documents: Sequence[str], *, limit: int) -> list[Conflict]:
    """Return up to `limit` pairs of numbers that cannot both hold, one of each in these documents (ids).

    Those that a later number updates come last. Looked at are the first few hundred pairs that may be about one thing,
    in a few documents. Each document is told of once at most.
    """

    @lru_cache(maxsize=_DOCUMENTS)
    def sheet(document: str) -> Sheet:
        return sheet_of(list(told_figures_of(ledger.record(document))))

    if not documents:
        return []
    pairs = _in_few_documents(islice(ledger.figure_pairs(within=documents), _PAIRS))
    found = ranked(map(marked, figure_conflicts(pairs, sheet)))
    told: set[str] = set()
    chosen: list[Conflict] = []
    for one in found:
        ends = {one.a.page.document, one.b.page.document}
        if len(chosen) < limit and ends.isdisjoint(told):
            chosen.append(one)
            told |= ends
    return chosen


def _in_few_documents(pairs: Iterable[tuple[Place, Place]]) -> Iterator[tuple[Place, Place]]:
    known: set[str] = set()
    for pair in pairs:
        both = known | {place.document for place in pair}
        if len(both) <= _DOCUMENTS:
            known = both
            yield pair
