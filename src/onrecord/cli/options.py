"""The options that several commands share, before or after a command's name and its arguments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import UsageError
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.records.columns import Columns


class Format(StrEnum):
    """How results are printed: for people, or one JSON object a line for programs."""

    TEXT = "text"
    JSONL = "jsonl"


class Layer(StrEnum):
    """What a record holds, each a part of the text form."""

    STATEMENTS = "statements"
    FIGURES = "figures"
    TIMES = "times"
    EVENTS = "events"
    ENTITIES = "entities"


# Who the statements' speakers and the events' parties are is told beside them: entities are for who asks.
EVERYDAY = (Layer.STATEMENTS, Layer.FIGURES, Layer.TIMES, Layer.EVENTS)

LedgerOption = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="PATH", help="The ledger's file; else ONRECORD_LEDGER, else your data folder's."),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", metavar="text|jsonl", help="text for people (the default), or JSON Lines for programs."),
]
DocumentsArgument = Annotated[
    list[str],
    typer.Argument(metavar="DOCUMENT", help="Files, folders, globs, http(s) addresses, or - for standard input."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="When the reports were published, as 2026-03-12 or 2026-03-12T09:30+00:00, whatever they say themselves.",
    ),
]
AddressOption = Annotated[
    str | None,
    typer.Option("--address", metavar="URL", help="The address that the one document was published at."),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,…",
        help="Where in a table of articles what stands, as text=body,title=headline; else by the columns' names.",
    ),
]
SeenOption = Annotated[
    str | None,
    typer.Option(
        "--seen",
        metavar="DATE",
        help="When the reports were found at their addresses, as 2026-03-12 or 2026-03-12T09:30+00:00; else now.",
    ),
]
MinConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Say of what is less sure than this, from 0 to 1, that it is unknown: the words stay.",
    ),
]
OnlyOption = Annotated[
    list[Layer] | None,
    typer.Option(
        "--only",
        metavar="|".join(Layer),
        help="Print only this part of a record; again for another. Entities are printed only so.",
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only what was said then or later: 2026, 2026-03, 2026-03-12."),
]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only what was said then or earlier.")]


@dataclass(frozen=True, slots=True)
class Common:
    """What was said before the command's name."""

    ledger: Path | None = None
    format: Format | None = None


def format_of(context: typer.Context, stated: Format | None) -> Format:
    """Return the format to print in: the command's own option, else the one before its name, else text."""
    return stated or _common(context).format or Format.TEXT


def columns_of(stated: str | None) -> "Columns":
    """Return what `--columns` says. Raises UsageError."""
    from onrecord.records.columns import NO_COLUMNS, parse_columns

    return NO_COLUMNS if stated is None else parse_columns(stated)


def layers_of(form: Format, only: Sequence[Layer] | None) -> tuple[Layer, ...]:
    """Return the layers to print, in their order: those asked for, else the everyday ones.

    Raises UsageError where some are asked for of JSON Lines, whose objects are always whole.
    """
    if only and form is Format.JSONL:
        reason = "is for the text form: with --format jsonl records are printed whole"
        raise UsageError("--only", reason, "leave out one of the two")
    return tuple(layer for layer in Layer if layer in only) if only else EVERYDAY


def settings_of(context: typer.Context, ledger: Path | None = None) -> Settings:
    """Return the settings, with the ledger that an option names, if one does. Raises UsageError."""
    settings = Settings.from_environment()
    chosen = ledger or _common(context).ledger
    return settings if chosen is None else replace(settings, ledger=chosen)


def _common(context: typer.Context) -> Common:
    found = context.find_object(Common)
    return found or Common()
