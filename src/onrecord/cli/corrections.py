"""`onrecord corrections`."""

from typing import Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of


def corrections(
    context: typer.Context,
    document: Annotated[
        str | None,
        typer.Argument(metavar="DOC", help="Only of this document, as show takes it."),
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Only by somebody of this name.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was corrected then (in UTC) or later.")
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """List what persons said of records: who, when, and what they changed.

    As JSON Lines each is an example to train on: the text, what the machine read, and what a person says.
    """
    from onrecord.asking.corrections import said_of_records
    from onrecord.cli.correction_lines import correction_lines
    from onrecord.exporting.corrections import example
    from onrecord.ledger import open_ledger

    with open_ledger(settings_of(context, ledger).ledger, create=False) as opened:
        found = said_of_records(opened, document, who=who, since=since)
        if format_of(context, form) is Format.JSONL:
            for one in found:
                print_json(example(one.correction, one.document, stands=one.stands))
        else:
            print_lines(correction_lines(found, width()))
