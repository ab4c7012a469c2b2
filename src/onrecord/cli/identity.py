"""`onrecord same` and `onrecord different`: a person's word on who is one."""

import getpass
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import print_json, say
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.records import IdentityJudgement

_WHOM = "A name, NAME@DOCUMENT, or the id (en-…) that onrecord who gives."
OneArgument = Annotated[str, typer.Argument(metavar="A", help=_WHOM)]
OtherArgument = Annotated[str, typer.Argument(metavar="B", help=_WHOM)]
UndoOption = Annotated[bool, typer.Option("--undo", help="Take back what was judged so; it stays written down.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Whose judgement it is; else your user name here.")
]


def same(
    context: typer.Context,
    a: OneArgument,
    b: OtherArgument,
    undo: UndoOption = False,
    by: ByOption = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Judge that two are one: all that is one with either then is one with the other.

    A person's judgement goes before the machine's.
    """
    _print(_judge(context, (a, b), True, undo, by, ledger), (a, b), format_of(context, form))


def different(
    context: typer.Context,
    a: OneArgument,
    b: OtherArgument,
    undo: UndoOption = False,
    by: ByOption = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Judge that two are two: whatever is one with the one is kept apart from what is one with the other.

    A person's judgement goes before the machine's.
    """
    _print(_judge(context, (a, b), False, undo, by, ledger), (a, b), format_of(context, form))


def _judge(
    context: typer.Context, pair: tuple[str, str], same: bool, undo: bool, by: str | None, ledger: Path | None
) -> Iterator[tuple["IdentityJudgement", bool]]:
    """Judge, or take back; yield each judgement and whether it stands."""
    from onrecord.asking.identities import judge, take_back
    from onrecord.ledger import open_ledger

    who = _judging(by)
    with open_ledger(settings_of(context, ledger).ledger, create=False) as opened:
        if undo:
            yield from ((one, False) for one in take_back(*pair, opened, same=same, who=who))
        else:
            yield judge(*pair, opened, same=same, who=who), True


def _print(judgements: Iterable[tuple["IdentityJudgement", bool]], pair: tuple[str, str], form: Format) -> None:
    for one, stands in judgements:
        if form is Format.JSONL:
            print_json({"judgement": one.number, **one.to_json(), "stands": stands})
        else:
            held = "one" if one.same else "two"
            taken_back = "" if stands else " — taken back"
            say(f"{pair[0]} and {pair[1]}: {held} ({one.a[1]}, {one.b[1]}), by {one.who}{taken_back}")


def _judging(by: str | None) -> str:
    """Whose judgement it is. Raises UsageError for a name that is none, or where nobody is known."""
    from onrecord.ledger.words import is_text

    try:
        who = getpass.getuser() if by is None else by.strip()
    except (KeyError, OSError):
        who = ""
    if not who or not is_text(who):
        raise UsageError("--by", "names nobody", "give the name of whoever judges")
    return who
