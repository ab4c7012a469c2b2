"""How the pages say what records hold: filters of the templates, in the same words as the commands'."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final
from urllib.parse import quote, quote_plus

from onrecord.records import Entity, Span
from onrecord.records.correcting import Touched
from onrecord.telling.amounts import amount, drawn
from onrecord.telling.clean import counted, one_line
from onrecord.telling.conflicts import figure_in
from onrecord.telling.speakers import entity_line, office
from onrecord.telling.values import day_in_words, in_words
from onrecord.web.placing import in_place

# FactBank's values (Saurí and Pustejovsky 2009) as readers say them; what is certain goes without saying.
_FACTUALITY: Final = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certain not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "Uu": "open",
}


def language(code: str) -> str:
    """Return the English name of a language by its code; what has none is called by its code."""
    return str(_languages().get(code, code))


@cache
def _languages() -> Mapping[str, str]:
    from babel import Locale

    names: Mapping[str, str] = Locale("en").languages
    return names


def percent(share: float | None) -> str:
    """Return a probability as a percentage, empty where there is none."""
    return "" if share is None else f"{share:.0%}"


def factuality_in_words(value: str) -> str:
    """Return a value of FactBank as readers say it; what is none stays as it is."""
    return _FACTUALITY.get(value, value)


def joined(spans: tuple[Span, ...]) -> str:
    """Return the words of spans that stand apart, as one line."""
    return " … ".join(one_line(span.text) for span in spans)


def address(*parts: str) -> str:
    """Return a path of this room, each part escaped."""
    return "/" + "/".join(quote(part, safe=":@") for part in parts)


def record_address(document: str, record: str) -> str:
    """Return the address of a record in its report."""
    return f"{address('documents', document)}#{quote(record)}"


def machine_said(touched: Touched, entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Yield what the machine read in the fields that a person changed, each with its name, in words.

    Of an entity that is not among `entities` its id is given.
    """
    assert touched.machine is not None
    read: Mapping[str, object] = dict(touched.machine.to_json())
    for field in touched.correction.changes:
        yield field.replace("_", " "), _in_words(read.get(field), entities)


def _in_words(value: object, entities: Mapping[str, Entity]) -> str:
    if value is None or value == []:
        return "unknown"
    if isinstance(value, list):
        return " … ".join(_in_words(one, entities) for one in value)
    if isinstance(value, dict):
        return str(value.get("text") or ", ".join(str(part) for part in value.values() if part))
    known = entities.get(str(value))
    return str(value) if known is None else known.name


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "amount": amount,
    "counted": counted,
    "day": day_in_words,
    "drawn": drawn,
    "factuality": factuality_in_words,
    "in_words": in_words,
    "joined": joined,
    "language": language,
    "machine_said": machine_said,
    "of_key": lambda key, counts: counts.get(key, 0),
    "office": office,
    "one_line": one_line,
    "entity_line": entity_line,
    "figure_in": figure_in,
    "in_place": in_place,
    "path_part": lambda name: quote(name, safe=""),
    "record_address": record_address,
    "percent": percent,
    "query_part": quote_plus,
    "safe_link": lambda url: url if url and url.startswith(("http://", "https://")) else None,
}
