"""From whom a ledger has it: the copies of one story, and the reports that carry one statement or figure."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.comparing.origins.chains import Carried, Strand, carried_in, strands_of
from onrecord.comparing.origins.origins import Origin, origin_of, origins_in, stories_in
from onrecord.comparing.origins.same_words import same_figure, same_statement
from onrecord.folding import fold
from onrecord.ledger import Hit, Ledger
from onrecord.records import Figure, Statement

# An id, or what was meant for one: cut short, or mistyped.
_RECORD: Final = re.compile(r"(?:st|fg)-(?:[0-9a-f]{16}|[0-9a-z]*[0-9][0-9a-z]*)")
# Statements looked at: those that hold the words, and those nearest in meaning to one.
_HOLDING: Final = 10_000
_NEAREST: Final = 500
# Words by which a statement without a meaning is looked for.
_LONGEST: Final = 3


def stories(ledger: Ledger) -> list[Origin]:
    """Return every story that a ledger has more than one copy of, the one with most copies first."""
    return list(origins_in(ledger))


def stories_found(ledger: Ledger) -> Iterator[Origin]:
    """Yield the stories of `stories` as they are found."""
    return stories_in(ledger)


def story_of(ledger: Ledger, document: str) -> Origin:
    """Return the story of a document, named as `Ledger.record` takes it; it may be the only copy. Raises as that."""
    return origin_of(ledger, ledger.id_of(document))


def strands(ledger: Ledger, asked: str) -> list[Strand]:
    """Return the origins of what reports carry, the one with most reports first; otherwise as `carriers`."""
    return strands_of(ledger, carriers(ledger, asked))


def carriers(ledger: Ledger, asked: str) -> Iterator[Carried]:
    """Yield the reports that carry a statement or figure, by its id or by words that a statement holds, each once.

    Raises NotInLedger for an id that is none, UsageError for words without a letter or digit.
    """
    seen: set[str] = set()
    for document, item in _items(ledger, asked):
        if document not in seen:
            seen.add(document)
            record = ledger.record(document)
            items: tuple[Statement | Figure, ...] = (*record.statements, *record.figures)
            yield from (carried_in(record, one) for one in items if one.id == item)


def _items(ledger: Ledger, asked: str) -> Iterable[tuple[str, str]]:
    """Yield document and id of each statement or figure that is meant."""
    if _RECORD.fullmatch(asked) is None:
        return [(hit.ref.document, hit.statement.id) for hit in ledger.search(asked, limit=_HOLDING)]
    document = ledger.document_of(asked)
    alike = _same_figures(ledger, document, asked) if asked.startswith("fg-") else _same(ledger, document, asked)
    return [(document, asked), *alike]


def _same(ledger: Ledger, document: str, statement: str) -> Iterator[tuple[str, str]]:
    record = ledger.record(document)
    one = next(each for each in record.statements if each.id == statement)
    names = record.speaker_names(one)
    for hit in _near(ledger, one):
        if same_statement(one, names, hit.statement, hit.speakers):
            yield hit.ref.document, hit.statement.id


def _near(ledger: Ledger, statement: Statement) -> Iterator[Hit]:
    """Yield the statements nearest in meaning; those that hold its longest words where it was read without meaning."""
    vector = ledger.meaning_of_statement(statement.id)
    if vector is not None:
        return ledger.nearest(vector, limit=_NEAREST)
    words = sorted(fold(" ".join(span.text for span in statement.content)).split(), key=len)[-_LONGEST:]
    return ledger.search(" ".join(words), limit=_NEAREST) if words else iter(())


def _same_figures(ledger: Ledger, document: str, figure: str) -> Iterator[tuple[str, str]]:
    one = next(each for each in ledger.record(document).figures if each.id == figure)
    for told in ledger.figures_with(ledger.keys_of_figure(figure)):
        if same_figure(one, told.figure):
            yield told.page.document, told.figure.id
