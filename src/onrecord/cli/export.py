"""`onrecord export`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import print_json, print_plain, say
from onrecord.cli.options import Format, FormatOption, LedgerOption, SinceOption, UntilOption, format_of, settings_of
from onrecord.cli.outcomes import progress
from onrecord.errors import UsageError
from onrecord.telling.clean import counted

if TYPE_CHECKING:
    from onrecord.exporting.forms import Form
    from onrecord.records import Record


def export(
    context: typer.Context,
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[DOC…]", help="Only these documents, as show takes them.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="FORM", help="What to write; if left out, what can be.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="PATH", help="The file or folder to write; text goes to standard output without."
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="WORDS", help="Only what was said in these words, as search finds it."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only what somebody of this name said; a part will do."),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file that is there.")] = False,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Write what the ledger holds in a form that others use.

    Without --to the forms are listed.
    """
    from onrecord.asking.export import records_asked
    from onrecord.exporting.forms import FORMS, LinesForm
    from onrecord.exporting.writing import refuse_target, write_export
    from onrecord.ledger import open_ledger

    as_json = format_of(context, form) is Format.JSONL
    if to is None:
        _list(FORMS, as_json=as_json)
        return
    wanted = _form(to)
    if out is not None:
        refuse_target(wanted, out, overwrite=overwrite)
    with open_ledger(settings_of(context, ledger).ledger, create=False) as opened:
        found = records_asked(opened, documents or (), about=about, speaker=speaker, since=since, until=until)
        if out is not None:
            whole = about is speaker is since is until is None
            expected = len(documents) if documents else opened.counts().documents if whole else 0
            passed = _Passed(found)
            with progress(beside_output=False) as (begin, passed.advance):
                begin(expected)
                write_export(wanted, passed, out, overwrite=overwrite)
            _tell(out, wanted.name, passed.number, as_json=as_json)
        elif isinstance(wanted, LinesForm):
            print_plain(wanted.lines(found))
        else:
            raise UsageError("--to", f"{to} is no text, and cannot go to standard output", "give its place with --out")


class _Passed:
    """Records on their way, counted."""

    def __init__(self, records: Iterable["Record"]) -> None:
        self._records = records
        self.number = 0
        self.advance: Callable[[], None] = lambda: None

    def __iter__(self) -> Iterator["Record"]:
        for record in self._records:
            yield record
            self.number += 1
            self.advance()


def _form(name: str) -> "Form":
    from onrecord.exporting.forms import FORMS, form_called

    found = form_called(name)
    if found is None:
        known = ", ".join(form.name for form in FORMS)
        raise UsageError("--to", f"{name!r} is no form of export", f"give one of {known}")
    return found


def _list(forms: Sequence["Form"], *, as_json: bool) -> None:
    longest = max(len(form.name) for form in forms)
    for form in forms:
        if as_json:
            print_json({"form": form.name, "what": form.what, "written": form.written})
        else:
            say(f"{form.name:{longest}}  {form.what} ({form.written})")


def _tell(out: Path, form: str, documents: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"out": str(out), "form": form, "documents": documents})
    else:
        say(f"{out}: {counted(documents, 'document')} as {form}.")
