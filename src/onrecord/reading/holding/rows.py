"""One row of a table of articles into a document."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Final

from onrecord.agencies import agency_named
from onrecord.errors import EmptyDocument, ReadingError, TooLarge
from onrecord.reading.dates import iso
from onrecord.reading.fragments import lines_in_html
from onrecord.reading.holding.mapping import value_at
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.paragraphs import compose, one_line
from onrecord.reading.people import bylines
from onrecord.reading.source import Piece
from onrecord.settings import Settings

Row = Mapping[str, object]

_MARKUP: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|table|article|section|blockquote)\b[^<>]*>", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
# What an object says who it is by: {"id": "…", "name": "The Port Ardent Post"}.
_NAMES: Final = ("name", "title")
# Seconds since 1970, from 1973 on; a thousand times as many are milliseconds.
_SECONDS: Final = range(10**8, 10**10)
_MILLISECONDS: Final = range(10**11, 10**13)


def piece_of_row(row: Row, name: str, mapping: Mapping[str, str], settings: Settings) -> Piece:
    """Return the document of a row, not read yet; `mapping` gives the column of each field."""
    url = _text(_value(row, mapping, "url"))
    address = url if url is not None and _ADDRESS.fullmatch(url) else None
    return Piece(name=name, read=partial(_story, row, name, mapping, settings), url=address)


def failing(name: str, error: ReadingError) -> Piece:
    """Return a document that cannot be read, for a reason that is known already."""

    def read() -> Story:
        raise error

    return Piece(name=name, read=read)


def _story(row: Row, name: str, mapping: Mapping[str, str], settings: Settings) -> Story:
    stated = _value(row, mapping, "text")
    parts = [one for one in stated if isinstance(one, str)] if isinstance(stated, list) else [stated]
    text = "\n".join(one for one in parts if isinstance(one, str)).replace("\r\n", "\n")
    if not text.strip():
        raise EmptyDocument(name, f"has no text in the column {mapping['text']}")
    if len(text) > settings.max_bytes:
        raise TooLarge(name)
    metadata, warnings = _metadata(row, mapping)
    if _MARKUP.search(text) is None:
        return Story(text=text, metadata=metadata, warnings=warnings)
    composed, marks = compose(lines_in_html(text))
    return Story(text=composed, metadata=metadata, marks=marks, warnings=warnings)


def _metadata(row: Row, mapping: Mapping[str, str]) -> tuple[Metadata, tuple[str, ...]]:
    wrote = bylines(_names(_value(row, mapping, "authors")))
    agency = _text(_value(row, mapping, "agency"))
    outlet = _text(_value(row, mapping, "outlet"))
    stated = _value(row, mapping, "published")
    day = _day(stated)
    metadata = Metadata(
        title=_text(_value(row, mapping, "title")),
        outlet=None if outlet is None or _ADDRESS.match(outlet) else outlet,
        agency=wrote.agency if agency is None else agency_named(agency) or agency,
        authors=wrote.authors,
        published=() if day is None else (StatedDate(day, f"column {mapping['published']}"),),
        language=_text(_value(row, mapping, "language")),
    )
    if day is not None or stated in (None, ""):
        return metadata, ()
    return metadata, (f"what stands in the column {mapping['published']} is no date that could be told",)


def _value(row: Row, mapping: Mapping[str, str], field: str) -> object:
    return value_at(row, mapping[field]) if field in mapping else None


def _text(value: object) -> str | None:
    """Return the words of a value on one line: of a text, or of the name in an object."""
    if isinstance(value, Mapping):
        value = next((value[name] for name in _NAMES if isinstance(value.get(name), str)), None)
    return one_line(value) or None if isinstance(value, str) else None


def _names(value: object) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [words for one in several if (words := _text(one)) is not None]


def _day(value: object) -> str | None:
    """Return a date as ISO 8601: of words, of a number of seconds or milliseconds since 1970, of a table's own date."""
    if isinstance(value, str):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat() if not isinstance(value, datetime) else value.replace(microsecond=0).isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    seconds = value / 1000 if int(value) in _MILLISECONDS else value
    return datetime.fromtimestamp(int(seconds), UTC).isoformat() if int(seconds) in _SECONDS else None
