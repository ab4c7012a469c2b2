"""`onrecord figures`."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.console import complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.telling.clean import counted


def figures(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="THING", help='What is counted: "North Korean troops".')],
    where: Annotated[
        str | None, typer.Option("--where", metavar="PLACE", help="Only for this place and what lies in it.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only of then or later: 2026, 2026-03, 2026-03-12."),
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only of then or earlier.")] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only what somebody of this name said; a part will do."),
    ] = None,
    by_meaning: Annotated[
        bool,
        typer.Option("--by-meaning", help="Also sums and rates whose sentence is near in meaning to the words."),
    ] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw the series into this SVG file too.")
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Tell every figure about one thing, in the order of its moment.

    Each with its bound, who said it and when, and why it belongs.
    """
    from onrecord.asking.figures import series
    from onrecord.cli.points import series_lines
    from onrecord.comparing import ask, point_json
    from onrecord.ledger import open_ledger
    from onrecord.pipeline import Reader

    settings = settings_of(context, ledger)
    asked = ask(" ".join(words), where=where, since=since, until=until, speaker=speaker, by_meaning=by_meaning)
    with open_ledger(settings.ledger, create=False) as opened:
        found = series(opened, asked, Reader(settings).meaning_of if by_meaning else None)
        known = opened.knows_figures()
    if plot is not None:
        from onrecord.cli.plot import write_plot

        left_out = write_plot(found, plot)
        if left_out:
            complain(f"{plot}: warning: left out {counted(left_out, 'figure')} without a number or in another unit")
    if format_of(context, form) is Format.JSONL:
        for told in found.all():
            print_json(point_json(told))
    else:
        print_lines(series_lines(found, width()))
    if not known:
        why = "was filled by a version that kept no keys of figures; add its documents again with onrecord add"
        complain(f"{settings.ledger}: warning: {why}")
