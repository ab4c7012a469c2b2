"""What of a ledger is handed on: the documents that are named, or what was said."""

from collections.abc import Iterator, Sequence

from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.records import Record


def records_asked(
    ledger: Ledger,
    documents: Sequence[str] = (),
    *,
    about: str | None = None,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[Record]:
    """Yield the documents of these names as they stand, each text once, or what fits of all (`records_saying`).

    Raises UsageError at once where both are asked for or what is asked makes no sense, NotInLedger for a name that is
    none.
    """
    if not documents:
        return ledger.records_saying(about=about, speaker=speaker, since=since, until=until)
    if not about is speaker is since is until is None:
        reason = "is named, and what was said is asked for too"
        raise UsageError(documents[0], reason, "name documents, or ask with --about, --speaker, --since, --until")
    names = {ledger.id_of(name): name for name in reversed(documents)}
    return (ledger.record(name) for name in reversed(names.values()))
