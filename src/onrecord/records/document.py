"""A document: one text, and what is known of where it came from."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NotRequired, Self, TypedDict, get_args

from onrecord.errors import BadText, RecordError
from onrecord.records.checks import refuse_unknown

ZoneKind = Literal["headline", "caption", "dateline", "byline", "label", "body", "credit"]
ZONE_KINDS: Final = frozenset(get_args(ZoneKind))

# Blank-trimmed lines: only a line feed ends one, so that offsets never depend on exotic separators.
_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")


class DatelineJson(TypedDict):
    """`{"place": …, "date": …}`."""

    place: str | None
    date: str | None


class ZoneJson(TypedDict):
    """`{"kind": …, "span": [start, end]}`."""

    kind: ZoneKind
    span: list[int]


class DocumentJson(TypedDict):
    """The codebook's `document`, and the address that the document itself states.

    `zones` and `warnings` stand there where a document is written down whole.
    """

    id: str
    title: str | None
    url: str | None
    canonical: NotRequired[str | None]
    outlet: str | None
    agency: str | None
    authors: list[str]
    published: str | None
    dateline: DatelineJson | None
    language: str | None
    text: str
    zones: NotRequired[list[ZoneJson]]
    warnings: NotRequired[list[str]]


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a document's text that is one part of a report: its headline, a caption, its body, …

    A `label` says whose turn it is in a transcript.
    """

    kind: ZoneKind
    start: int
    end: int

    def __post_init__(self) -> None:
        refuse_unknown("zone", self.kind, ZONE_KINDS)
        if self.start < 0 or self.end <= self.start:
            raise RecordError(f"zone {self.kind} {self.start}..{self.end}", "is no stretch of text")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report says it was written, both as printed."""

    place: str | None
    date: str | None

    def to_json(self) -> DatelineJson:
        """Return the codebook's `{place, date}`."""
        return {"place": self.place, "date": self.date}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its metadata; what is not known is `None`, or empty where it is a tuple.

    `id` names the text (`document_id`). `url` is where it was fetched or the path as given, `canonical` the
    address it states itself. `outlet` published it, `agency` wrote it. `published` is an ISO 8601 date or
    date-time. `language` is an ISO 639 code. `zones` tell the parts of the report apart, `warnings` say what
    the reader should know; neither is part of the codebook's JSON. Raises BadText for a text that is binary,
    RecordError for a zone that reaches outside it.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    canonical: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dateline: Dateline | None = None
    language: str | None = None
    zones: tuple[Zone, ...] = ()
    warnings: tuple[str, ...] = ()
    # Found on first use: a record asks for a paragraph once for each statement, and a text may be long.
    _paragraphs: tuple[tuple[int, int], ...] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        refuse_binary(self.url or "text", self.text)
        for zone in self.zones:
            if zone.end > len(self.text):
                raise RecordError(f"zone {zone.kind} {zone.start}..{zone.end}", "ends outside the text")

    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Return the extents of `paragraphs_of` the text."""
        if self._paragraphs is None:
            found = tuple(paragraphs_of(self.text))
            object.__setattr__(self, "_paragraphs", found)
            return found
        return self._paragraphs

    def paragraph_number(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph that holds the character at `offset`.

        White space belongs to the paragraph before it, or to the first. Raises RecordError for an offset
        outside the text.
        """
        if not 0 <= offset < len(self.text):
            raise RecordError(f"offset {offset}", f"is outside a text of {len(self.text)} characters")
        return max(1, bisect_right(self.paragraphs(), offset, key=lambda extent: extent[0]))

    def to_json(self) -> DocumentJson:
        """Return the codebook's `document`."""
        return {
            "id": self.id,
            "title": self.title,
            "url": self.url,
            "canonical": self.canonical,
            "outlet": self.outlet,
            "agency": self.agency,
            "authors": list(self.authors),
            "published": self.published,
            "dateline": None if self.dateline is None else self.dateline.to_json(),
            "language": self.language,
            "text": self.text,
        }

    def to_whole_json(self) -> DocumentJson:
        """Return the codebook's `document` with what it leaves out, zones and warnings: `from_json` loses nothing."""
        return {
            **self.to_json(),
            "zones": [{"kind": zone.kind, "span": [zone.start, zone.end]} for zone in self.zones],
            "warnings": list(self.warnings),
        }

    @classmethod
    def from_json(cls, data: DocumentJson) -> Self:
        """Read the codebook's `document`, whole or not.

        Raises BadText for a text that is binary, RecordError for a zone that is none of it.
        """
        dateline = data["dateline"]
        return cls(
            id=data["id"],
            title=data["title"],
            url=data["url"],
            canonical=data.get("canonical"),
            outlet=data["outlet"],
            agency=data["agency"],
            authors=tuple(data["authors"]),
            published=data["published"],
            dateline=None if dateline is None else Dateline(dateline["place"], dateline["date"]),
            language=data["language"],
            text=data["text"],
            zones=tuple(Zone(zone["kind"], *zone["span"]) for zone in data.get("zones", ())),
            warnings=tuple(data.get("warnings", ())),
        )


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each line that is not blank, without the white space around it."""
    for match in _LINE.finditer(text):
        yield match.span()


def refuse_binary(subject: str, text: str) -> None:
    """Raise BadText, naming `subject`, for a text with U+0000 or a lone surrogate."""
    if "\0" in text:
        raise BadText(subject)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise BadText(subject) from None
