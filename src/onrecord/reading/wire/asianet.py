"""Press releases as AsiaNet distributes them: wrapped text that says in its first lines whose release it is."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from onrecord.errors import EmptyDocument
from onrecord.reading.dates import DAY, day_in_words
from onrecord.reading.decode import decode
from onrecord.reading.head import Head
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.paragraphs import Line, compose, one_line
from onrecord.reading.source import Piece, Pieces, Source
from onrecord.reading.wire.wrapped import paragraphs

NAME: Final = "AsiaNet press releases"
_TELLS: Final = re.compile(
    rb"\s{0,64}Source:[^\r\n]{1,200}\r?\nMEDIA RELEASE [A-Z]{1,4}\d{2,9}[^\S\r\n]*\r?\n", re.IGNORECASE
)
_LABELS: Final = 2
# "ROAKE, April 3, 2031 /PRNewswire/ --", "PORT ARDENT, Norvanna, April 3, 2031/PRNewswire-AsiaNet/"
_DATELINE: Final = re.compile(rf"\w[^\n/]{{1,80}}?,\s+(?P<day>{DAY})\s*/[^/\n]{{2,40}}/", re.IGNORECASE)
# How far down the dateline stands.
_REACH: Final = 4


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of an AsiaNet press release."""
    return _TELLS.match(head.data) is not None


def pieces(source: Source) -> Pieces:
    """Yield the one release of a source."""
    yield Piece(name=source.name, read=partial(_story, source))


def _story(source: Source) -> Story:
    decoded = decode(source.data(), source.name, page=False)
    lines = decoded.text.strip().splitlines()
    of, parts = lines[0].partition(":")[2], list(_parts(lines[_LABELS:]))
    text, marks = compose(parts)
    if not text:
        raise EmptyDocument(source.name)
    return Story(
        text=text,
        metadata=Metadata(
            title=next((one_line(words) for kind, words in parts if kind == "headline"), None),
            outlet=one_line(of) or None,
            published=_published(parts),
        ),
        marks=marks,
        warnings=decoded.warnings,
    )


def _parts(lines: Sequence[str]) -> Iterator[Line]:
    blank = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    yield "headline", " ".join(lines[:blank])
    for paragraph in paragraphs(lines[blank:]):
        yield None, paragraph


def _published(parts: Sequence[Line]) -> tuple[StatedDate, ...]:
    for _, words in parts[:_REACH]:
        found = _DATELINE.match(words)
        day = day_in_words(found["day"]) if found is not None else None
        if day is not None:
            return (StatedDate(day, "its dateline"),)
    return ()
