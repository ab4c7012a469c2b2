"""How the pages say what records hold: filters of the templates, in the same words as the commands'."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote

from onrecord.records import Span
from onrecord.telling.amounts import amount, drawn
from onrecord.telling.clean import counted, one_line
from onrecord.telling.conflicts import figure_in
from onrecord.telling.speakers import entity_line
from onrecord.telling.values import day_in_words, in_words

# FactBank's values (Saurí and Pustejovsky 2009) as readers say them; what is certain goes without saying.
FACTUALITY: Final = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certain not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "Uu": "open",
}


def percent(share: float | None) -> str:
    """Return a probability as a percentage, empty where there is none."""
    return "" if share is None else f"{share:.0%}"


def joined(spans: tuple[Span, ...]) -> str:
    """Return the words of spans that stand apart, as one line."""
    return " … ".join(one_line(span.text) for span in spans)


def address(*parts: str) -> str:
    """Return a path of this room, each part escaped."""
    return "/" + "/".join(quote(part, safe=":@") for part in parts)


def record_address(document: str, record: str) -> str:
    """Return the address of a record in its report."""
    return f"{address('documents', document)}#{quote(record)}"


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "amount": amount,
    "counted": counted,
    "day": day_in_words,
    "drawn": drawn,
    "factuality": lambda value: FACTUALITY.get(value, value),
    "in_words": in_words,
    "joined": joined,
    "one_line": one_line,
    "entity_line": entity_line,
    "figure_in": figure_in,
    "record_address": record_address,
    "percent": percent,
    "safe_link": lambda url: url if url and url.startswith(("http://", "https://")) else None,
}
