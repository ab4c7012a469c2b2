"""`onrecord compare`."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import FAILED, coloured, complain, print_json, print_lines, say, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.errors import OnRecordError, UsageError
from onrecord.telling.clean import counted

if TYPE_CHECKING:
    from onrecord.comparing import Text
    from onrecord.pipeline import Shelf

    Named = tuple[str, Text | OnRecordError]

_ARGUMENT = "A file, a folder, or the id or address of a document of the ledger."


def compare(
    context: typer.Context,
    a: Annotated[str, typer.Argument(metavar="A", help=_ARGUMENT)],
    b: Annotated[str, typer.Argument(metavar="B", help="The same of what A is compared with.")],
    whole: Annotated[
        bool, typer.Option("--all", help="Show what was kept as well, which is only counted else.")
    ] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Print what became of each passage of A in B: dropped, reworded, moved, added, kept.

    Of two folders each document is compared with the one of the same name, or else of the same place in order.
    """
    from onrecord.pipeline import Reader, Shelf

    form, failed, done = format_of(context, form), False, 0
    if os.path.isdir(a) != os.path.isdir(b):
        raise UsageError(f"{a}, {b}", "one is a folder and the other is not", "give two documents or two folders")
    with Shelf(Reader(settings_of(context, ledger))) as shelf:
        # First, as reading a document takes its time.
        _refuse_missing(shelf, a, b)
        for ours, theirs in _pairs(shelf, a, b):
            errors = [one for _, one in (ours, theirs) if isinstance(one, OnRecordError)]
            for error in errors:
                complain(str(error))
            if isinstance(ours[1], OnRecordError) or isinstance(theirs[1], OnRecordError):
                failed = True
                continue
            if done and form is Format.TEXT:
                say("")
            _print(ours[1], theirs[1], form, whole=whole, folders=os.path.isdir(a))
            done += 1
    if failed:
        raise typer.Exit(FAILED)


def _refuse_missing(shelf: "Shelf", *names: str) -> None:
    missing = [error for name in names if (error := shelf.missing(name)) is not None]
    for error in missing:
        complain(str(error))
    if missing:
        raise typer.Exit(FAILED)


def _pairs(shelf: "Shelf", a: str, b: str) -> "Iterator[tuple[Named, Named]]":
    """Pair what the arguments mean: by name where the two share one, else in order; what is over is told."""
    ours, theirs = list(shelf.texts(a)), list(shelf.texts(b))
    if not os.path.isdir(a):
        yield ours[0], theirs[0]
        return
    names = {os.path.relpath(source, b): named for named in theirs for source in (named[0],)}
    shared = [(one, names[os.path.relpath(one[0], a)]) for one in ours if os.path.relpath(one[0], a) in names]
    pairs = shared or list(zip(ours, theirs, strict=False))
    yield from pairs
    for folder, named, side in ((a, ours, 0), (b, theirs, 1)):
        over = len(named) - len({pair[side][0] for pair in pairs})
        if over:
            complain(
                f"{folder}: warning: left out {counted(over, 'document')} that the other folder has no partner for"
            )


def _print(a: "Text", b: "Text", form: Format, *, whole: bool, folders: bool) -> None:
    from onrecord.asking.passages import side_by_side
    from onrecord.cli.redline import redline

    compared = side_by_side(a, b)
    if compared.two_languages:
        names = f"{a.document.url or a.document.id}, {b.document.url or b.document.id}"
        complain(
            f"{names}: warning: are in two languages ({a.document.language}, {b.document.language}); nothing is aligned"
        )
    if form is Format.JSONL:
        which = {"documents": [a.document.id, b.document.id]} if folders else {}
        for pair in compared.pairs:
            print_json({**which, **pair.to_json()})
        return
    print_lines(redline(a.document, b.document, compared.pairs, width(), whole=whole, marks=not coloured()))
