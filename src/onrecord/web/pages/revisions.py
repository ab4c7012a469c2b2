"""What became of texts after they were published: addresses that changed, declared corrections, one history."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query

from onrecord.asking.histories import History, histories
from onrecord.comparing import Revised, Revision, RevisionJson
from onrecord.ledger import Ledger, Version
from onrecord.records import Page
from onrecord.web.changes import Changed, changed_in
from onrecord.web.looking import Looking
from onrecord.web.room import InLedger
from onrecord.web.searches import Found
from onrecord.web.twins import Cell, Table, publish

pages: Final = APIRouter()

_COLUMNS: Final = (
    *("url", "before", "after", "of", "change", "cosmetic", "declared", "words_before", "words_after"),
    *("record_before", "record_after"),
)


class RevisionsJson(TypedDict):
    """What was changed, history after history."""

    revisions: list[RevisionJson]


@dataclass(frozen=True)
class Step:
    """From one text to the next: when each was seen, and what was changed, sentence by sentence."""

    revised: Revised
    before: Version
    after: Version
    ledger: Ledger

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """The changes that are not cosmetic."""
        before, after = self.ledger.text(self.before.document), self.ledger.text(self.after.document)
        return tuple(changed_in(self.revised, before, after))


@dataclass(frozen=True)
class Told:
    """One history, for a page."""

    history: History
    ledger: Ledger

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Its steps, the first text first."""
        versions = self.history.versions
        pairs = zip(self.history.steps, versions, versions[1:], strict=False)
        return tuple(Step(revised, before, after, self.ledger) for revised, before, after in pairs)

    @property
    def page(self) -> Page | None:
        """The last text as its address gives it; None where no other version is held."""
        return self.history.steps[-1].after if self.history.steps else None

    @property
    def name(self) -> str:
        """By what it is asked for: its address, or the document that corrects."""
        last = self.history.versions[-1]
        return last.document if self.history.linked or not last.url else last.url

    @property
    def claims(self) -> int:
        """How many claims were changed in all; what a text declares of itself is none."""
        return sum(not change.is_notice for step in self.history.steps for change in step.told)

    @property
    def cosmetic(self) -> int:
        """How many changes claim nothing else."""
        return sum(len(step.cosmetic) for step in self.history.steps)

    @property
    def declares(self) -> bool:
        """Whether a text owns up to a correction."""
        return any(step.notices for step in self.history.steps)


@dataclass(frozen=True)
class Revisions:
    """Every history, or that of the `document` that is asked for, as far as it is found; `known` is that document."""

    document: str
    known: Page | None
    limit: int
    found: Found[History]
    ledger: Ledger

    @cached_property
    def shown(self) -> tuple[Told, ...]:
        """The first of them."""
        return tuple(Told(one, self.ledger) for one in self.found.items[: self.limit])

    def to_json(self) -> RevisionsJson:
        """Return the codebook's lines of `revisions`."""
        steps = (step for history in self.found.items for step in history.steps)
        return {"revisions": [line for step in steps for line in step.to_json()]}

    def table(self) -> Table:
        """Return a row for each change."""
        steps = (step for history in self.found.items for step in history.steps)
        return _COLUMNS, (_row(step, change) for step in steps for change in step.changes)


def revisions(
    ledger: InLedger,
    looking: Looking,
    document: Annotated[str, Query(description="Only of this address, or of this document by its id.")] = "",
    limit: Annotated[int, Query(description="At most so many histories on the page.", ge=1, le=10_000)] = 40,
) -> Revisions:
    """What was changed after publication: in the versions of an address, and by corrections."""
    asked = document.strip()
    # What is not there is said at once.
    known = ledger.pages(ledger.id_of(asked))[0] if asked else None

    def search(paced: Ledger) -> Iterator[History]:
        return histories(paced, asked or None)

    return Revisions(asked, known, limit, looking.look(("revisions", asked), search, asked or "revisions"), ledger)


publish(pages, "/revisions", revisions, template="revisions.html", answer=RevisionsJson, table=True)


def _row(step: Revised, change: Revision) -> tuple[Cell, ...]:
    return (
        step.url,
        step.before.document,
        step.after.document,
        change.of,
        change.change,
        "yes" if change.cosmetic else "no",
        "yes" if change.declared is not None else "no",
        change.ours.text if change.ours else None,
        change.theirs.text if change.theirs else None,
        change.a.record if change.a else None,
        change.b.record if change.b else None,
    )
