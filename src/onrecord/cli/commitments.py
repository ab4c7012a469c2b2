"""`onrecord commitments`."""

from typing import Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of

_AT_MOST = 100


def commitments(
    context: typer.Context,
    by: Annotated[
        str | None, typer.Option("--by", metavar="SPEAKER", help="Only what this person, country or body promised.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="WHOM", help="Only what the text says was promised to them.")
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option("--due-before", metavar="DATE", help="Only what is to be done before: 2026, 2026-03, 2026-03-12."),
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="WORDS", help="Only what holds all these words; begin* works too.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="At most so many, the first ones; else 100.")
    ] = _AT_MOST,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Print who promised what to whom, by when, on what condition, and what was said of it later.

    They stand in order of when they were made.
    """
    from onrecord.asking import commitments as asking
    from onrecord.cli.commitment_lines import commitment_lines
    from onrecord.ledger import open_ledger

    settings = settings_of(context, ledger)
    with open_ledger(settings.ledger, create=False) as opened:
        found = asking.commitments(opened, by=by, to=to, due_before=due_before, about=about, limit=limit)
    if format_of(context, form) is Format.JSONL:
        for one in found.shown:
            print_json(one.to_json(found.later[one.commitment.id]))
    else:
        print_lines(commitment_lines(found.shown, found.later, found.found, width()))
