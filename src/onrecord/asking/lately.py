"""What moved lately: numbers of the latest reports that others say otherwise; bounded, so that a page may wait."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from onrecord.comparing.conflicts.bonds import Sheet, sheet_of
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.conflicts import marked, ranked
from onrecord.comparing.conflicts.figure_conflicts import figure_conflicts
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.ledger import Ledger

# Pairs that are looked at, and documents whose figures are kept meanwhile.
_PAIRS: Final = 400
_KEPT: Final = 64


def moved_lately(ledger: Ledger, documents: Sequence[str], *, limit: int) -> list[Conflict]:
    """Return up to `limit` pairs of numbers that cannot both hold, one of each in these documents (ids).

    Those that a later number updates come last. Only the first few hundred pairs that may be about one thing are looked
    at. Each document is told of once at most.
    """

    @lru_cache(maxsize=_KEPT)
    def sheet(document: str) -> Sheet:
        return sheet_of(list(told_figures_of(ledger.record(document))))

    pairs = islice(ledger.figure_pairs(within=documents), _PAIRS)
    found = ranked(map(marked, figure_conflicts(pairs, sheet)))
    told: set[str] = set()
    chosen: list[Conflict] = []
    for one in found:
        ends = {one.a.page.document, one.b.page.document}
        if len(chosen) < limit and ends.isdisjoint(told):
            chosen.append(one)
            told |= ends
    return chosen
