"""The commitments: who promised what to whom, by when, on what condition, and what was said of it later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Query

from onrecord.asking.commitments import Followed, Selected, day_before, search, selected
from onrecord.comparing.positions.aftermath import Later
from onrecord.comparing.positions.commitments import Commitment
from onrecord.comparing.positions.promises import Promised, PromisedJson
from onrecord.errors import NotInLedger, UsageError
from onrecord.ledger import Ledger
from onrecord.web.evidence_words import joined_names
from onrecord.web.looking import Looking
from onrecord.web.promising import Promise, Texts, promise_of
from onrecord.web.searches import Found
from onrecord.web.twins import Cell, Table, publish

pages: Final = APIRouter()

# While the ledger is looked through so many of what was found are put in order for the page.
_MEANWHILE: Final = 200
_COLUMNS: Final = (
    *("said", "by", "to", "form", "words", "due", "condition", "reports", "later"),
    *("start", "end", "document", "url", "statement"),
)

Item = Commitment | Selected | Followed


class CommitmentsJson(TypedDict):
    """The lines of `commitments`, and how many fit in all."""

    commitments: list[PromisedJson]
    found: int


@dataclass(frozen=True)
class Commitments:
    """What was asked as it was typed, what was found so far, and what is wrong with what was asked."""

    ledger: Ledger
    by: str
    to: str
    due_before: str
    about: str
    limit: int
    found: Found[Item]
    trouble: NotInLedger | UsageError | None

    @cached_property
    def wanted(self) -> tuple[Promised, ...]:
        """The commitments that are asked for, those alone that were found so far."""
        whole = next((one for one in self.found.items if isinstance(one, Selected)), None)
        if whole is not None or self.found.done:
            return () if whole is None else whole.found
        some = [one for one in self.found.items[:_MEANWHILE] if isinstance(one, Commitment)]
        try:
            before = day_before(self.due_before or None)
            return tuple(
                selected(some, by=self.by or None, to=self.to or None, before=before, about=self.about or None)
            )
        except (NotInLedger, UsageError):
            # Whoever is meant may be named in what is still to be looked through.
            return ()

    @cached_property
    def later(self) -> Mapping[str, tuple[Later, ...]]:
        """What was said later, by the ids of commitments; of those alone for which it was looked for."""
        return {one.commitment: one.later for one in self.found.items if isinstance(one, Followed)}

    @cached_property
    def shown(self) -> tuple[Promise, ...]:
        """The first of them with their words."""
        texts = Texts(self.ledger)
        return tuple(promise_of(texts, one, self.later) for one in self.wanted[: self.limit])

    @property
    def asks(self) -> bool:
        """Whether anything but the whole ledger is asked for."""
        return bool(self.by or self.to or self.due_before or self.about)

    def to_json(self) -> CommitmentsJson:
        """Return the lines of `commitments`. Raises what is wrong with what was asked."""
        return {
            "commitments": [one.to_json(self._later(one)) for one in self._answer()[: self.limit]],
            "found": len(self.wanted),
        }

    def table(self) -> Table:
        """Return a row for each commitment. Raises as `to_json`."""
        return _COLUMNS, (_row(one, self._later(one)) for one in self._answer()[: self.limit])

    def _answer(self) -> tuple[Promised, ...]:
        if self.trouble is not None:
            raise self.trouble
        return self.wanted

    def _later(self, one: Promised) -> tuple[Later, ...]:
        return self.later.get(one.commitment.id, ())


def commitments(
    looking: Looking,
    by: Annotated[str, Query(description="Only what this person, country or body promised.")] = "",
    to: Annotated[str, Query(description="Only what the text says was promised to them.")] = "",
    due_before: Annotated[str, Query(description="Only what is to be done before: 2026, 2026-03, 2026-03-12.")] = "",
    about: Annotated[str, Query(description="Only what holds all these words; begin* works too.")] = "",
    limit: Annotated[int, Query(description="At most so many, the first ones.", ge=1, le=1000)] = 40,
) -> Commitments:
    """Who promised what to whom, by when, on what condition, and what was said of it later."""
    by, to, due_before, about = (value.strip() for value in (by, to, due_before, about))
    found: Found[Item] = Found((), True)
    trouble = None
    try:
        before = day_before(due_before or None)

        def look(ledger: Ledger) -> Iterator[Item]:
            return search(ledger, by=by or None, to=to or None, before=before, about=about or None, limit=limit)

        found = looking.look(("commitments", by, to, before, about, limit), look, "commitments")
    except (NotInLedger, UsageError) as error:
        trouble = error
    return Commitments(looking.ledger, by, to, due_before, about, limit, found, trouble)


publish(pages, "/commitments", commitments, template="commitments.html", answer=CommitmentsJson, table=True)


def _row(promised: Promised, later: tuple[Later, ...]) -> tuple[Cell, ...]:
    one = promised.commitment
    return (
        one.said,
        joined_names(who.name for who in one.by),
        joined_names(who.name for who in one.to),
        one.form,
        one.words.text,
        None if one.due is None else one.due.value,
        None if one.condition is None else one.condition.text,
        promised.documents,
        "; ".join(f"{each.fate} {each.by.said or ''}".strip() for each in later),
        one.words.start,
        one.words.end,
        one.page.document,
        one.page.url,
        None if one.statement is None else one.statement.id,
    )
