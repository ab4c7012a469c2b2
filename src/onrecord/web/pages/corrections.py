"""What persons said of records: the last said first, and all of it as examples to train on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from onrecord.asking.corrections import Said, said_of_records, with_documents
from onrecord.exporting.corrections import example
from onrecord.exporting.json_lines import json_line
from onrecord.records.correction import CorrectionJson, standing
from onrecord.records.items import own_spans
from onrecord.records.matching import versions_of
from onrecord.telling.corrections import altered
from onrecord.web import narrowing
from onrecord.web.narrowing import Chip, Paging, paging
from onrecord.web.room import InLedger
from onrecord.web.twins import Table, publish
from onrecord.web.words import joined

pages: Final = APIRouter()

MOST: Final = 200
_USUAL: Final = 40
_COLUMNS: Final = (
    "number",
    "made",
    "who",
    "verdict",
    "layer",
    "record",
    "words",
    "changes",
    "why",
    "stands",
    "document",
)
_CALLED: Final = {"who": "by", "document": "of", "since": "since"}

OfDocument = Annotated[str, Query(description="Only of this document: its id, the beginning of it, or an address.")]
Who = Annotated[str, Query(description="Only by somebody of this name.")]
Since = Annotated[str, Query(description="Only what was said then (in UTC) or later: 2026, 2026-03, 2026-03-12.")]


class SaidJson(CorrectionJson):
    """A correction, and whether it stands: not where a later one took its place."""

    stands: bool


class CorrectionsJson(TypedDict):
    """A page of corrections, the last said first, and how many there are."""

    corrections: list[SaidJson]
    total: int


@dataclass(frozen=True)
class Corrections:
    """What was asked as it was typed, and this page of what was said."""

    query: narrowing.Query
    said: tuple[Said, ...]
    total: int
    offset: int
    limit: int

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """What is on, each with the address without it."""
        on = ((name, str(value)) for name, value in self.query.asked.items() if value and name in _CALLED)
        return tuple(Chip(f"{_CALLED[name]} {value}", self.query.narrowed(**{name: None})) for name, value in on)

    @cached_property
    def paging(self) -> Paging:
        """Where this page lies."""
        return paging(self.query, self.offset, self.limit, len(self.said), self.total)

    @property
    def examples(self) -> str:
        """The address of what is shown here, all of it, as examples to train on."""
        return narrowing.Query("/corrections.jsonl", self.query.asked).narrowed(limit=None)

    def words(self, said: Said) -> str:
        """Return the words of a record as the machine had it."""
        return joined(own_spans(versions_of(said.correction, said.document.text)[0]))

    def altered(self, said: Said) -> list[tuple[str, str, str]]:
        """Return the fields that were changed, each before and after."""
        return list(altered(said.correction, said.document.text))

    def to_json(self) -> CorrectionsJson:
        """Return the corrections of this page."""
        return {
            "corrections": [{**one.correction.to_json(), "stands": one.stands} for one in self.said],
            "total": self.total,
        }

    def table(self) -> Table:
        """Return a row for each correction of this page."""
        rows = (
            (
                one.correction.number,
                one.correction.made,
                one.correction.who,
                one.correction.verdict,
                one.correction.layer,
                one.correction.record,
                self.words(one),
                "; ".join(f"{field}: {before} → {after}" for field, before, after in self.altered(one)),
                one.correction.why,
                "yes" if one.stands else "no",
                one.correction.document,
            )
            for one in self.said
        )
        return _COLUMNS, rows


def corrections(
    ledger: InLedger,
    document: OfDocument = "",
    who: Who = "",
    since: Since = "",
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many are passed over.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many are shown.")] = _USUAL,
) -> Corrections:
    """What persons said of records, the last said first."""
    asked = {"document": document.strip(), "who": who.strip(), "since": since.strip()}
    of, by, then = asked["document"] or None, asked["who"] or None, asked["since"] or None
    found = list(ledger.corrections(of, who=by, since=then))
    stand = {one.number for one in standing(ledger.corrections(of))}
    shown = found[::-1][offset : offset + limit]
    page = {"offset": offset, "limit": None if limit == _USUAL else limit}
    said = tuple(with_documents(ledger, iter(shown), stand))
    return Corrections(narrowing.Query("/corrections", {**asked, **page}), said, len(found), offset, limit)


publish(pages, "/corrections", corrections, template="corrections.html", answer=CorrectionsJson, table=True)


@pages.get("/corrections.jsonl", include_in_schema=False)
def examples(ledger: InLedger, document: OfDocument = "", who: Who = "", since: Since = "") -> StreamingResponse:
    """Every correction as an example to train on, one a line, in the order of saying: as `onrecord corrections`."""
    found = said_of_records(ledger, document.strip() or None, who=who.strip() or None, since=since.strip() or None)
    return StreamingResponse(_lines(found), media_type="application/jsonl; charset=utf-8")


def _lines(found: Iterator[Said]) -> Iterator[str]:
    for one in found:
        yield json_line(example(one.correction, one.document, stands=one.stands)) + "\n"
