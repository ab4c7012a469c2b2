"""An object of JSON without what nobody knows."""

from collections.abc import Mapping


def known(fields: Mapping[str, object]) -> dict[str, object]:
    """Return the fields that have a value: neither None nor an empty text, list or object."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], (), {})}


def one_or_all(values: list[object]) -> object:
    """Return the only value by itself, more of them as a list, None of none: as JSON-LD writes both."""
    return values[0] if len(values) == 1 else values or None
