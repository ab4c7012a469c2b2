"""Every figure about one thing in a ledger, in the order of its moment, and which of them cannot both be."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from onrecord.comparing import Asked, Point, Series, series_of
from onrecord.comparing.conflicts.bonds import Sheet, amount_of, sheet_of
from onrecord.comparing.conflicts.conflict import Conflict
from onrecord.comparing.conflicts.conflicts import marked, ranked
from onrecord.comparing.conflicts.figure_conflicts import figure_conflicts
from onrecord.comparing.figures.series import NEAR
from onrecord.comparing.figures.telling import told_figures_of
from onrecord.ledger import Ledger

# Of a longer series only so many figures are held against each other: each with each would take minutes.
MOST_COMPARED: Final = 60


def series(ledger: Ledger, asked: Asked, meaning_of: Callable[[str], bytes] | None = None) -> Series:
    """Return the figures about what is asked (`onrecord.comparing.ask`).

    With `meaning_of`, which returns what a text means (`Meaning`), also sums and rates whose sentence is near in
    meaning to the words. Raises NoMeanings for a ledger that has none, and what `meaning_of` raises.
    """
    near = () if meaning_of is None else ledger.figures_near(meaning_of(asked.words), least=NEAR)
    return series_of(asked, ledger.figures_with(asked.keys()), near)


def conflicts_among(ledger: Ledger, points: Sequence[Point]) -> list[Conflict]:
    """Return the conflicts among the last `MOST_COMPARED` points: numbers restated, updated, contradicted, each once.

    What is said again within its document is held against the others too: its sentence may tell more.
    """
    held = [told for point in points[-MOST_COMPARED:] for told in (point.told, *point.again)]
    pairs = (
        ((a.page.document, a.figure.id), (b.page.document, b.figure.id))
        for a, b in combinations(held, 2)
        if a.figure.unit == b.figure.unit and amount_of(a) != amount_of(b)
    )

    @lru_cache(maxsize=MOST_COMPARED)
    def sheet(document: str) -> Sheet:
        return sheet_of(list(told_figures_of(ledger.record(document))))

    return ranked(map(marked, figure_conflicts(pairs, sheet)))
