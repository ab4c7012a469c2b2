"""`onrecord conflicts`."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of


class Kind(StrEnum):
    """How two records differ."""

    CONTRADICTS = "contradicts"
    RESTATED = "restated"
    UPDATED = "updated"
    DENIED = "denied"


def conflicts(
    context: typer.Context,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="WORDS", help="Only where all these words occur; as search takes them."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only what somebody of this name said, or what meets it."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only where one of the two was said then or later."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only where one of the two was said then or earlier.")
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", metavar="|".join(Kind), help="Only pairs that differ so; again for another."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="At most so many pairs.")] = 100,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Find pairs that cannot both hold, and tell how they differ.

    One speaker's own come first, then the surest; numbers that a later one updates stand apart, at the end.
    """
    from onrecord.asking import conflicts as asking
    from onrecord.cli.pairs import pair_lines
    from onrecord.ledger import open_ledger

    settings = settings_of(context, ledger)
    with open_ledger(settings.ledger, create=False) as opened:
        found = asking.conflicts(
            opened,
            about=about,
            speaker=speaker,
            since=since,
            until=until,
            kinds=[one.value for one in kind or ()],
            limit=limit,
        )
    if format_of(context, form) is Format.JSONL:
        for one in found:
            print_json(one.to_json())
    else:
        print_lines(pair_lines(found, width()))
