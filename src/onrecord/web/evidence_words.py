"""How the pages of evidence say what they show, and where they lead: filters of their templates."""

from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from onrecord.telling.clean import one_line
from onrecord.telling.commitments import FATES
from onrecord.telling.conflicts import KINDS
from onrecord.telling.copies import changes_line, worth_showing
from onrecord.telling.cutting import begun, both_ends, shortened


def joined_names(names: Iterable[str]) -> str:
    """Return names as a table's cell has them, empty where there are none."""
    return "; ".join(map(one_line, names))


def with_query(query: str, **changed: str | int) -> str:
    """Return an address's query with some of its fields given another value."""
    kept = [(name, value) for name, value in parse_qsl(query) if name not in changed]
    return urlencode([*kept, *changed.items()])


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "begun": begun,
    "both_ends": both_ends,
    "changes_line": changes_line,
    "conflict_kind": lambda kind: KINDS.get(kind, kind),
    "fate": lambda fate: FATES.get(fate, fate),
    "shortened": shortened,
    "with_query": with_query,
    "worth_showing": worth_showing,
}
