"""Packaged tables of words: rows of fields parted by tabs."""

from collections.abc import Iterator
from importlib.resources import files


def rows(package: str, name: str) -> Iterator[list[str]]:
    """Return the rows of a table that lies in a package, each as its fields; # begins a comment line."""
    for line in files(package).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(fields: list[str], place: int) -> tuple[str, ...]:
    """Return the values (parted by |) of one field, none where the row ends before it."""
    stated = fields[place] if place < len(fields) else ""
    return tuple(value for value in stated.split("|") if value)
