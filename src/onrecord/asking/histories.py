"""What became of a text after it was published: the versions of its address, and corrections that came as items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.comparing import NOTICE_WORDS, Revised, earlier_item, notices_in, revised, story_terms
from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger, Version
from onrecord.ledger.words import Term
from onrecord.records import Record

# Texts that are looked at as what a correction corrects, or as what corrects a text.
_CANDIDATES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Texts that followed one another, in order, and what each changed of the one before it.

    The `versions` are those of one address, or an item and its correction at two. A `step` is there for each but the
    first.
    """

    versions: tuple[Version, ...]
    steps: tuple[Revised, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether it is an item and its correction, and not the versions of one address."""
        return len({version.url for version in self.versions}) > 1


def histories(ledger: Ledger, name: str | None = None) -> Iterator[History]:
    """Yield what became of one text, or of every text that has become anything.

    `name` is an address, whose versions are told, or a document's id or the beginning of one, whose addresses are; with
    the corrections of it and what it corrects. A text that did not change has one version and no steps. Without a name:
    each address that changed, then each correction that is in the ledger with what it corrects. Raises NotInLedger,
    UsageError where several ids begin so.
    """
    if name is None:
        for url in ledger.changed_addresses():
            yield address_history(ledger, url)
        yield from _declared(ledger)
        return
    told = [address_history(ledger, url) for url in _addresses(ledger, name)]
    record = ledger.record(name)
    links = list(_links(ledger, record))
    # What has no history of its own is still told of, where nothing else is.
    changed = [history for history in told if history.steps]
    yield from changed or ([] if links else told[:1])
    yield from links


def compared(ledger: Ledger, before: str, after: str) -> History:
    """Tell what one document of the ledger changed of another, whatever their addresses. Raises as `Ledger.record`."""
    return _linked(ledger, ledger.record(before), ledger.record(after))


def address_history(ledger: Ledger, url: str) -> History:
    """Tell what an address held, in order of `seen`, and what each text changed. Raises NotInLedger."""
    versions = tuple(ledger.versions(url))
    if not versions:
        raise NotInLedger(url)
    records = (ledger.version(version) for version in versions)
    return History(versions=versions, steps=tuple(revised(one, other) for one, other in pairwise(records)))


def _addresses(ledger: Ledger, name: str) -> Sequence[str]:
    return [name] if any(True for _ in ledger.versions(name)) else ledger.addresses(ledger.record(name).document.id)


def _declared(ledger: Ledger) -> Iterator[History]:
    """Yield each text that declares a correction with the item that it corrects, if that is here."""
    terms = [Term(word.removesuffix("*"), prefix=word.endswith("*")) for word in NOTICE_WORDS]
    hits = ledger.paragraphs_with(terms)
    for document in dict.fromkeys(document for document, text in hits if notices_in(text)):
        correction = ledger.record(document)
        earlier = _corrected(ledger, correction)
        if earlier is not None:
            yield _linked(ledger, earlier, correction)


def _links(ledger: Ledger, record: Record) -> Iterator[History]:
    """Yield what a text corrects, then what corrects it."""
    earlier = _corrected(ledger, record)
    if earlier is not None:
        yield _linked(ledger, earlier, record)
    for other in _like(ledger, record):
        if notices_in(other.document.text):
            corrected = _corrected(ledger, other)
            if corrected is not None and corrected.document.id == record.document.id:
                yield _linked(ledger, record, other)


def _corrected(ledger: Ledger, correction: Record) -> Record | None:
    """Return the item that a text corrects; an earlier version of its own address is none."""
    own = set(ledger.addresses(correction.document.id))
    others = [one for one in _like(ledger, correction) if own.isdisjoint(ledger.addresses(one.document.id))]
    return earlier_item(correction, others)


def _like(ledger: Ledger, record: Record) -> list[Record]:
    found = ledger.documents_like(story_terms(record), limit=_CANDIDATES)
    return [ledger.record(document) for document in found if document != record.document.id]


def _linked(ledger: Ledger, earlier: Record, later: Record) -> History:
    versions = tuple(_version_of(ledger, record) for record in (earlier, later))
    return History(versions=versions, steps=(revised(earlier, later),))


def _version_of(ledger: Ledger, record: Record) -> Version:
    """A text as a version of the address that its record was read from, else of the one that had it first."""
    every = list(ledger.copies(record.document.id))
    copy = next((one for one in every if one.url == record.document.url), every[0])
    return Version(url=copy.url or "", document=copy.document, seen=copy.seen)
