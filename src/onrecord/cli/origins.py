"""`onrecord origins`."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from onrecord.cli.clean import counted
from onrecord.cli.console import complain, print_json, print_lines, width
from onrecord.cli.options import Format, FormatOption, LedgerOption, format_of, settings_of
from onrecord.errors import UsageError
from onrecord.folding import fold

if TYPE_CHECKING:
    from onrecord.comparing.origins.chains import Carried
    from onrecord.ledger import Hit, Ledger
    from onrecord.records import Figure, Statement

_RECORD: Final = re.compile(r"(?:st|fg)-[0-9a-f]{16}")
# Statements looked at: those that hold the words, and those nearest in meaning to one.
_HOLDING: Final = 10_000
_NEAREST: Final = 500
# Words by which a statement without a meaning is looked for.
_LONGEST: Final = 3


def origins(
    context: typer.Context,
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOC]", help="The story of this document: an id, the beginning of one, or an address."),
    ] = None,
    statement: Annotated[
        str | None,
        typer.Option(
            "--statement",
            metavar="ID|WORDS",
            help="Who has this from whom: the id of a statement or figure, or words that a statement holds.",
        ),
    ] = None,
    ledger: LedgerOption = None,
    form: FormatOption = None,
) -> None:
    """Find the copies of one story, who wrote it, and what each cut or added.

    Without an argument: every story that the ledger has more than one copy of.
    """
    from onrecord.cli.families import stories, strands
    from onrecord.comparing.origins.chains import strands_of
    from onrecord.comparing.origins.origins import origin_of, origins_in
    from onrecord.ledger import open_ledger

    if document is not None and statement is not None:
        raise UsageError("--statement", "looks through all documents", "leave out the document, or the option")
    settings = settings_of(context, ledger)
    with open_ledger(settings.ledger, create=False) as opened:
        if statement is not None:
            carried = strands_of(opened, carriers(opened, statement))
            found, lines = [strand.origin for strand in carried], strands(carried, width())
        else:
            one = None if document is None else origin_of(opened, opened.id_of(document))
            found = list(origins_in(opened)) if one is None else [one]
            lines = stories(found, width(), whole=one is not None)
        if format_of(context, form) is Format.JSONL:
            for story in found:
                print_json(story.to_json())
        else:
            print_lines(lines)
        passed_over = opened.documents_without_signatures()
    if passed_over:
        why = "read by a version that kept nothing to compare; add it again with onrecord add"
        complain(f"{settings.ledger}: warning: left out {counted(passed_over, 'document')}, {why}")


def carriers(ledger: "Ledger", asked: str) -> Iterator["Carried"]:
    """Yield the reports that carry a statement or figure, by its id or by words that a statement holds, each once.

    Raises NotInLedger for an id that is none, UsageError for words without a letter or digit.
    """
    from onrecord.comparing.origins.chains import carried_in

    seen: set[str] = set()
    for document, item in _items(ledger, asked):
        if document not in seen:
            seen.add(document)
            record = ledger.record(document)
            items: tuple[Statement | Figure, ...] = (*record.statements, *record.figures)
            yield from (carried_in(record, one) for one in items if one.id == item)


def _items(ledger: "Ledger", asked: str) -> Iterable[tuple[str, str]]:
    """Yield document and id of each statement or figure that is meant."""
    if _RECORD.fullmatch(asked) is None:
        return [(hit.ref.document, hit.statement.id) for hit in ledger.search(asked, limit=_HOLDING)]
    document = ledger.document_of(asked)
    alike = _same_figures(ledger, document, asked) if asked.startswith("fg-") else _same(ledger, document, asked)
    return [(document, asked), *alike]


def _same(ledger: "Ledger", document: str, statement: str) -> Iterator[tuple[str, str]]:
    from onrecord.comparing.origins.same_words import same_statement

    record = ledger.record(document)
    one = next(each for each in record.statements if each.id == statement)
    names = record.speaker_names(one)
    for hit in _near(ledger, one):
        if same_statement(one, names, hit.statement, hit.speakers):
            yield hit.ref.document, hit.statement.id


def _near(ledger: "Ledger", statement: "Statement") -> Iterator["Hit"]:
    """Yield the statements nearest in meaning; those that hold its longest words where it was read without meaning."""
    vector = ledger.meaning_of_statement(statement.id)
    if vector is not None:
        return ledger.nearest(vector, limit=_NEAREST)
    words = sorted(fold(" ".join(span.text for span in statement.content)).split(), key=len)[-_LONGEST:]
    return ledger.search(" ".join(words), limit=_NEAREST) if words else iter(())


def _same_figures(ledger: "Ledger", document: str, figure: str) -> Iterator[tuple[str, str]]:
    from onrecord.comparing.origins.same_words import same_figure

    one = next(each for each in ledger.record(document).figures if each.id == figure)
    for told in ledger.figures_with(ledger.keys_of_figure(figure)):
        if same_figure(one, told.figure):
            yield told.page.document, told.figure.id
