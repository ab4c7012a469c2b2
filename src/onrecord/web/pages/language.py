"""The language page: how many reports word one topic, in the order of publication, and which say nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends, Query, Request, Response

from onrecord.asking.partners import TitledAlike, page_of_copy, series_in
from onrecord.asking.passages import wordings
from onrecord.comparing import Wording
from onrecord.comparing.redline.topic_wording import Topic, WordingJson
from onrecord.ledger import Ledger
from onrecord.records import Document, Page, Span, page_of
from onrecord.telling.clean import flat
from onrecord.web.presence import Presence, presence_of
from onrecord.web.rendering import render_part
from onrecord.web.room import InLedger
from onrecord.web.side_by_side import Words
from onrecord.web.twins import Cell, Table, publish

pages: Final = APIRouter()

# Reports that are looked through, the latest that fit: it is read sentence by sentence, long ones take longest.
MOST: Final = 60
# Series that are offered to begin with.
_OFFERED: Final = 8
_COLUMNS: Final = ("published", "outlet", "title", "present", "paragraph", "text", "start", "end", "document", "url")


class LanguageJson(TypedDict):
    """The codebook's lines of `language`, in the order of publication."""

    documents: list[WordingJson]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that words the topic, by its paragraph, from 1; the topic's words are `changed` ones."""

    paragraph: int
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of the topic; `before` is the report published before it, if there is one."""

    page: Page
    language: str | None
    passages: tuple[Passage, ...]
    before: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked as it was typed: the topic, and the reports by their `names` or by what they have in common."""

    topic: str
    names: tuple[str, ...]
    titled: str
    outlet: str
    since: str
    until: str

    @property
    def narrowed(self) -> bool:
        """Whether reports were chosen at all."""
        return bool(self.names or self.titled or self.outlet or self.since or self.until)


@dataclass(frozen=True)
class Language:
    """What was asked, and the reports that are looked through, of `total` that fit."""

    ledger: Ledger
    asked: Asked
    reports: tuple[Page, ...]
    total: int

    @property
    def series(self) -> list[TitledAlike]:
        """Series of reports to follow a topic through, where none are chosen."""
        return [] if self.asked.topic or self.asked.narrowed else series_in(self.reports)[:_OFFERED]

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """What each says of the topic, in the order of publication; nothing where none is asked for."""
        return (
            wordings(self.ledger, self.asked.topic, [one.document for one in self.reports]) if self.asked.topic else ()
        )

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The same, as the page sets it."""
        if not self.asked.topic:
            return ()
        topic = Topic.of(self.asked.topic)
        before = (None, *(one.document.id for one, _ in pairwise(self.wordings)))
        return tuple(
            Told(
                page_of(one.document),
                one.document.language,
                tuple(_passage(one.document, span, topic) for span in one.passages),
                earlier,
            )
            for one, earlier in zip(self.wordings, before, strict=False)
        )

    @cached_property
    def presence(self) -> Presence:
        """Which of them hold it, drawn."""
        return presence_of([(one.page.published, len(one.passages)) for one in self.told])

    def to_json(self) -> LanguageJson:
        """Return the codebook's lines of `language`."""
        return {"documents": [one.to_json() for one in self.wordings]}

    def table(self) -> Table:
        """Return a row for each passage, and one for each report that has none."""
        return _COLUMNS, (row for one in self.wordings for row in _rows(one))


def language(
    ledger: InLedger,
    topic: Annotated[str, Query(description="The topic in one word or more, in any of their forms.")] = "",
    document: Annotated[list[str] | None, Query(description="A report's id or address; again for more.")] = None,
    titled: Annotated[str, Query(description="Else all reports with these words in the title.")] = "",
    outlet: Annotated[str, Query(description="Only what this outlet published.")] = "",
    since: Annotated[str, Query(description="Only what was published then or later: 2026, 2026-03.")] = "",
    until: Annotated[str, Query(description="Only what was published then or earlier.")] = "",
) -> Language:
    """How reports word one topic, in the order of publication; an empty list where it is absent."""
    if topic.strip():
        Topic.of(topic)
    names = tuple(dict.fromkeys(name.strip() for name in document or () if name.strip()))
    asked = Asked(topic.strip(), names, titled.strip(), outlet.strip(), since.strip(), until.strip())
    if names:
        return Language(ledger, asked, tuple(page_of(ledger.document(name)) for name in names[:MOST]), len(names))
    found = ledger.documents_page(
        titled=asked.titled or None,
        outlet=asked.outlet or None,
        since=asked.since or None,
        until=asked.until or None,
        limit=MOST,
    )
    return Language(ledger, asked, tuple(page_of_copy(one.copy) for one in found.shown), found.total)


publish(pages, "/language", language, template="language.html", answer=LanguageJson, table=True)


@pages.get("/language/table", include_in_schema=False)
def table(request: Request, view: Annotated[Language, Depends(language)]) -> Response:
    """The table as a part of its page, which needs longer than the page does."""
    return render_part(request, "wordings.html", view)


def _passage(document: Document, span: Span, topic: Topic) -> Passage:
    return Passage(document.paragraph_number(span.start), tuple(_marked(span.text, topic.places(span.text))))


def _marked(text: str, places: list[tuple[int, int]]) -> Iterator[Words]:
    at = 0
    for start, end in (*places, (len(text), len(text))):
        if at < start:
            yield Words(flat(text[at:start]), "same")
        if start < end:
            yield Words(flat(text[start:end]), "changed")
        at = max(at, end)


def _rows(one: Wording) -> Iterator[tuple[Cell, ...]]:
    document = one.document
    head = (document.published, document.outlet, document.title)
    if not one.passages:
        yield (*head, "no", None, None, None, None, document.id, document.url)
    for span in one.passages:
        paragraph = document.paragraph_number(span.start)
        yield (*head, "yes", paragraph, span.text, span.start, span.end, document.id, document.url)
