"""The parts of a report, told apart by their place and their words: one place for all formats."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from onrecord.reading.credit import Credit, credit_line, credit_suffix, photo_credit, speaks_of_a_photo
from onrecord.reading.dateline import Prefix, date_line, dateline_prefix, stated_dateline
from onrecord.reading.dates import day_in_words
from onrecord.reading.headline import is_headline
from onrecord.reading.paragraphs import Extent
from onrecord.reading.people import Byline, byline, is_byline
from onrecord.reading.turns import LONGEST_LABEL, labels_in
from onrecord.records import Dateline, Zone, ZoneKind, paragraphs_of

# How many paragraphs at the head and at the tail are read for what they are; what lies between is body.
_HEAD: Final = 10
_TAIL: Final = 6
# How much of a paragraph is looked at: headlines, bylines and captions are shorter.
_REACH: Final = 600
# No report has more paragraphs. Of a longer text only the head and the tail get zones: twenty million of them
# would not fit the memory.
MOST_PARAGRAPHS: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The zones of a text, and what its headline, byline, dateline and credit line say.

    `published` is the ISO 8601 day of a dateline that gives its year. `complete` is false where the text has
    more than MOST_PARAGRAPHS paragraphs, so that those in the middle have no zone.
    """

    zones: tuple[Zone, ...] = ()
    headline: str | None = None
    dateline: Dateline | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    complete: bool = True


@dataclass(slots=True)
class _Part:
    """One paragraph: its kind; where, in its own characters, the dateline or the label ends and the credit begins."""

    kind: ZoneKind = "body"
    opening: ZoneKind = "dateline"
    opening_end: int = 0
    credit_start: int | None = None


@dataclass(slots=True)
class _Reading:
    """What has been found so far. A paragraph that is nothing but body has no part."""

    text: str
    places: Sequence[Extent]
    parts: dict[int, _Part] = field(default_factory=dict)
    headline: str | None = None
    byline: Byline = field(default_factory=Byline)
    dateline: Dateline | None = None
    dateline_agency: str | None = None
    published: str | None = None
    credit_agency: str | None = None
    signed: tuple[str, ...] = ()

    def words(self, index: int) -> str:
        """Return a paragraph, or as much of its beginning as is looked at."""
        if index >= len(self.places):
            return ""
        start, end = self.places[index]
        return self.text[start : min(end, start + _REACH)]

    def is_short(self, index: int) -> bool:
        start, end = self.places[index]
        return end - start <= _REACH


def tell_apart(text: str, marks: Iterable[Zone] = ()) -> Parts:
    """Tell headline, captions, byline, dateline, body and credit line apart.

    `marks` are the paragraphs whose kind the format itself gives; they are kept. Each zone lies within one
    paragraph; a paragraph is one zone, but for its dateline or label and its credit, which are zones of their own.
    """
    places = list(islice(paragraphs_of(text), MOST_PARAGRAPHS + 1))
    complete = len(places) <= MOST_PARAGRAPHS
    if not complete:
        places = places[:_HEAD] + _last_paragraphs(text)
    reading = _Reading(text, places)
    _keep_marks(reading, {mark.start: mark.kind for mark in marks})
    _read_labels(reading)
    _read_head(reading)
    _read_tail(reading)
    return Parts(
        zones=tuple(_zones(places, reading.parts, text)),
        headline=reading.headline,
        dateline=reading.dateline,
        agency=reading.dateline_agency or reading.byline.agency or reading.credit_agency,
        authors=reading.byline.authors or reading.signed,
        published=reading.published,
        complete=complete,
    )


def _last_paragraphs(text: str) -> list[Extent]:
    base = len(text.rstrip()) - 50_000
    found = [(base + start, base + end) for start, end in paragraphs_of(text[base:])]
    # The first is likely cut.
    return found[1:][-_TAIL:]


def _keep_marks(reading: _Reading, kinds: Mapping[int, ZoneKind]) -> None:
    for index, (start, _) in enumerate(reading.places):
        kind = kinds.get(start)
        if kind is None:
            continue
        reading.parts[index] = _Part(kind)
        if kind == "headline" and reading.headline is None:
            reading.headline = reading.words(index)
        if kind == "caption":
            _set_photo_credit(reading, index)
        if kind == "dateline" and (stated := stated_dateline(reading.words(index))) is not None:
            _set_dateline(reading, stated)


def _read_labels(reading: _Reading) -> None:
    """Read whose turn it is in a transcript."""
    bodies = ((n, place) for n, place in enumerate(reading.places) if n not in reading.parts)
    beginnings = {n: reading.text[start : min(end, start + LONGEST_LABEL)] for n, (start, end) in bodies}
    for index, end in labels_in(beginnings).items():
        reading.parts[index] = _Part(opening="label", opening_end=end)


def _read_head(reading: _Reading) -> None:
    """Read the first paragraphs: headline, then byline, date and captions in any order, then the dateline."""
    body = 0
    for index in range(min(_HEAD, len(reading.places))):
        if index in reading.parts:
            continue
        if _read_dateline(reading, index):
            return
        if body == 0 and _read_furniture(reading, index):
            continue
        # A standfirst may stand above the byline.
        if body == 1 and _read_byline(reading, index):
            continue
        body += 1


def _read_furniture(reading: _Reading, index: int) -> bool:
    return (
        _read_byline(reading, index)
        or _read_date(reading, index)
        or _read_headline(reading, index)
        or _read_caption(reading, index)
    )


def _read_headline(reading: _Reading, index: int) -> bool:
    if reading.headline is not None or index > 2 or index + 1 >= len(reading.places):
        return False
    gap = reading.text[reading.places[index][1] : reading.places[index + 1][0]]
    if not is_headline(reading.words(index), reading.words(index + 1), apart=gap.count("\n") > 1):
        return False
    reading.headline = reading.words(index)
    reading.parts[index] = _Part("headline")
    return True


def _read_byline(reading: _Reading, index: int) -> bool:
    if reading.byline.authors or not reading.is_short(index) or not is_byline(reading.words(index)):
        return False
    reading.byline = byline(reading.words(index))
    reading.parts[index] = _Part("byline")
    return True


def _read_date(reading: _Reading, index: int) -> bool:
    found = date_line(reading.words(index))
    if found is None:
        return False
    printed, reading.published = found
    reading.dateline = reading.dateline or Dateline(None, printed)
    reading.parts[index] = _Part("dateline")
    return True


def _read_caption(reading: _Reading, index: int) -> bool:
    # The last paragraph's credit is the story's, not a photograph's.
    if index + 1 >= len(reading.places) or not reading.is_short(index):
        return False
    words = reading.words(index)
    if photo_credit(words) is None and not speaks_of_a_photo(words):
        return False
    reading.parts[index] = _Part("caption")
    _set_photo_credit(reading, index)
    return True


def _read_dateline(reading: _Reading, index: int) -> bool:
    prefix = dateline_prefix(reading.words(index))
    if prefix is None:
        return False
    _set_dateline(reading, prefix)
    reading.parts[index] = _Part(opening_end=prefix.length)
    return True


def _set_dateline(reading: _Reading, prefix: Prefix) -> None:
    reading.dateline_agency = prefix.agency or reading.dateline_agency
    if prefix.dateline is not None:
        reading.dateline = prefix.dateline
        reading.published = reading.published or day_in_words(prefix.dateline.date or "")


def _read_tail(reading: _Reading) -> None:
    """Read the last paragraphs backwards: credit lines, and the credit with which the one above them ends."""
    last = len(reading.places) - 1
    for index in range(last, max(-1, last - _TAIL), -1):
        known = reading.parts.get(index, _Part())
        if known.kind != "body":
            return
        start, end = reading.places[index]
        # Only the end of a long paragraph is needed, and only that is cut out.
        base = max(start, end - _REACH)
        words = reading.text[base:end]
        whole = credit_line(words) if base == start else None
        credit = whole or credit_suffix(words)
        if credit is not None:
            _set_credit(reading, index, base - start + credit.start, credit)
        if whole is None:
            return


def _set_credit(reading: _Reading, index: int, start: int, credit: Credit) -> None:
    part = reading.parts.setdefault(index, _Part())
    if start < part.opening_end:
        return
    part.credit_start = start
    reading.credit_agency = reading.credit_agency or credit.agency
    reading.signed = credit.authors or reading.signed


def _set_photo_credit(reading: _Reading, index: int) -> None:
    credit = photo_credit(reading.words(index)) if reading.is_short(index) else None
    if credit is not None:
        reading.parts[index].credit_start = credit.start


def _zones(places: Iterable[Extent], parts: Mapping[int, _Part], text: str) -> Iterator[Zone]:
    plain = _Part()
    for index, (start, end) in enumerate(places):
        part = parts.get(index, plain)
        if part is plain:
            yield Zone("body", start, end)
        else:
            yield from _zones_of(part, start, end, text)


def _zones_of(part: _Part, start: int, end: int, text: str) -> Iterator[Zone]:
    pieces: list[tuple[ZoneKind, int, int]] = [
        (part.opening, start, start + part.opening_end),
        (part.kind, start + part.opening_end, end if part.credit_start is None else start + part.credit_start),
        ("credit", end if part.credit_start is None else start + part.credit_start, end),
    ]
    for kind, left, right in pieces:
        # White space between two zones belongs to neither.
        blank = len(text[left:right]) - len(text[left:right].rstrip())
        if left < right - blank:
            yield Zone(kind, left, right - blank)
