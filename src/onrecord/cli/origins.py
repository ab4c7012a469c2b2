"""`onrecord origins`."""

from typing import Annotated

import typer

from onrecord.cli.console import complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.errors import UsageError
from onrecord.telling.clean import counted


def origins(
    context: typer.Context,
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOC]", help="The story of this document: an id, the beginning of one, or an address."),
    ] = None,
    statement: Annotated[
        str | None,
        typer.Option(
            "--statement",
            metavar="ID|WORDS",
            help="Who has this from whom: the id of a statement or figure, or words that a statement holds.",
        ),
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Find the copies of one story, who wrote it, and what each cut or added.

    Without an argument: every story that the ledger has more than one copy of.
    """
    from onrecord.asking import origins as asking
    from onrecord.cli.families import stories, strands
    from onrecord.ledger import open_ledger

    if document is not None and statement is not None:
        raise UsageError("--statement", "looks through all documents", "leave out the document, or the option")
    settings = settings_of(context, ledger)
    with open_ledger(settings.ledger, create=False) as opened:
        if statement is not None:
            carried = asking.strands(opened, statement)
            found, lines = [strand.origin for strand in carried], strands(carried, width())
        else:
            found = asking.stories(opened) if document is None else [asking.story_of(opened, document)]
            lines = stories(found, width(), whole=document is not None)
        if format_of(context, form) is Format.JSONL:
            for story in found:
                print_json(story.to_json())
        else:
            print_lines(lines)
        passed_over = opened.documents_without_signatures()
    if passed_over:
        why = "read by a version that kept nothing to compare; add it again with onrecord add"
        complain(f"{settings.ledger}: warning: left out {counted(passed_over, 'document')}, {why}")
