"""Tables that the rules of this room read: organizations, given names."""

from collections.abc import Iterator

from onrecord import tables
from onrecord.tables import listed

__all__ = ["listed", "rows"]


def rows(name: str) -> Iterator[list[str]]:
    """Return the rows of a table of this room, each as its fields."""
    return tables.rows(__name__, name)
