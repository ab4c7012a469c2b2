"""`onrecord verify`."""

import typer

from onrecord.cli.console import FAILED, print_json, say
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of


def verify(context: typer.Context, ledger: LedgerOption = None, form: FormatOption = None) -> None:
    """Check every span of the ledger against its text.

    Prints each problem on a line of its own; exit code 1 where there is one.
    """
    from onrecord.ledger import open_ledger

    settings, as_json = settings_of(context, ledger), format_of(context, form) is Format.JSONL
    problems = 0
    with open_ledger(settings.ledger, create=False) as opened:
        for problem in opened.verify():
            problems += 1
            print_json(problem.to_json()) if as_json else say(str(problem))
        if not problems and not as_json:
            held = opened.counts()
            say(
                f"All spans match: {held.documents:,} documents, {held.copies:,} copies, "
                f"{held.entities:,} entities, {held.statements:,} statements."
            )
    if problems:
        raise typer.Exit(FAILED)
