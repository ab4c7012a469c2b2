"""A job: reports that were handed over together, and what came of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import shorten
from typing import Final, Literal, TypedDict

from onrecord.errors import OnRecordError
from onrecord.records import Given
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
    """Reports that were handed over together. One thread ends them, in order; others look on."""

    def __init__(self, name: str, given: Sequence[Given]) -> None:
        self.id = name
        self.made = datetime.now(UTC)
        self.begun = False
        self._given: list[Given | None] = list(given)
        self._sources = [(one.name, one.data is None) for one in given]
        self._ended: list[Item] = []

    @property
    def state(self) -> State:
        """Whether it waits, is being read, or is done."""
        if not self.left:
            return "done"
        return "reading" if self.begun else "waiting"

    @property
    def left(self) -> int:
        """How many of its reports have no outcome yet."""
        return len(self._sources) - len(self._ended)

    @property
    def size(self) -> int:
        """How many bytes it holds that are not read yet."""
        return sum(len(one.data or b"") for one in self._given if one is not None)

    @property
    def items(self) -> tuple[Item, ...]:
        """Its reports in the order in which they were handed over."""
        ended = tuple(self._ended)
        return (*ended, *(Item(source=name) for name, _ in self._sources[len(ended) :]))

    @property
    def next(self) -> Given:
        """The first report without an outcome."""
        given = self._given[len(self._ended)]
        assert given is not None
        return given

    @property
    def next_source(self) -> str:
        """The name of the first report without an outcome."""
        return self._sources[len(self._ended)][0]

    @property
    def is_repeated(self) -> bool:
        """Whether the next is an address that stands in the job before."""
        at = len(self._ended)
        return self._sources[at][1] and self._sources[at] in self._sources[:at]

    def end(self, outcome: Outcome) -> None:
        """Note how the next report ended."""
        if outcome.error is not None:
            self.fail(outcome.error)
        elif outcome.document is None:
            self.skip(outcome.skipped or "")
        else:
            document, record = outcome.document, outcome.record
            statements = None if record is None else record.statements
            self._note(
                Item(
                    source=self.next_source,
                    outcome=str(outcome.added),
                    document=document.id,
                    url=document.url,
                    title=document.title,
                    begins=shorten(document.text[:_BEGINNING], _SHOWN, placeholder=" …"),
                    statements=None if statements is None else len(statements),
                    unknown=None if statements is None else sum(not one.speakers for one in statements),
                    warnings=document.warnings,
                )
            )

    def fail(self, error: OnRecordError) -> None:
        """Note that the next report could not be read."""
        # Only its words: an error that was raised holds on to all that was in the works, the report's bytes too.
        told = OnRecordError(error.subject, error.reason, error.advice)
        self._note(Item(source=self.next_source, outcome=FAILED, error=told))

    def skip(self, reason: str) -> None:
        """Note that the next report was passed over."""
        self._note(Item(source=self.next_source, outcome=SKIPPED, skipped=reason))

    def _note(self, item: Item) -> None:
        # Its bytes are let go first: whoever counts them must not count what is done.
        self._given[len(self._ended)] = None
        self._ended.append(item)
