"""The program: its commands, and the options that stand before a command's name."""

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.add import add
from onrecord.cli.commitments import commitments
from onrecord.cli.compare import compare
from onrecord.cli.conflicts import conflicts
from onrecord.cli.console import command, ready
from onrecord.cli.corrections import corrections
from onrecord.cli.demo import demo
from onrecord.cli.export import export
from onrecord.cli.figures import figures
from onrecord.cli.identity import different, same
from onrecord.cli.language import language
from onrecord.cli.options import Common, FormatOption, LedgerOption
from onrecord.cli.origins import origins
from onrecord.cli.positions import positions
from onrecord.cli.read import read
from onrecord.cli.revisions import revisions
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.verify import verify
from onrecord.cli.who import who


def program() -> typer.Typer:
    """Build the program."""
    # Plain help: with rich's markup it would take twice as long to appear.
    app = typer.Typer(
        name="onrecord",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(root)
    for function in (
        demo,
        read,
        add,
        show,
        search,
        who,
        same,
        different,
        figures,
        conflicts,
        origins,
        compare,
        language,
        revisions,
        positions,
        commitments,
        serve,
        export,
        corrections,
        verify,
    ):
        app.command()(command(function))
    return app


def root(
    context: typer.Context,
    ledger: LedgerOption = None,
    form: FormatOption = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda wanted: _version(wanted),
            is_eager=True,
            help="Print the version and exit.",
        ),
    ] = False,
) -> None:
    """Read news reports and keep a ledger of who said what.

    Each command answers --help.
    """
    ready()
    context.obj = Common(ledger, form)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"onrecord {__version__}")
        raise typer.Exit
