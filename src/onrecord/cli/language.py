"""`onrecord language`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import FAILED, complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.errors import OnRecordError
from onrecord.telling.clean import counted, flat
from onrecord.telling.values import day_in_words

if TYPE_CHECKING:
    from rich.text import Text as Line

    from onrecord.comparing import Text, Wording
    from onrecord.comparing.redline.topic_wording import Topic
    from onrecord.pipeline import Shelf

_INDENT = 6


def language(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help='One word or more: "denuclearization".')],
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT", help="Files, folders, or ids or addresses of documents of the ledger."),
    ],
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Print how each document words a topic, in order of date, and where it is absent.

    Documents of an unknown date stand last.
    """
    from onrecord.comparing import wording_of
    from onrecord.comparing.redline.topic_wording import Topic
    from onrecord.pipeline import Reader, Shelf

    form, sought = format_of(context, form), Topic.of(topic)
    with Shelf(Reader(settings_of(context, ledger))) as shelf:
        texts, failed = _read(shelf, documents)
    found = wording_of(topic, texts)
    _warn(found)
    if form is Format.JSONL:
        for wording in found:
            print_json(wording.to_json())
    else:
        print_lines(lines(found, sought, width()))
    if failed:
        raise typer.Exit(FAILED)


def lines(found: Sequence["Wording"], topic: "Topic", width: int) -> Iterator["Line"]:
    """Yield the lines of what documents say of a topic, its words marked; `width` is in cells of the terminal."""
    from rich.text import Text

    from onrecord.cli.lines import indented

    for wording in found:
        yield from indented(_named(wording), width, 0, _INDENT)
        if not wording.passages:
            yield Text(" " * _INDENT).append("absent", style="bold red")
        for span in wording.passages:
            line = Text(flat(span.text))
            for start, end in topic.places(span.text):
                line.stylize("bold yellow", start, end)
            paragraph = f"¶{wording.document.paragraph_number(span.start)} "
            yield from indented(Text(paragraph, style="dim") + line, width, _INDENT)
        yield Text()
    absent = sum(not wording.passages for wording in found)
    yield Text(f"{counted(len(found), 'document')}, absent from {absent:,}.", style="dim")


def _named(wording: "Wording") -> "Line":
    from rich.text import Text

    document = wording.document
    title = f"  {flat(document.title)}" if document.title else ""
    return Text.assemble(
        (day_in_words(document.published), "bold"), title, (f" — {flat(document.url or document.id)}", "dim")
    )


def _read(shelf: "Shelf", documents: Sequence[str]) -> tuple[list["Text"], bool]:
    """Return the texts that can be read, each once, and whether another could not; errors are told."""
    texts: dict[tuple[str, str | None], Text] = {}
    failed = False
    for name in documents:
        for _, one in shelf.texts(name):
            if isinstance(one, OnRecordError):
                complain(str(one))
                failed = True
            else:
                texts.setdefault((one.document.id, one.document.url), one)
    return list(texts.values()), failed


def _warn(found: Sequence["Wording"]) -> None:
    for wording in found:
        document, name = wording.document, wording.document.url or wording.document.id
        if document.published is None:
            complain(f"{name}: warning: has no date, so it stands last")
        if document.language not in (None, "en"):
            complain(f"{name}: warning: is not in English ({document.language}); the topic is looked for as written")
