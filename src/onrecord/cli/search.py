"""`onrecord search`."""

from typing import Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of


def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='Words that all occur; begin* and "a phrase" work too.'),
    ],
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only what somebody of this name said; a part will do."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what was said then or later: 2026, 2026-03, 2026-03-12."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what was said then or earlier.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="At most so many statements.")] = 100,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Find statements of the ledger by their words.

    The best match comes first.
    """
    from onrecord.cli.hits import hits
    from onrecord.ledger import open_ledger

    asked = " ".join(words)
    with open_ledger(settings_of(context, ledger).ledger, create=False) as opened:
        found = opened.search(asked, speaker=speaker, since=since, until=until, limit=limit)
        if format_of(context, form) is Format.JSONL:
            for hit in found:
                print_json(hit.to_json())
        else:
            print_lines(hits(list(found), asked, width()))
