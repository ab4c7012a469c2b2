"""Every figure about one thing in a ledger, in the order of its moment."""

from collections.abc import Callable

from onrecord.comparing import Asked, Series, series_of
from onrecord.comparing.figures.series import NEAR
from onrecord.ledger import Ledger


def series(ledger: Ledger, asked: Asked, meaning_of: Callable[[str], bytes] | None = None) -> Series:
    """Return the figures about what is asked (`onrecord.comparing.ask`).

    With `meaning_of`, which returns what a text means (`Meaning`), also sums and rates whose sentence is near in
    meaning to the words. Raises NoMeanings for a ledger that has none, and what `meaning_of` raises.
    """
    near = () if meaning_of is None else ledger.figures_near(meaning_of(asked.words), least=NEAR)
    return series_of(asked, ledger.figures_with(asked.keys()), near)
