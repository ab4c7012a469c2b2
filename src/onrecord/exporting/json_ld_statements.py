"""Statements in the terms of schema.org: a Quotation is verbatim, a Claim is told in the report's own words."""

from collections.abc import Iterator

from onrecord.exporting.cells import cell
from onrecord.exporting.identifiers import document_urn, record_urn
from onrecord.exporting.known import known, one_or_all
from onrecord.exporting.moments import calendar_date
from onrecord.exporting.parties import entities_of
from onrecord.exporting.verbatim import attribution, spoken_words, verbatim_words
from onrecord.records import Record, Statement


def statement_nodes(record: Record, statement: Statement) -> Iterator[dict[str, object]]:
    """Yield a statement's node: a direct one as a Quotation, any other as a Claim whose verbatim parts are Quotations.

    Raises RecordError for a speaker that is no entity of the record.
    """
    speakers = _speakers(record, statement)
    if statement.type == "direct":
        yield _quotation(
            record, statement, record_urn(record.document, statement.id), spoken_words(statement), speakers
        )
        return
    parts = [part for part in map(cell, (span.text for span in verbatim_words(statement))) if part]
    named = [(f"{record_urn(record.document, statement.id)}:quotation:{n}", part) for n, part in enumerate(parts, 1)]
    yield _claim(record, statement, speakers, [urn for urn, _ in named])
    for urn, part in named:
        yield _quotation(record, statement, urn, part, speakers)


def _quotation(record: Record, statement: Statement, urn: str, words: str, speakers: list[object]) -> dict[str, object]:
    whole = statement.type == "direct"
    return known(
        {
            "@id": urn,
            "@type": "Quotation",
            "text": words,
            "creator": one_or_all(speakers),
            "spokenByCharacter": one_or_all(speakers),
            "dateCreated": calendar_date(statement.time),
            "inLanguage": record.document.language,
            "isPartOf": {"@id": document_urn(record.document)},
            "mentions": _figures(record, statement) if whole else None,
        }
    )


def _claim(record: Record, statement: Statement, speakers: list[object], quoted: list[str]) -> dict[str, object]:
    """A claim in the report's words; what is only held was uttered by nobody: it has a subject and no creator."""
    held = statement.kind == "held"
    outlet = record.document.outlet
    return known(
        {
            "@id": record_urn(record.document, statement.id),
            "@type": "Claim",
            "text": attribution(statement, record.document.text),
            "creator": None if held else one_or_all(speakers),
            "about": one_or_all(speakers) if held else None,
            "claimInterpreter": {"@type": "Organization", "name": outlet} if outlet else None,
            "dateCreated": calendar_date(statement.time),
            "inLanguage": record.document.language,
            "appearance": {"@id": document_urn(record.document)},
            "hasPart": [{"@id": urn} for urn in quoted],
            "mentions": _figures(record, statement),
        }
    )


def _speakers(record: Record, statement: Statement) -> list[object]:
    ids = (entity.id for entity in entities_of(record, statement.speakers))
    return [{"@id": record_urn(record.document, one)} for one in ids]


def _figures(record: Record, statement: Statement) -> list[dict[str, str]]:
    within = (figure for figure in record.figures if figure.statement == statement.id)
    return [{"@id": record_urn(record.document, figure.id)} for figure in within]
