"""ANPA 1312, the wire format of the American Newspaper Publishers Association, as AP and Kyodo send it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from onrecord.agencies import agency_named
from onrecord.reading.head import Head
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.paragraphs import Line, compose, is_end_mark
from onrecord.reading.people import bylines
from onrecord.reading.source import Pieces, Source
from onrecord.reading.wire.frames import Frame, framed
from onrecord.reading.wire.heading import heading_of
from onrecord.reading.wire.stamps import anpa_stamp
from onrecord.reading.wire.typography import cell, with_dashes, with_quotes
from onrecord.reading.wire.wrapped import paragraphs

NAME: Final = "ANPA 1312"
# Synchronisation, then the service level, the number of the item, and the selector behind US; format codes follow.
_TELLS: Final = re.compile(
    rb"[\0\x16\s]{0,64}\x01[A-Za-z]{1,3}\d{1,6}[^\x02]{0,40}?(?:\x1f|[\r\n][^\x02]{0,12}[\x11-\x14])"
)
_CARET: Final = "^"
_LINE_SIGNS: Final = re.compile(r"\s*[<=>]\s*$")
# For the desk: photo numbers, notes to editors, the keyword line with its count of words.
_FOR_THE_DESK: Final = re.compile(
    r"(?:AP|[A-Z]{2,4})\s(?:Photos?|Video|Graphics?|Audio)\b|Eds\.?:|Editors?:|Note to editors", re.IGNORECASE
)
_KEYWORDS: Final = re.compile(r"[A-Z]{2}-{1,3}\S.*")
_TO_READERS: Final = re.compile(r"EDITOR['’]?S['’]? NOTE", re.IGNORECASE)
_BYLINE: Final = re.compile(r"By\s", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"==\s*(?P<agency>\S.*)")
_DESK: Final = re.compile(r"\b(?:Writers?|Correspondents?|Editors?|Press|Staff|Bureau)\b")
_LONGEST_HEADLINE: Final = 200
_LONGEST_DESK: Final = 60
# "XY-WF-04-03-31 0915GMT": as a rule behind the text, at its end from those who keep to the first edition.
_LAST_LINE: Final = re.compile(r"\s*[A-Z]{2,4}(?:-[A-Z]{2,4})?-\d\d-\d\d-\d\d \d{4}[A-Z]{1,4}\s*<?\s*")
_SENDER: Final = re.compile(r"\s*([A-Za-z]{2,6})-")


class _Marked(NamedTuple):
    """A line of the text: with a caret before it, or a row of a table, or neither."""

    sign: str
    words: str


def tells(head: Head) -> bool:
    """Tell whether first bytes are those of an ANPA 1312 item."""
    return _TELLS.match(head.data) is not None


def pieces(source: Source) -> Pieces:
    """Yield the items of an ANPA 1312 file. Raises TooLarge, DamagedFile."""
    return framed(source, _read)


def _read(frame: Frame) -> Story:
    frame = _with_last_line(frame)
    by_caret = any(line.startswith(_CARET) for line in frame.lines)
    lines = [
        (kind, with_dashes(with_quotes(words)))
        for kind, words in (_by_carets(frame.lines) if by_caret else _by_place(frame.lines))
        if any(map(str.isalnum, words)) and not is_end_mark(words)
    ]
    text, marks = compose(lines)
    wrote = bylines(words for kind, words in lines if kind == "byline")
    sent = anpa_stamp(frame.trailer)
    return Story(
        text=text,
        metadata=Metadata(
            title=next((words for kind, words in lines if kind == "headline"), None),
            agency=_agency(frame, lines) or wrote.agency,
            authors=wrote.authors,
            published=() if sent is None else (StatedDate(sent, "its last line"),),
        ),
        marks=marks,
        warnings=frame.warnings,
    )


def _with_last_line(frame: Frame) -> Frame:
    """Return an item whose last line, where it stands in the text, stands behind it."""
    last = max((number for number, line in enumerate(frame.lines) if line.strip()), default=None)
    if last is None or not _LAST_LINE.fullmatch(frame.lines[last]):
        return frame
    return replace(frame, lines=frame.lines[:last], trailer=frame.lines[last])


def _agency(frame: Frame, lines: Sequence[Line]) -> str | None:
    signed = next((agency_named(words) for kind, words in lines if kind == "credit"), None)
    sender = _SENDER.match(frame.trailer)
    return signed or (agency_named(sender[1]) if sender is not None else None)


def _by_place(lines: Sequence[str]) -> Iterator[Line]:
    heading = heading_of(lines)
    if heading.headline:
        yield "headline", heading.headline
    if heading.byline:
        yield "byline", heading.byline
    for paragraph in paragraphs(lines[heading.end :]):
        signature = _SIGNATURE.fullmatch(paragraph)
        yield (None, paragraph) if signature is None else ("credit", signature["agency"])


def _by_carets(lines: Sequence[str]) -> Iterator[Line]:
    """The parts of an item above whose text each line begins with a caret, as AP sends them."""
    headline = in_byline = in_text = False
    for sign, words in _marked(lines):
        if sign != _CARET:
            in_text = in_text or not sign
            yield None, words
        elif _FOR_THE_DESK.match(words) or (not headline and _KEYWORDS.fullmatch(words)):
            continue
        elif not in_text and (_BYLINE.match(words) or (in_byline and _is_desk(words))):
            in_byline = True
            yield "byline", words
        elif in_text or headline or _TO_READERS.match(words) or len(words) > _LONGEST_HEADLINE:
            yield None, words
        else:
            headline = True
            yield "headline", words


def _is_desk(words: str) -> bool:
    return len(words) <= _LONGEST_DESK and (bylines([words]).agency is not None or _DESK.search(words) is not None)


def _marked(lines: Sequence[str]) -> Iterator[_Marked]:
    plain: list[str] = []
    for line in _whole(lines):
        row = _row(line)
        if row is None and not line.startswith(_CARET):
            # What ends with a sign is a paragraph.
            ended = _LINE_SIGNS.sub("", line)
            plain += (line,) if ended == line else (ended, "")
            continue
        yield from (_Marked("", paragraph) for paragraph in paragraphs(plain))
        plain.clear()
        yield _Marked("|", row) if row is not None else _Marked(_CARET, _LINE_SIGNS.sub("", line[1:]).strip())
    yield from (_Marked("", paragraph) for paragraph in paragraphs(plain))


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Put the lines together over which a line with a caret was wrapped; it ends with a sign."""
    begun: list[str] = []
    for line in lines:
        if begun and (not line.strip() or line[0].isspace() or line.startswith(_CARET)):
            yield " ".join(begun)
            begun = []
        if begun or (line.startswith(_CARET) and _row(line) is None):
            begun.append(line.strip())
            if _LINE_SIGNS.search(line):
                yield " ".join(begun)
                begun = []
        else:
            yield line
    if begun:
        yield " ".join(begun)


def _row(line: str) -> str | None:
    """Return a row of a table with its cells told apart, or None for what is no row."""
    words = _LINE_SIGNS.sub("", line).strip().removeprefix(_CARET)
    if words.count(";") < 2 or "; " in words:
        return None
    return " | ".join(map(cell, words.split(";")))
