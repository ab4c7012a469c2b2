"""What persons said of records, each with its document, and whether it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.ledger import Ledger
from onrecord.records import Correction, Document
from onrecord.records.correction import standing

# Documents that are kept while the corrections of them are told: most lie side by side.
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Said:
    """A correction, the document of its record, and whether it stands: not where a later one took its place."""

    correction: Correction
    document: Document
    stands: bool


def said_of_records(
    ledger: Ledger, name: str | None = None, *, who: str | None = None, since: str | None = None
) -> Iterator[Said]:
    """Yield the corrections that `Ledger.corrections` finds, in the order of saying. Raises as it does, at once."""
    stand = {one.number for one in standing(ledger.corrections(name))}
    return with_documents(ledger, ledger.corrections(name, who=who, since=since), stand)


def with_documents(ledger: Ledger, found: Iterator[Correction], stand: set[int]) -> Iterator[Said]:
    """Yield corrections with their documents; `stand` are the numbers of those that do."""

    @lru_cache(maxsize=_KEPT)
    def document_of(name: str) -> Document:
        return ledger.record(name).document

    for one in found:
        yield Said(one, document_of(one.document), one.number in stand)
