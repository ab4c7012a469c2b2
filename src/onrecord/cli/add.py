"""`onrecord add`."""

from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING

import typer

from onrecord.cli.console import print_json, say
from onrecord.cli.options import (
    AddressOption,
    ColumnsOption,
    DocumentsArgument,
    Format,
    FormatOption,
    LedgerOption,
    PublishedOption,
    SeenOption,
    columns_of,
    format_of,
    settings_of,
)
from onrecord.cli.outcomes import Tally, progress

if TYPE_CHECKING:
    from onrecord.pipeline import Outcome


def add(
    context: typer.Context,
    documents: DocumentsArgument,
    published: PublishedOption = None,
    address: AddressOption = None,
    columns: ColumnsOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Read reports and store who said what in the ledger.

    Each is stored whole or not at all; one that the ledger holds already is not read again. One that cannot be
    read is told of on standard error, and the others are stored.
    """
    from onrecord.ledger import open_ledger
    from onrecord.ledger.moments import moment_given
    from onrecord.pipeline import Reader, documents_meant, outcomes
    from onrecord.pipeline import add as add_all

    where = columns_of(columns)
    when = None if seen is None else moment_given("--seen", seen)
    as_json, settings = format_of(context, form) is Format.JSONL, settings_of(context, ledger)
    meant = documents_meant(documents, published=published, address=address)
    tally, reader = Tally(), Reader(settings)
    done: Counter[str] = Counter()
    with (
        # Where there is nothing to store no ledger is made.
        open_ledger(settings.ledger, create=True) if meant else nullcontext() as opened,
        progress(beside_output=True) as (begin, advance),
    ):
        if opened is None:
            found = outcomes(documents, reader=reader, begun=begin)
        else:
            found = add_all(
                documents,
                opened,
                reader=reader,
                published=published,
                address=address,
                columns=where,
                seen=when,
                begun=begin,
            )
        for outcome in tally.documents(found, advance):
            done[str(outcome.added)] += 1
            _print(outcome, as_json=as_json)
    if not as_json:
        say(_total(done, tally.failed))
    tally.finish()


def _print(outcome: "Outcome", *, as_json: bool) -> None:
    document = outcome.document
    if as_json:
        named = None if document is None else document.id
        url = None if document is None else document.url
        print_json({"source": outcome.source, "added": outcome.added, "document": named, "url": url})
    elif outcome.record is None:
        say(f"{outcome.source}: {outcome.added}")
    else:
        from onrecord.telling.statements import closing

        say(f"{outcome.source}: {outcome.added}; {closing(outcome.record)}")


def _total(done: Counter[str], failed: int) -> str:
    counts = [f"{number:,} {added}" for added, number in done.items()]
    if failed:
        counts.append(f"{failed:,} failed")
    return f"{', '.join(counts)}." if counts else "Nothing was added."
