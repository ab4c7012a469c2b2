"""IPTC 7901, the text transmission format of the International Press Telecommunications Council."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.agencies import agency_named
from onrecord.reading.head import Head
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.paragraphs import Line, compose, is_end_mark
from onrecord.reading.people import bylines
from onrecord.reading.source import Pieces, Source
from onrecord.reading.wire.frames import Frame, framed
from onrecord.reading.wire.heading import heading_of
from onrecord.reading.wire.stamps import iptc_stamp
from onrecord.reading.wire.typography import with_quotes
from onrecord.reading.wire.wrapped import paragraphs

NAME: Final = "IPTC 7901"
# The source and the item's number, then its priority, its category and how many words it has.
_TELLS: Final = re.compile(
    rb"[\0\x16\s]{0,64}\x01[A-Za-z]{1,10}\d{1,6} \d [A-Za-z]{1,5} \d{1,6}(?: [^\x02\r\n]*)?\r?\n"
)
_HEADER: Final = re.compile(r"\S+ \d [A-Za-z]+ \d+(?P<optional>[^\r\n]*)")
# From here on an item speaks to the desks that take it.
_NOTEBOOK: Final = re.compile(
    r"#{1,2}\s*(?:Notebook|Notizblock)\s*|\*(?:\s?\*){2,}|The following information is not intended for publication",
    re.IGNORECASE,
)
# "dpa xy zz", "xy/zz": the signs of those who wrote and edited it.
_SIGNS: Final = re.compile(r"(?:dpa|afp|apa|ats)(?:[ /][a-z]{2,4}){1,6}|[a-z]{2,4}(?:/[a-z]{2,4}){1,4}")


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of an IPTC 7901 item."""
    return _TELLS.match(head.data) is not None


def pieces(source: Source) -> Pieces:
    """Yield the items of an IPTC 7901 file. Raises TooLarge, DamagedFile."""
    return framed(source, _read)


def _read(frame: Frame) -> Story:
    lines = [
        (kind, with_quotes(words))
        for kind, words in _parts(_story_lines(frame.lines))
        if any(map(str.isalnum, words)) and not is_end_mark(words)
    ]
    text, marks = compose(lines)
    wrote = bylines(words for kind, words in lines if kind == "byline")
    sent = iptc_stamp(frame.trailer)
    return Story(
        text=text,
        metadata=Metadata(
            title=next((words for kind, words in lines if kind == "headline"), None),
            agency=_agency(frame.header) or wrote.agency,
            authors=wrote.authors,
            published=() if sent is None else (StatedDate(sent, "its date-time group"),),
        ),
        marks=marks,
        warnings=frame.warnings,
    )


def _agency(header: str) -> str | None:
    """Return the service that the optional part of the header names: "dpa 123", "FRA /AFP-AB12"."""
    found = _HEADER.match(header)
    words = re.findall(r"[^\W\d_]+", found["optional"]) if found is not None else []
    return next((agency for word in words if (agency := agency_named(word, beyond_doubt=True))), None)


def _story_lines(lines: Sequence[str]) -> Sequence[str]:
    end = next((number for number, line in enumerate(lines) if _NOTEBOOK.fullmatch(line.strip())), len(lines))
    return lines[:end]


def _parts(lines: Sequence[str]) -> Iterator[Line]:
    heading = heading_of(lines)
    if heading.headline:
        yield "headline", heading.headline
    if heading.byline:
        yield "byline", heading.byline
    for paragraph in paragraphs(lines[heading.end :]):
        if not _SIGNS.fullmatch(paragraph):
            yield None, paragraph
