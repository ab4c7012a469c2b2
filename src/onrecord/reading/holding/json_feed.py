"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): one document an item."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from onrecord.errors import DamagedFile
from onrecord.reading.dates import iso
from onrecord.reading.head import Head
from onrecord.reading.holding.entries import Entry, piece_of
from onrecord.reading.metadata import StatedDate
from onrecord.reading.source import Passed, Pieces, Source

_VERSION: Final = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org")


def is_json_feed(head: Head) -> bool:
    """Tell whether a file is a JSON Feed, which says so."""
    return head.text.lstrip("\ufeff \t\r\n").startswith("{") and _VERSION.search(head.text) is not None


def json_feed_pieces(source: Source) -> Pieces:
    """Yield a piece for each item, in the order of the feed. Raises DamagedFile for what is no JSON."""
    try:
        feed = json.loads(source.data())
    except (ValueError, RecursionError) as error:
        raise DamagedFile(source.name, f"is a feed that is no JSON ({type(error).__name__})") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise DamagedFile(source.name, "is a feed without a list of items")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield piece_of(_entry(item, feed), number, source)
        else:
            yield Passed(f"{source.name}#{number}", "is no item of a feed")


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    return Entry(
        id=str(item.get("id") or "") or None,
        title=_text(item.get("title")),
        link=_text(item.get("url") or item.get("external_url")),
        content=_text(item.get("content_html") or item.get("content_text")) or "",
        summary=_text(item.get("summary")) or "",
        authors=tuple(_authors(item) or _authors(feed)),
        published=_date(item),
        outlet=_text(feed.get("title")),
        language=_text(item.get("language") or feed.get("language")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _authors(of: Mapping[str, Any]) -> list[str]:
    named = of.get("authors") if isinstance(of.get("authors"), list) else [of.get("author")]
    return [one["name"] for one in named or () if isinstance(one, dict) and _text(one.get("name"))]


def _date(item: Mapping[str, Any]) -> tuple[StatedDate, ...]:
    for field in ("date_published", "date_modified"):
        day = iso(_text(item.get(field)) or "")
        if day is not None:
            # What was changed later was not published later.
            return (StatedDate(day, field),)
    return ()
