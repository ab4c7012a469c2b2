"""One record of a web archive into what was captured: the documents in it, or why there is none."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from onrecord.errors import DamagedFile, ReadingError, TooCostly, TooLarge
from onrecord.reading.holding.unpack import Unpacked, unpack
from onrecord.reading.metadata import Story
from onrecord.reading.source import Elsewhere, Part, Passed, Piece, Pieces, Source

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

# These hold what an address answered; the second ones only tell of that.
_CAPTURES: Final = frozenset({"response", "resource", "conversion"})
_NO_CAPTURES: Final = frozenset({"warcinfo", "request", "metadata", "arc_header"})
_NO_PAGES: Final = ("dns:", "whois:", "urn:")
# Types that a story may come in; others are passed over without a look.
_MAY_BE_READ: Final = re.compile(
    r"text/(?!css|javascript|vtt)|application/(?:pdf|x-pdf|(?:x-)?ndjson|(?:[\w.-]+\+)?(?:xml|json))\b|message/rfc822"
)
_ROBOTS: Final = re.compile(r"https?://[^/]+/robots\.txt", re.IGNORECASE)
_BREAKS_OFF: Final = "its end is missing in the archive"
_NOT_FOLLOWED: Final = "only what stands in the archived feed was read, not the page behind it"
_SOME: Final = 64 * 1024


def captured(record: "ArcWarcRecord", name: str, source: Source) -> Pieces:
    """Yield the documents in a record, under its address (`name` stands in for one that is not stated).

    What was answered with another status than 200, what is no text (images, scripts), and a capture that only refers to
    an earlier one are passed over. The record's stream has been read where it holds a document.
    """
    headers = record.rec_headers
    # WARC 1.0 writers put it in angle brackets.
    address = str(headers.get_header("WARC-Target-URI") or headers.get_header("uri") or "").strip("<>")
    if record.rec_type in _NO_CAPTURES or address.startswith(_NO_PAGES):
        return
    if reason := _passed_over(record, address):
        yield Passed(address or name, reason)
    else:
        yield from _held(record, address or name, address or None, source)


def _passed_over(record: "ArcWarcRecord", address: str) -> str | None:
    if record.rec_type == "revisit":
        return "is a copy of what was captured before"
    if record.rec_type not in _CAPTURES:
        return f"is a record of the type {str(record.rec_type)[:40]}, which holds no whole capture"
    status = "200" if record.http_headers is None else str(record.http_headers.get_statuscode())
    if status != "200":
        return f"answered {status[:40] or 'without a status'}"
    if _ROBOTS.fullmatch(address):
        return "is for crawlers (robots.txt)"
    kind = _type(record)
    return None if not kind or _MAY_BE_READ.match(kind.lower()) else f"is {kind.partition(';')[0][:80]}"


def _type(record: "ArcWarcRecord") -> str:
    answer = record.http_headers
    if answer is not None:
        return str(answer.get_header("Content-Type") or "").strip()
    stated = record.rec_headers.get_header("Content-Type") or record.rec_headers.get_header("content-type")
    # The type of a record, not of what it holds: the answer in it has no headers.
    return "" if str(stated or "").startswith("application/http") else str(stated or "").strip()


def _held(record: "ArcWarcRecord", name: str, address: str | None, source: Source) -> Pieces:
    moment = _moment(record)
    try:
        data, whole = _payload(record, name, source)
        inner = source.nested(data, name, address=address, content_type=_type(record) or None)
        for one in source.within(inner):
            part = _part(one, name, address, cut=not whole)
            yield replace(part, seen=moment) if isinstance(part, Piece) else part
    except ReadingError as error:
        yield _broken(name, address, error)
    except MemoryError:
        yield _broken(name, address, TooCostly(name, "took more memory than one document may"))


def _moment(record: "ArcWarcRecord") -> datetime | None:
    """Return when it was captured: then its text stood at its address, whenever it was published."""
    stated = record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date") or ""
    try:
        found = datetime.fromisoformat(str(stated))
    except ValueError:
        found = None
    if found is None:
        with suppress(ValueError):
            found = datetime.strptime(str(stated), "%Y%m%d%H%M%S")
    return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)


def _broken(name: str, address: str | None, error: ReadingError) -> Piece:
    def read() -> Story:
        raise error

    return Piece(name=name, read=read, url=address)


def _part(one: Part, name: str, address: str | None, *, cut: bool) -> Part:
    if isinstance(one, Passed):
        return one
    if isinstance(one, Elsewhere):
        return Passed(one.name, f"names a feed that is not in the archive under it: {one.address}")
    warnings = [_BREAKS_OFF] if cut else []
    # What stands behind a link today is not what stood there when the feed was captured.
    warnings += [_NOT_FOLLOWED] if one.linked is not None else []
    url = one.url or (address if one.name == name else address and one.name)
    return replace(one, url=url, linked=None, read=_warning(one.read, warnings))


def _warning(read: Callable[[], Story], warnings: list[str]) -> Callable[[], Story]:
    def reading() -> Story:
        story = read()
        return replace(story, warnings=(*story.warnings, *warnings))

    return reading


def _payload(record: "ArcWarcRecord", name: str, source: Source) -> Unpacked:
    """Return what was captured, without what HTTP put around it. Raises TooLarge, DamagedFile."""
    from warcio.bufferedreaders import ChunkedDataReader

    answer, most, data = record.http_headers, source.settings.max_bytes, bytearray()
    chunked = answer is not None and str(answer.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    while (piece := stream.read(_SOME)) and len(data) <= most:
        data += piece
    try:
        encoding = "" if answer is None else str(answer.get_header("Content-Encoding") or "")
        got = unpack(bytes(data), encoding, most + 1)
    except ValueError as error:
        raise DamagedFile(name, f"is packed in a way that cannot be undone ({error})") from None
    if max(len(data), len(got.data)) > most:
        raise TooLarge(name)
    cut = getattr(record.raw_stream, "limit", 0) > 0 or record.rec_headers.get_header("WARC-Truncated")
    return Unpacked(got.data, got.whole and not cut and (not chunked or stream.all_chunks_read or stream.not_chunked))
