"""What the reading room needs of the model, given to it by whoever opens it: it imports none itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from onrecord.errors import ModelError, OnRecordError
from onrecord.ledger import Added
from onrecord.records import Document, Given, Record
from onrecord.settings import MEBIBYTE

_NO_MODEL: Final = "is not known to this reading room", "open it with onrecord serve"


class Outcome(Protocol):
    """How one report that was handed over ended: it was stored (`added` says as what), or failed, or was skipped.

    Exactly one of `document`, `error` and `skipped` is there; `record` is what was read, `None` where the ledger
    already held it.
    """

    @property
    def source(self) -> str:
        """What it was handed over as; of several in one, with what tells it from the others."""

    @property
    def document(self) -> Document | None:
        """The document that was read."""

    @property
    def record(self) -> Record | None:
        """What was read in it."""

    @property
    def added(self) -> Added | None:
        """What adding it did."""

    @property
    def error(self) -> OnRecordError | None:
        """Why it could not be read."""

    @property
    def skipped(self) -> str | None:
        """Why it was passed over."""


Adding = Callable[[Iterator[Given]], Iterator[Outcome]]


def _no_meaning(_text: str) -> bytes:
    raise ModelError("meaning", *_NO_MODEL)


def _no_adding(_given: Iterator[Given]) -> Iterator[Outcome]:
    raise ModelError("reading", *_NO_MODEL)


def _nothing_to_stop() -> None:
    """Nothing is read here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Functions of the pipeline.

    `meaning_of` turns a text into a direction as `Meaning` has it; it raises UsageError for a text without a word and
    ModelError. `add` reads and stores what is handed over: it asks for one, and yields the outcomes of all reports in
    it, at least one, before it asks for the next; it raises LedgerError, ModelError and UsageError. `stop` gives up the
    report that is being read, which then fails. `max_bytes` is how many one report may have.
    """

    meaning_of: Callable[[str], bytes] = _no_meaning
    add: Adding = _no_adding
    stop: Callable[[], None] = _nothing_to_stop
    max_bytes: int = 16 * MEBIBYTE
