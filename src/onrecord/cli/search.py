"""`onrecord search`."""

from typing import Annotated

import typer

from onrecord.cli.console import complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.telling.clean import counted

# By words, what fits ends by itself; every statement is more or less near in meaning.
_BY_WORDS, _BY_MEANING = 100, 10


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
    by_meaning: Annotated[
        bool, typer.Option("--by-meaning", help="What is nearest in meaning to the words, whatever words it has.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", help="At most so many statements; else 100, or 10 by meaning."),
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Find statements of the ledger by their words, or by what they mean.

    The best match comes first.
    """
    from onrecord.cli.hits import hits
    from onrecord.ledger import open_ledger
    from onrecord.ledger.words import parse_words
    from onrecord.pipeline import Reader

    asked, settings = " ".join(words), settings_of(context, ledger)
    most = limit if limit is not None else _BY_MEANING if by_meaning else _BY_WORDS
    with open_ledger(settings.ledger, create=False) as opened:
        if by_meaning:
            vector = Reader(settings).meaning_of(asked)
            found = opened.nearest(vector, speaker=speaker, since=since, until=until, limit=most)
        else:
            found = opened.search(asked, speaker=speaker, since=since, until=until, limit=most)
        if format_of(context, form) is Format.JSONL:
            for hit in found:
                print_json(hit.to_json())
        else:
            print_lines(hits(list(found), () if by_meaning else parse_words(asked), width()))
        passed_over = opened.documents_without_meanings() if by_meaning else 0
    if passed_over:
        why = "read by a version that kept no meanings; add it again with onrecord add"
        complain(f"{settings.ledger}: warning: left out {counted(passed_over, 'document')}, {why}")
