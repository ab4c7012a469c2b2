"""Statements in the terms of schema.org: a Quotation is verbatim, a Claim is told in the report's own words."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.exporting.cells import cell
from onrecord.exporting.identifiers import document_urn, record_urn
from onrecord.exporting.known import known, one_or_all
from onrecord.exporting.moments import calendar_date
from onrecord.exporting.verbatim import attribution, spoken_words, verbatim_words
from onrecord.records import Document, Entity, Statement


def statement_nodes(
    document: Document, statement: Statement, speakers: Iterable[Entity], figures: Iterable[str]
) -> Iterator[dict[str, object]]:
    """Yield a statement's node: a direct one as a Quotation, any other as a Claim whose verbatim parts are Quotations.

    `figures` are the ids of the figures that stand in it.
    """
    urn = record_urn(document, statement.id)
    said_by: list[object] = [{"@id": record_urn(document, speaker.id)} for speaker in speakers]
    mentioned = [{"@id": record_urn(document, figure)} for figure in figures]
    if statement.type == "direct":
        node = _quotation(document, statement, said_by)
        yield known({"@id": urn, **node, "text": spoken_words(statement), "mentions": mentioned})
        return
    parts = [part for part in map(cell, (span.text for span in verbatim_words(statement))) if part]
    quoted = [f"{urn}:quotation:{number}" for number in range(1, len(parts) + 1)]
    yield known({"@id": urn, **_claim(document, statement, said_by, quoted), "mentions": mentioned})
    for part, its_urn in zip(parts, quoted, strict=True):
        yield known({"@id": its_urn, **_quotation(document, statement, said_by), "text": part})


def _quotation(document: Document, statement: Statement, speakers: list[object]) -> dict[str, object]:
    return {
        "@type": "Quotation",
        "creator": one_or_all(speakers),
        "spokenByCharacter": one_or_all(speakers),
        "dateCreated": calendar_date(statement.time),
        "inLanguage": document.language,
        "isPartOf": {"@id": document_urn(document)},
    }


def _claim(
    document: Document, statement: Statement, speakers: list[object], quoted: Sequence[str]
) -> dict[str, object]:
    """A claim in the report's words; what is only held was uttered by nobody: it has a subject and no creator."""
    held = statement.kind == "held"
    outlet = document.outlet
    return {
        "@type": "Claim",
        "text": attribution(statement, document.text),
        "creator": None if held else one_or_all(speakers),
        "about": one_or_all(speakers) if held else None,
        "claimInterpreter": {"@type": "Organization", "name": outlet} if outlet else None,
        "dateCreated": calendar_date(statement.time),
        "inLanguage": document.language,
        "appearance": {"@id": document_urn(document)},
        "hasPart": [{"@id": urn} for urn in quoted],
    }
