"""Tables that the rules of this room read: countries, organizations, given names."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """Return the rows of a packaged table, each as its fields (parted by tabs); # begins a comment line."""
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(fields: list[str], place: int) -> tuple[str, ...]:
    """Return the values (parted by |) of one field, none where the row ends before it."""
    stated = fields[place] if place < len(fields) else ""
    return tuple(value for value in stated.split("|") if value)
