"""`onrecord show`."""

from typing import Annotated

import typer

from onrecord.cli.console import print_record
from onrecord.cli.options import (
    FormatOption,
    LedgerOption,
    MinConfidenceOption,
    OnlyOption,
    format_of,
    layers_of,
    settings_of,
)


def show(
    context: typer.Context,
    document: Annotated[
        str,
        typer.Argument(metavar="DOC", help="An id, the beginning of one (4 digits or more), a path or an address."),
    ],
    ledger: LedgerOption = None,
    min_confidence: MinConfidenceOption = None,
    only: OnlyOption = None,
    form: FormatOption = None,
) -> None:
    """Print a document of the ledger as `read` printed it."""
    from onrecord.ledger import open_ledger

    form = format_of(context, form)
    shown = layers_of(form, only)
    with open_ledger(settings_of(context, ledger).ledger, create=False) as opened:
        record = opened.record(document)
    print_record(record, form, min_confidence, shown)
