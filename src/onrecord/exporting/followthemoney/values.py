"""Values as FollowTheMoney's types take them: ids, dates in UTC, names and texts of so many characters."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Final, TypedDict

from onrecord.days import days_of
from onrecord.tables import rows
from onrecord.telling.clean import one_line


class Proxy(TypedDict):
    """An entity as FollowTheMoney writes it; every property has a list of values."""

    id: str
    schema: str
    properties: dict[str, list[str]]


# The longest values of its types `name`, `string` and `text`.
_NAME, _STRING, _TEXT = 384, 1024, 65_000
_NO_ID: Final = re.compile(r"[^0-9A-Za-z-]")
# The format knows the years from 1000 to 2999.
_DATE: Final = re.compile(r"([12]\d{3}(?:-\d\d(?:-\d\d)?)?)(?=$|[T ])", re.ASCII)
_WEB: Final = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*")


def proxy(id_: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> Proxy:
    """Return an entity with the properties that have a value, each value once."""
    known = {name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in known.items() if values}}


def id_of(*parts: str) -> str:
    """Return an id of letters, digits, hyphens and full stops for what has these ids of ours."""
    plain = "-".join(_NO_ID.sub(_coded, part.replace("sha256:", "sha256-")) for part in parts)
    return plain if plain[:1].isalnum() and plain[-1:].isalnum() else f"id{plain}.0"


def _coded(match: re.Match[str]) -> str:
    return f".{ord(match[0]):06x}"


def name_of(name: str) -> str | None:
    """Return a name on one line; `None` for what has no letter or digit."""
    plain = one_line(name)[:_NAME]
    return plain if any(c.isalnum() for c in plain) else None


def string_of(words: str | None) -> str | None:
    """Return a text on one line, cut where it is too long; `None` for nothing."""
    plain = one_line(words or "")
    return plain if len(plain) <= _STRING else f"{plain[: _STRING - 1]}…"


def texts_of(text: str) -> Iterator[str]:
    """Yield a text in as many pieces as it needs, cut after paragraphs where that can be."""
    while len(text) > _TEXT:
        cut = text.rfind("\n", 1, _TEXT) + 1 or _TEXT
        yield text[:cut]
        text = text[cut:]
    yield text


def date_of(value: str | None) -> str | None:
    """Return the year, month or day that a TIMEX3 value or an ISO 8601 date says; `None` for what is none of these.

    A date-time that tells its distance from UTC is given to the second, in UTC: the format knows no other.
    """
    match = _DATE.match(value or "")
    if value is None or match is None or days_of(match[1]) is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if moment.tzinfo else match[1]
    except (ValueError, OverflowError):
        return match[1]


def address_of(url: str | None) -> str | None:
    """Return an address of the web; `None` for another one, such as a path."""
    return url if url is not None and len(url) <= _STRING and _WEB.fullmatch(url) else None


def country_code(name: str) -> str | None:
    """Return the ISO 3166 code of a country by its usual English name, in small letters; `None` where it has none."""
    return _codes().get(name)


@cache
def _codes() -> dict[str, str]:
    # Longer codes are of countries that are no more.
    return {fields[1]: fields[0].lower() for fields in rows("onrecord", "countries.tsv") if len(fields[0]) == 2}
