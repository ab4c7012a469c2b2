"""Records as linked data in the terms of schema.org: one JSON-LD document, a node on each of its lines.

The terms are those of https://schema.org/docs/full.html (NewsArticle, Quotation, Claim, Person, QuantitativeValue, …).
The context stands in the document itself, so that a processor needs no network.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.exporting.identifiers import document_urn, record_urn, stated_address, web_address
from onrecord.exporting.json_lines import json_line
from onrecord.exporting.known import known, one_or_all
from onrecord.exporting.moments import published
from onrecord.exporting.parties import Parties
from onrecord.exporting.schema_org.entities import entity_node
from onrecord.exporting.schema_org.figures import figure_node
from onrecord.exporting.schema_org.statements import statement_nodes
from onrecord.records import Document, Record

# The vocabulary as schema.org's own context names it; the values of these two are addresses.
CONTEXT: Final = {
    "@vocab": "http://schema.org/",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
}


def json_ld_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of one JSON-LD document: the context, a line for each node of its graph, the end.

    Raises RecordError for a record that names an entity it does not hold.
    """
    yield f'{{"@context": {json_line(CONTEXT)}, "@graph": ['
    begun = False
    for record in records:
        for node in _nodes(record):
            yield ("," if begun else "") + json_line(node)
            begun = True
    yield "]}"


def _nodes(record: Record) -> Iterator[dict[str, object]]:
    """The nodes of a record: its report, what that speaks of, the statements in it, its figures."""
    document, parties = record.document, Parties(record)
    within: dict[str | None, list[str]] = defaultdict(list)
    for figure in record.figures:
        within[figure.statement].append(figure.id)
    yield _article(document, [*(entity.id for entity in record.entities), *within[None]])
    called = {entity.name: entity.id for entity in reversed(record.entities)}
    for entity in record.entities:
        yield entity_node(document, entity, called)
    for statement in record.statements:
        yield from statement_nodes(document, statement, parties.of(statement.speakers), within[statement.id])
    for figure in record.figures:
        yield figure_node(document, figure)


def _article(document: Document, mentioned: Iterable[str]) -> dict[str, object]:
    return known(
        {
            "@id": document_urn(document),
            "@type": "NewsArticle",
            "identifier": document.id,
            "headline": document.title,
            "url": web_address(document),
            "sameAs": stated_address(document),
            "datePublished": published(document.published),
            "dateline": _dateline(document),
            "inLanguage": document.language,
            "author": one_or_all([{"@type": "Person", "name": name} for name in document.authors]),
            "publisher": _organization(document.outlet),
            "sourceOrganization": _organization(document.agency),
            "mentions": [{"@id": record_urn(document, one)} for one in mentioned],
        }
    )


def _organization(name: str | None) -> dict[str, object] | None:
    return {"@type": "Organization", "name": name} if name else None


def _dateline(document: Document) -> str | None:
    stated = document.dateline
    return None if stated is None else ", ".join(filter(None, (stated.place, stated.date)))
