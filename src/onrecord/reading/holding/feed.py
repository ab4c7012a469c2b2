"""RSS and Atom feeds, by `feedparser`: one document an entry."""

import re
import time
from collections.abc import Iterator, Mapping
from email.message import Message
from typing import Any, Final

from onrecord.errors import DamagedFile
from onrecord.reading.dates import iso
from onrecord.reading.head import Head
from onrecord.reading.holding.entries import Entry, piece_of
from onrecord.reading.metadata import StatedDate
from onrecord.reading.source import Pieces, Source

_ROOTS: Final = frozenset({"rss", "feed", "rdf"})
_RDF_IS_A_FEED: Final = re.compile(r"purl\.org/rss|my\.netscape\.com/rdf|<(?:\w+:)?channel\b")
_END: Final = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
# The most telling first.
_DATES: Final = ("published", "created", "updated")


def is_feed(head: Head) -> bool:
    """Tell whether a file is an RSS or Atom feed."""
    root = head.root
    if root is None or root.name.lower() not in _ROOTS:
        return False
    return root.name.lower() != "rdf" or _RDF_IS_A_FEED.search(head.text) is not None


def feed_pieces(source: Source) -> Pieces:
    """Yield a piece for each entry, in the order of the feed.

    One that is not well-formed is read as far as it goes, and its documents say so. Raises DamagedFile where nothing
    can be made out, and at the end of a feed that breaks off.
    """
    import feedparser

    data = source.data()
    headers = {"content-type": _type(data, source.content_type), "content-location": source.address or ""}
    read = feedparser.parse(data, response_headers=headers)
    fault = _fault(read)
    if not read.entries and fault is not None:
        raise DamagedFile(source.name, f"is a feed that cannot be made out ({fault})")
    warnings = () if fault is None else (f"the feed is not well-formed XML and was read as far as it goes ({fault})",)
    for number, entry in enumerate(read.entries, 1):
        yield piece_of(_entry(entry, read.feed, warnings), number, source)
    if fault is not None and _END.search(data.replace(b"\0", b"")[-4096:]) is None:
        raise DamagedFile(source.name, "is a feed that breaks off, so that its last entry may be cut")


def _type(data: bytes, stated: str | None) -> str:
    """Say that it is XML, whatever was stated, and in which charset: UTF-8 if it is, as hardly anything else is."""
    if not data.isascii():
        try:
            data.decode("utf-8")
            return "application/xml; charset=utf-8"
        except UnicodeDecodeError:
            pass
    header = Message()
    header["Content-Type"] = stated or ""
    charset = header.get_content_charset()
    return f"application/xml; charset={charset}" if charset else "application/xml"


def _fault(read: Mapping[str, Any]) -> str | None:
    """Say why a feed is not well-formed; a charset that is not the stated one is no fault of that kind."""
    import feedparser

    error = read.get("bozo_exception") if read.get("bozo") else None
    if error is None or isinstance(error, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType):
        return None
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]


def _entry(entry: Mapping[str, Any], feed: Mapping[str, Any], warnings: tuple[str, ...]) -> Entry:
    content = max((one.get("value") or "" for one in entry.get("content", ())), key=len, default="")
    return Entry(
        id=entry.get("id"),
        title=_plain(entry.get("title")),
        link=entry.get("link"),
        content=content,
        summary=entry.get("summary") or "",
        authors=tuple(_authors(entry)),
        published=_date(entry),
        outlet=_plain((entry.get("source") or {}).get("title") or feed.get("title")),
        language=(entry.get("language") or feed.get("language") or None),
        warnings=warnings,
    )


def _plain(words: str | None) -> str | None:
    """Titles may hold markup, which is none of their words."""
    from onrecord.reading.fragments import lines_in_html

    return " ".join(line for _, line in lines_in_html(words or "")) or None


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    named = [one.get("name") for one in entry.get("authors", ()) if one.get("name")]
    yield from named or ([entry["author"]] if entry.get("author") else [])


def _date(entry: Mapping[str, Any]) -> tuple[StatedDate, ...]:
    for field in _DATES:
        # feedparser gives one date in place of another that is not stated, but does not say that it holds that.
        stated = entry[field] if field in set(entry) else None
        day = iso(stated) if stated else None
        parsed: time.struct_time | None = entry.get(f"{field}_parsed") if stated else None
        if day is None and parsed is not None:
            day = time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)
        if day is not None:
            # What was changed later was not published later.
            return (StatedDate(day, field),)
    return ()
