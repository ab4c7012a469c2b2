"""Web archives: WARC 0.17 to 1.1 (ISO 28500) and the Internet Archive's ARC, by `warcio`."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from onrecord.errors import DamagedFile
from onrecord.reading.head import Head
from onrecord.reading.holding.capture import captured
from onrecord.reading.holding.forgiving import Forgiving
from onrecord.reading.source import Pieces, Source

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_WARC: Final = re.compile(rb"WARC/\d")
_ARC: Final = b"filedesc://"
_SOME: Final = 64 * 1024


def is_warc(head: Head) -> bool:
    """Tell whether a file begins as a WARC file does."""
    return _WARC.match(head.data) is not None


def is_arc(head: Head) -> bool:
    """Tell whether a file begins as an ARC file does."""
    return head.data.startswith(_ARC)


def archive_pieces(source: Source) -> Pieces:
    """Yield what each capture of a web archive holds, under its own address, in the order of the archive.

    Records that hold no capture (requests, metadata) are nothing. Raises DamagedFile at the end of what can be read of
    an archive that breaks off or is damaged.
    """
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    stream, number = Forgiving(source.opened()), 0
    try:
        for record in _records(stream):
            number += 1
            cut = _has_no_end(record)
            if not cut:
                yield from captured(record, f"{source.name}#{number}", source)
                cut = _is_cut(record)
            if cut:
                raise DamagedFile(source.name, f"breaks off in the middle of record {number:,}")
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError) as error:
        raise DamagedFile(source.name, f"is damaged after record {number:,} ({_line(error)})") from None
    if stream.broken is not None:
        raise DamagedFile(source.name, f"breaks off after record {number:,}")


def _records(stream: Forgiving) -> "Iterator[ArcWarcRecord]":
    """Yield the records with the HTTP headers of those that have some; broken ones cost one record, not the rest."""
    from warcio.archiveiterator import ArchiveIterator

    archive = ArchiveIterator(stream, no_record_parse=True)
    for record in archive:
        address = str(record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or "")
        # A record may end before its headers do.
        with suppress(EOFError):
            record.http_headers = archive.loader.load_http_headers(
                record.rec_type, address.strip("<>"), record.raw_stream, record.length
            )
        yield record


def _has_no_end(record: "ArcWarcRecord") -> bool:
    """Tell whether the archive ended in the header of the record: nothing in it then says how long it is."""
    return record.length is None or not record.rec_type


def _is_cut(record: "ArcWarcRecord") -> bool:
    """Tell whether the archive ends before the record does; goes to its end."""
    while record.raw_stream.read(_SOME):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def _line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
