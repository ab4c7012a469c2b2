"""A job: reports that were handed over together, and what came of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import shorten
from typing import Final, Literal, TypedDict

from onrecord.errors import OnRecordError
from onrecord.records import Document, Given
from onrecord.web.hands import Outcome
from onrecord.web.refusals import FaultJson, fault_json

State = Literal["waiting", "reading", "done"]
FAILED: Final = "failed"
SKIPPED: Final = "skipped"
# Characters of a text that are looked at for its first words, and of these that are shown.
_BEGINNING: Final = 1000
_SHOWN: Final = 80


class ItemJson(TypedDict):
    """One report that was handed over; `outcome` is `null` until it has been read."""

    source: str
    outcome: str | None
    document: str | None
    url: str | None
    title: str | None
    statements: int | None
    unknown: int | None
    warnings: list[str]
    error: FaultJson | None
    skipped: str | None


class JobJson(TypedDict):
    """A job, and what came of each report in it, in the order in which they were handed over."""

    job: str
    made: str
    state: State
    ahead: int
    reports: list[ItemJson]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report of a job. `outcome` is what adding it did, or that it failed or was skipped; `None`: not yet.

    `statements` is how many were read in it, `unknown` how many of these are by nobody known; both are `None` where
    the ledger held it already. `begins` are the first words of its text.
    """

    source: str
    outcome: str | None = None
    document: str | None = None
    url: str | None = None
    title: str | None = None
    begins: str | None = None
    statements: int | None = None
    unknown: int | None = None
    warnings: tuple[str, ...] = ()
    error: OnRecordError | None = None
    skipped: str | None = None

    def to_json(self) -> ItemJson:
        """Return what the API prints."""
        return {
            "source": self.source,
            "outcome": self.outcome,
            "document": self.document,
            "url": self.url,
            "title": self.title,
            "statements": self.statements,
            "unknown": self.unknown,
            "warnings": list(self.warnings),
            "error": fault_json(self.error) if self.error else None,
            "skipped": self.skipped,
        }


class Job:
    """What was handed over together. One thread ends each in order, as one report or several; others look on."""

    def __init__(self, name: str, given: Sequence[Given]) -> None:
        self.id = name
        self.made = datetime.now(UTC)
        self.begun = False
        self._given: list[Given | None] = list(given)
        self._sources = [(one.name, one.data is None) for one in given]
        self._ended: list[Item] = []
        self._done = 0

    @property
    def state(self) -> State:
        """Whether it waits, is being read, or is done."""
        if not self.left:
            return "done"
        return "reading" if self.begun else "waiting"

    @property
    def left(self) -> int:
        """How many of the things handed over are not read to their end yet."""
        return len(self._sources) - self._done

    @property
    def size(self) -> int:
        """How many bytes it holds that are not read yet."""
        return sum(len(one.data or b"") for one in self._given if one is not None)

    @property
    def items(self) -> tuple[Item, ...]:
        """Its reports in the order in which they were handed over, and by their names those that are not read yet."""
        ended = tuple(self._ended)
        return (*ended, *(Item(source=name) for name, _ in self._sources[self._done :]))

    @property
    def next(self) -> Given:
        """The first of the things handed over that is not read to its end."""
        given = self._given[self._done]
        assert given is not None
        return given

    @property
    def next_source(self) -> str:
        """The name of the first that is not read to its end."""
        return self._sources[self._done][0]

    @property
    def is_repeated(self) -> bool:
        """Whether the next is an address that stands in the job before."""
        at = self._done
        return self._sources[at][1] and self._sources[at] in self._sources[:at]

    def note(self, outcome: Outcome) -> None:
        """Note how one report ended that the next thing handed over holds; it may hold more."""
        if outcome.error is not None:
            self._ended.append(_failed(outcome.source, outcome.error))
        elif outcome.document is None:
            self._ended.append(Item(source=outcome.source, outcome=SKIPPED, skipped=outcome.skipped or ""))
        else:
            self._ended.append(_read(outcome, outcome.document))

    def finish(self) -> None:
        """Note that the next thing handed over is read to its end; its bytes are let go."""
        # First the bytes: whoever counts them must not count what is done.
        self._given[self._done] = None
        self._done += 1

    def fail(self, error: OnRecordError) -> None:
        """Note that the next could not be read, or not to its end."""
        self._ended.append(_failed(self.next_source, error))
        self.finish()

    def skip(self, reason: str) -> None:
        """Note that the next was passed over."""
        self._ended.append(Item(source=self.next_source, outcome=SKIPPED, skipped=reason))
        self.finish()


def _failed(source: str, error: OnRecordError) -> Item:
    # Only its words: an error that was raised holds on to all that was in the works, the report's bytes too.
    told = OnRecordError(error.subject, error.reason, error.advice)
    return Item(source=source, outcome=FAILED, error=told)


def _read(outcome: Outcome, document: Document) -> Item:
    statements = None if outcome.record is None else outcome.record.statements
    return Item(
        source=outcome.source,
        outcome=str(outcome.added),
        document=document.id,
        url=document.url,
        title=document.title,
        begins=shorten(document.text[:_BEGINNING], _SHOWN, placeholder=" …"),
        statements=None if statements is None else len(statements),
        unknown=None if statements is None else sum(not one.speakers for one in statements),
        warnings=document.warnings,
    )
