"""Records as flat rows: the tables, their columns, and how each record becomes a row. The only place that says so."""

from typing import Final

from onrecord.rows.columns import Column, Kind, Row, Table, Value
from onrecord.rows.documents import DOCUMENTS, ENTITIES, MENTIONS
from onrecord.rows.layers import EVENTS, FIGURES, PARTIES, TIMES
from onrecord.rows.statements import SPEAKERS, STATEMENTS

__all__ = ["TABLES", "Column", "Kind", "Row", "Table", "Value", "table_called"]

# What a table refers to comes before it.
TABLES: Final[tuple[Table, ...]] = (
    DOCUMENTS,
    ENTITIES,
    MENTIONS,
    STATEMENTS,
    SPEAKERS,
    FIGURES,
    TIMES,
    EVENTS,
    PARTIES,
)


def table_called(name: str) -> Table | None:
    """Return the table of that name, or None."""
    return next((table for table in TABLES if table.name == name), None)
