"""The list of reports, the last published first; and where an address or a record is to be found."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.ledger import CopyJson, Count, DocumentOrder, Listed, Listing
from onrecord.web import narrowing
from onrecord.web.elsewhere import Elsewhere
from onrecord.web.kept import Keeping
from onrecord.web.narrowing import Chip, Facet, Paging, facet, paging
from onrecord.web.room import InLedger
from onrecord.web.twins import Table, publish
from onrecord.web.words import address, language, record_address

pages: Final = APIRouter()

MOST: Final = 200
_COLUMNS: Final = (
    *("published", "outlet", "agency", "title", "language", "statements", "figures", "events", "url", "document"),
    "seen",
)
_CALLED: Final = {"words": "with", "outlet": "in", "agency": "by", "language": "in", "since": "since", "until": "until"}


class ListedJson(CopyJson):
    """A document in a list: the copy that was read, and how many records of each kind it has."""

    title: str | None
    agency: str | None
    language: str | None
    statements: int
    figures: int
    events: int


class DocumentCountJson(TypedDict):
    """How many documents have a value."""

    value: str
    documents: int


class DocumentsJson(TypedDict):
    """A page of documents, how many there are in all, and of which outlets, agencies and languages."""

    documents: list[ListedJson]
    total: int
    outlet: list[DocumentCountJson]
    agency: list[DocumentCountJson]
    language: list[DocumentCountJson]


@dataclass(frozen=True)
class Documents:
    """What was asked as it was typed, and the documents."""

    query: narrowing.Query
    listing: Listing
    offset: int
    limit: int

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """What narrows further, or again less."""
        made = (
            facet("Outlet", "outlet", self.listing.outlet, self.query),
            facet("Agency", "agency", self.listing.agency, self.query),
            facet("Language", "language", self.listing.language, self.query, language),
        )
        return tuple(one for one in made if one.choices)

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """What is on, each with the address without it."""
        on = ((name, str(value)) for name, value in self.query.asked.items() if value and name in _CALLED)
        return tuple(
            Chip(
                f"{_CALLED[name]} {language(value) if name == 'language' else value}",
                self.query.narrowed(**{name: None}),
            )
            for name, value in on
        )

    @cached_property
    def paging(self) -> Paging:
        """Where this page lies."""
        return paging(self.query, self.offset, self.limit, len(self.listing.shown), self.listing.total)

    def to_json(self) -> DocumentsJson:
        """Return the documents of this page as copies, with their counts."""
        return {
            "documents": [listed_json(one) for one in self.listing.shown],
            "total": self.listing.total,
            "outlet": list(_counts(self.listing.outlet)),
            "agency": list(_counts(self.listing.agency)),
            "language": list(_counts(self.listing.language)),
        }

    def table(self) -> Table:
        """Return a row for each document of this page."""
        rows = (
            (
                one.copy.published,
                one.copy.outlet,
                one.copy.agency,
                one.copy.title,
                one.language,
                one.statements,
                one.figures,
                one.events,
                one.copy.url,
                one.copy.document,
                one.copy.seen.isoformat(),
            )
            for one in self.listing.shown
        )
        return _COLUMNS, rows


def listed_json(one: Listed) -> ListedJson:
    """Return a document of a list as its twins print it."""
    return {
        **one.copy.to_json(),
        "title": one.copy.title,
        "agency": one.copy.agency,
        "language": one.language,
        "statements": one.statements,
        "figures": one.figures,
        "events": one.events,
    }


def documents(
    request: Request,
    ledger: InLedger,
    keeping: Keeping,
    words: Annotated[str, Query(description="Words that all occur in the title or in one paragraph.")] = "",
    outlet: Annotated[str, Query(description="Only what this outlet published.")] = "",
    agency: Annotated[str, Query(description="Only what this agency wrote.")] = "",
    language: Annotated[str, Query(description="Only in this language: en, fr, …")] = "",
    since: Annotated[str, Query(description="Only what was published then or later: 2026, 2026-03, 2026-03-12.")] = "",
    until: Annotated[str, Query(description="Only what was published then or earlier.")] = "",
    url: Annotated[str, Query(description="Leads to the document that this address holds.")] = "",
    order: Annotated[DocumentOrder, Query(description="The last published first, or the last added.")] = "published",
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many are passed over.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many are shown.")] = 40,
) -> Documents:
    """The reports that the ledger holds, the last published first."""
    if url:
        raise Elsewhere(_twin_of(request.url.path, ledger.id_of(url)))
    asked = {
        **{"words": words.strip(), "outlet": outlet, "agency": agency, "language": language},
        **{"since": since.strip(), "until": until.strip()},
    }
    among = {name: value or None for name, value in asked.items()}
    listing = keeping.answer(
        ("documents", *asked.values(), order, offset, limit),
        lambda: ledger.documents_page(**among, order=order, offset=offset, limit=limit),
    )
    page = {"order": None if order == "published" else order, "offset": offset, "limit": None if limit == 40 else limit}
    return Documents(narrowing.Query("/documents", {**asked, **page}), listing, offset, limit)


publish(pages, "/documents", documents, template="documents.html", answer=DocumentsJson, table=True)


@pages.get("/records/{record}", include_in_schema=False)
def where(ledger: InLedger, record: str) -> Response:
    """Lead to a record in its report."""
    document, _ = ledger.where_is(record)
    return RedirectResponse(record_address(document, record), status_code=302)


def _twin_of(path: str, document: str) -> str:
    """The address of a document, in the form that the list was asked in."""
    form = next((form for form in (".json", ".csv") if path.endswith(form)), "")
    before = path.removesuffix(f"/documents{form}")
    return f"{before}{address('documents', document)}{form}"


def _counts(counts: tuple[Count, ...]) -> Iterator[DocumentCountJson]:
    for value, number in counts:
        yield {"value": value, "documents": number}
