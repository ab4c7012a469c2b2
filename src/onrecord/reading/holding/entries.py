"""An entry of a feed into a piece: its own text where that is the report, else the page that it points to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from onrecord.agencies import agency_named
from onrecord.errors import EmptyDocument
from onrecord.reading.fetch import is_address
from onrecord.reading.fragments import lines_in_html
from onrecord.reading.metadata import Metadata, StatedDate, Story
from onrecord.reading.paragraphs import Line, compose, one_line
from onrecord.reading.people import bylines
from onrecord.reading.source import Piece, Source

# A text that ends like this is a beginning: "…", "[...]", "Read more", "Continue reading →".
_BREAKS_OFF: Final = re.compile(
    r"(?:…|\.\.\.)[\])]?\s*$|(?:read|continue|more|full)\b[^.!?\n]{0,60}(?:more|reading|story|article|»|→|>)+\s*$",
    re.IGNORECASE,
)
_ONLY_POINTS_ON: Final = re.compile(
    r"\s*(?:(?:read|continue) (?:more|on|reading|the (?:full|whole|rest)\b.{0,30})|full (?:story|article)|more)\s*"
    r"[.…»→>]*\s*",
    re.IGNORECASE,
)
# "The post HEADLINE appeared first on OUTLET." closes what a common content system puts into its feeds.
_APPEARED_FIRST: Final = re.compile(
    r"The post .{0,300} (?:appeared first|first appeared) on .{1,100}\.?", re.IGNORECASE
)
# Letters, and paragraphs of more than a few words, that a report has: fewer where the feed itself says that this is the
# text, more where it calls it a summary.
_LEAST_OF_CONTENT: Final = (200, 2)
_LEAST_OF_SUMMARY: Final = (800, 3)
_FEW_WORDS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed holds of one report. `content` is what the feed calls its text, `summary` what it calls a summary.

    Both are HTML or plain text. `published` are ISO 8601 dates with the fields that state them; `warnings` are for the
    user.
    """

    id: str | None = None
    title: str | None = None
    link: str | None = None
    content: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: tuple[StatedDate, ...] = ()
    outlet: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()


def piece_of(entry: Entry, number: int, source: Source) -> Piece:
    """Return the piece of an entry, `number` from 1 in its feed.

    Its text is the report where it is as long as one and does not break off; else the page behind its link is, and the
    text stands in for that.
    """
    link = entry.link if entry.link and is_address(entry.link) else None
    # The numbers change with each report that is new; what has an address is known by that.
    own = one_line(entry.id or "")
    # An id that is a number could be another entry's place.
    name = f"{source.name}#{number if link or not own or own.isdigit() else own}"
    lines = _lines(entry)
    linked = None if link is None or _is_whole(entry, lines) else link
    return Piece(name=name, read=partial(_story, entry, lines, link, name), url=link, linked=linked)


def _lines(entry: Entry) -> list[Line]:
    longest = max(entry.content, entry.summary, key=len)
    lines = [(kind, words) for kind, words in lines_in_html(longest) if words]
    while lines and _APPEARED_FIRST.fullmatch(one_line(lines[-1][1])):
        lines.pop()
    return lines


def _is_whole(entry: Entry, lines: Sequence[Line]) -> bool:
    letters = [sum(map(str.isalpha, words)) for kind, words in lines if kind is None]
    least, paragraphs = _LEAST_OF_CONTENT if len(entry.content) >= len(entry.summary) else _LEAST_OF_SUMMARY
    if sum(letters) < least or sum(one >= _FEW_WORDS for one in letters) < paragraphs:
        return False
    return _BREAKS_OFF.search(lines[-1][1][-100:]) is None


def _story(entry: Entry, lines: Sequence[Line], link: str | None, name: str) -> Story:
    if not lines:
        raise EmptyDocument(name, "is an entry without a text")
    title = one_line(entry.title or "") or None
    signed = bylines(entry.authors)
    said = 1 if one_line(lines[0][1]) == title else 0
    body = lines[said : len(lines) - 1 if _ONLY_POINTS_ON.fullmatch(lines[-1][1]) else len(lines)]
    headed: list[Line] = [] if title is None else [("headline", title)]
    text, marks = compose([*headed, *body])
    metadata = Metadata(
        title=title,
        outlet=entry.outlet,
        agency=signed.agency or next(filter(None, map(agency_named, entry.authors)), None),
        authors=signed.authors,
        published=entry.published,
        canonical=link,
        language=entry.language,
    )
    return Story(text=text, metadata=metadata, marks=marks, warnings=entry.warnings)
