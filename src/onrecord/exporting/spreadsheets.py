"""Cells that a spreadsheet takes for what they are: https://owasp.org/www-community/attacks/CSV_Injection."""

from typing import Final

from onrecord.rows.cells import Cell

# A cell that begins so is a formula to a spreadsheet.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: Cell) -> Cell:
    """Return a cell as it is; before a text that a spreadsheet would take for a formula stands an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
