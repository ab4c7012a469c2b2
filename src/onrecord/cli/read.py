"""`onrecord read`."""

import typer

from onrecord.cli.console import print_record, say
from onrecord.cli.options import (
    AddressOption,
    ColumnsOption,
    DocumentsArgument,
    Format,
    FormatOption,
    MinConfidenceOption,
    OnlyOption,
    PublishedOption,
    columns_of,
    format_of,
    layers_of,
    settings_of,
)
from onrecord.cli.outcomes import Tally, progress


def read(
    context: typer.Context,
    documents: DocumentsArgument,
    published: PublishedOption = None,
    address: AddressOption = None,
    columns: ColumnsOption = None,
    min_confidence: MinConfidenceOption = None,
    only: OnlyOption = None,
    form: FormatOption = None,
) -> None:
    """Read reports and print who said what in them.

    They are printed in the order given. One that cannot be read is told of on standard error, and the others
    are read.
    """
    from onrecord.pipeline import Reader, outcomes

    form, where = format_of(context, form), columns_of(columns)
    shown, tally, reader = layers_of(form, only), Tally(), Reader(settings_of(context))
    printed = 0
    with progress(beside_output=False) as (begin, advance):
        found = outcomes(documents, reader=reader, published=published, address=address, columns=where, begun=begin)
        for outcome in tally.documents(found, advance):
            if printed and form is Format.TEXT:
                say("")
            if outcome.record is not None:
                print_record(outcome.record, form, min_confidence, shown)
            printed += 1
    tally.finish()
