"""Where stories come from: those with several copies, one with what each copy cut or added, who has it from whom."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query

from onrecord.asking.origins import stories_found, story_of, strands
from onrecord.comparing.origins.chains import Strand
from onrecord.comparing.origins.origins import NearCopy, Origin, OriginJson, most_copied
from onrecord.ledger import Ledger
from onrecord.records import Page
from onrecord.web.lanes import Lane, lane_of
from onrecord.web.looking import Looking
from onrecord.web.room import InLedger
from onrecord.web.searches import Found
from onrecord.web.twins import Table, publish

pages: Final = APIRouter()

# Copies of one story that a page shows.
_SHOWN: Final = 60


class OriginsJson(TypedDict):
    """Stories with their copies, or the origins of one statement."""

    origins: list[OriginJson]


@dataclass(frozen=True)
class Story:
    """A story as a list shows it: its copies, and whatever they tell of where and when it was printed."""

    origin: Origin

    @cached_property
    def model(self) -> Page:
        """The copy that the others are held against."""
        return next(copy.page for copy in self.origin.copies if copy.page.document == self.origin.model)

    @cached_property
    def earliest(self) -> Page | None:
        """The copy that was published first, where that is known."""
        return next((copy.page for copy in self.origin.copies if copy.page.document == self.origin.earliest), None)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days of publication that are known, in order."""
        told = {copy.page.published[:10] for copy in self.origin.copies if copy.page.published}
        return tuple(sorted(told))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that are known, in the order of the copies."""
        return tuple(dict.fromkeys(copy.page.outlet for copy in self.origin.copies if copy.page.outlet))

    @property
    def form(self) -> bool:
        """Whether every other copy only has the same form, with other numbers."""
        others = [copy.how for copy in self.origin.copies if copy.page.document != self.origin.model]
        return bool(others) and all(how == "form" for how in others)


@dataclass(frozen=True)
class Origins:
    """The stories with several copies; or, where a statement is asked for, who has it from whom."""

    statement: str
    limit: int
    stories: Found[Origin]
    strands: Found[Strand] | None

    @property
    def found(self) -> Found[Origin] | Found[Strand]:
        """What was looked for."""
        return self.stories if self.strands is None else self.strands

    @cached_property
    def listed(self) -> tuple[Origin, ...]:
        """The stories, the one with most copies first; the origins of a statement, where one is asked for."""
        if self.strands is None:
            return tuple(most_copied(self.stories.items))
        return tuple(strand.origin for strand in self.strands.items)

    @cached_property
    def shown(self) -> tuple[Story, ...]:
        """The first of the stories."""
        return tuple(map(Story, self.listed[: self.limit]))

    @property
    def reports(self) -> int:
        """How many reports carry the statement that is asked for."""
        return 0 if self.strands is None else sum(len(strand.origin.copies) for strand in self.strands.items)

    def to_json(self) -> OriginsJson:
        """Return the codebook's lines of `origins`."""
        return {"origins": [one.to_json() for one in self.listed]}

    def table(self) -> Table:
        """Return a row for each copy, the stories numbered."""
        columns = ("story", "agency", "earliest", *_COPY)
        return columns, (
            (number, story.agency, "yes" if copy.page.document == story.earliest else "no", *_cells(copy))
            for number, story in enumerate(self.listed, 1)
            for copy in story.copies
        )


@dataclass(frozen=True)
class OneStory:
    """One story with its copies, each drawn beside the model; `asked` is the report whose story it is."""

    asked: Page
    found: Found[Origin]
    length_of: Callable[[str], int]

    @cached_property
    def origin(self) -> Origin | None:
        """The story, once it is found."""
        return next(iter(self.found.items), None)

    @cached_property
    def story(self) -> Story | None:
        """What a list shows of it."""
        return None if self.origin is None else Story(self.origin)

    @cached_property
    def copies(self) -> tuple[tuple[NearCopy, Lane], ...]:
        """The first copies, each with its drawing, all to one scale."""
        if self.origin is None:
            return ()
        shown = self.origin.copies[:_SHOWN]
        lengths: Mapping[str, int] = {
            document: self.length_of(document)
            for document in {self.origin.model, *(copy.page.document for copy in shown)}
        }
        scale = max(lengths.values())
        model = lengths[self.origin.model]
        return tuple((copy, lane_of(copy, model, lengths[copy.page.document], scale)) for copy in shown)

    def to_json(self) -> OriginJson:
        """Return the codebook's line of `origins`."""
        assert self.origin is not None
        return self.origin.to_json()

    def table(self) -> Table:
        """Return a row for each copy."""
        copies = () if self.origin is None else self.origin.copies
        return _COPY, map(_cells, copies)


def origins(
    looking: Looking,
    statement: Annotated[
        str, Query(description="Who has this from whom: a statement's or figure's id, or words that a statement holds.")
    ] = "",
    limit: Annotated[int, Query(description="At most so many stories on the page.", ge=1, le=10_000)] = 100,
) -> Origins:
    """Every story with more than one copy; or who has a statement from whom."""
    asked = statement.strip()
    if not asked:
        return Origins("", limit, looking.look("stories", stories_found, "origins"), None)
    found = looking.look(("strands", asked), lambda ledger: strands(ledger, asked), asked)
    return Origins(asked, limit, Found((), done=True), found)


def origin(ledger: InLedger, looking: Looking, document: str) -> OneStory:
    """The story that a document is a copy of, and what each of its copies cut or added."""
    known = ledger.id_of(document)

    def search(paced: Ledger) -> Iterator[Origin]:
        yield story_of(paced, known)

    found = looking.look(("story", known), search, document)
    return OneStory(ledger.pages(known)[0], found, lambda one: len(ledger.text(one).text))


publish(pages, "/origins", origins, template="origins.html", answer=OriginsJson, table=True)
publish(pages, "/origins/{document}", origin, template="origin.html", answer=OriginJson, table=True)

_COPY: Final = ("similarity", "how", "words_cut", "words_added", "outlet", "published", "title", "document", "url")


def _cells(copy: NearCopy) -> tuple[str | float | int | None, ...]:
    page = copy.page
    cut, added = (sum(len(span.text.split()) for span in spans) for spans in (copy.cut, copy.added))
    where = (page.outlet, page.published, page.title, page.document, page.url)
    return (round(copy.similarity, 3), copy.how, cut, added, *where)
