"""`onrecord verify`."""

from typing import TYPE_CHECKING

import typer

from onrecord.cli.console import FAILED, print_json, say
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.telling.clean import counted

if TYPE_CHECKING:
    from onrecord.ledger import Counts


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
            if as_json:
                print_json(problem.to_json())
            else:
                say(str(problem))
        if not problems and not as_json:
            say(_whole(opened.counts()))
    if problems:
        raise typer.Exit(FAILED)


def _whole(held: "Counts") -> str:
    parts = (
        counted(held.documents, "document"),
        counted(held.copies, "copy", "copies"),
        counted(held.entities, "entity", "entities"),
        counted(held.statements, "statement"),
    )
    return f"All spans match: {', '.join(parts)}."
