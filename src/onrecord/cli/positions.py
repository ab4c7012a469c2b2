"""`onrecord positions`."""

from typing import Annotated

import typer

from onrecord.cli.console import complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, SinceOption, UntilOption, format_of, settings_of
from onrecord.telling.clean import counted


def positions(
    context: typer.Context,
    speaker: Annotated[
        str,
        typer.Argument(metavar="SPEAKER", help="A person, country or organization; a part of the name will do."),
    ],
    topic: Annotated[list[str], typer.Argument(metavar="TOPIC…", help="What it is about, in a few words.")],
    since: SinceOption = None,
    until: UntilOption = None,
    spokesmen: Annotated[
        bool,
        typer.Option("--spokesmen", help="Of a country or organization also what those said who hold an office of it."),
    ] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Print what a speaker said on a topic over time, and where it hardened or softened.

    The first said comes first; the same words in several reports stand once.
    """
    from onrecord.asking.positions import line_on
    from onrecord.cli.position_lines import position_lines
    from onrecord.comparing.positions.topics import Topic
    from onrecord.days import first_day, last_day
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import Reader

    first = None if since is None else first_day("--since", since)
    last = None if until is None else last_day("--until", until)
    settings, asked = settings_of(context, ledger), " ".join(topic)
    meant = Topic(asked, Reader(settings).meaning_of(asked))
    with open_ledger(settings.ledger, create=False) as opened:
        line = line_on(opened, speaker, meant, first=first, last=last, spokesmen=spokesmen)
    if format_of(context, form) is Format.JSONL:
        for position in line.positions:
            print_json(position.to_json())
    else:
        print_lines(position_lines(line.voice.name, meant, line.positions, len(line.said), width()))
    without = line.documents_without_meanings
    if without:
        why = "read by a version that kept no meanings: what is near in meaning only was not found there"
        complain(f"{settings.ledger}: warning: {counted(without, 'document')} {why}")
