"""`onrecord who`."""

from typing import Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of


def who(
    context: typer.Context,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A name, or a part of one.")],
    every: Annotated[bool, typer.Option("--all", help="List every report, not only the first few of each.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Write down what was joined as the machine's judgements, which then stand.")
    ] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Tell who of a name the ledger knows: each once, over all documents.

    With offices over time, and why what stands in several documents is one.
    """
    from onrecord.asking.identities import keep_joins, who_is
    from onrecord.cli.biographies import biographies
    from onrecord.comparing.identity.biography import who_json
    from onrecord.ledger import open_ledger

    asked, settings = " ".join(name), settings_of(context, ledger)
    with open_ledger(settings.ledger, create=False) as opened:
        groups = who_is(asked, opened)
        if keep:
            keep_joins(groups, opened)
        said = opened.statements_by(member.key for group in groups for member in group.members)
    if format_of(context, form) is Format.JSONL:
        for group in groups:
            print_json(who_json(group, said))
    else:
        print_lines(biographies(groups, said, width(), every=every))
