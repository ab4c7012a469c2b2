"""`onrecord revisions`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.asking.histories import History
    from onrecord.ledger import Ledger

_MOST = 2


def revisions(
    context: typer.Context,
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOC", help="An address or a document's id; or two documents, the earlier first; else all."
        ),
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Tell what changed after publication: in the versions of an address, and by corrections.

    Claims first; what changed in spelling, layout or navigation is counted.
    """
    from onrecord.cli.changes import history_lines, total
    from onrecord.ledger import open_ledger

    named = documents or []
    if len(named) > _MOST:
        raise UsageError("revisions", f"takes two documents at most, not {len(named)}", "give one or two, or none")
    as_json = format_of(context, form) is Format.JSONL
    with open_ledger(settings_of(context, ledger).ledger, create=False) as opened:
        told = 0
        for history in _histories(opened, named):
            told += 1
            if as_json:
                for step in history.steps:
                    for line in step.to_json():
                        print_json(line)
            else:
                print_lines(history_lines(history, width()))
    if not as_json and len(named) == 0:
        print_lines(total(told))


def _histories(ledger: "Ledger", named: list[str]) -> "Iterator[History]":
    from onrecord.asking.histories import compared, histories

    if len(named) == _MOST:
        yield compared(ledger, *named)
    else:
        yield from histories(ledger, named[0] if named else None)
