"""Linked data: what processors of JSON-LD and of RDF find in it, without a network."""

import json
from typing import Any

import pytest
import rdflib
from pyld import jsonld

from onrecord.exporting.schema_org.json_ld import json_ld_lines
from onrecord.records import Record
from tests.exporting.ferry_report import DOCUMENT, ferry

SCHEMA = "http://schema.org/"
REPORT = f"urn:onrecord:{DOCUMENT.id}"
PREFIX = f"PREFIX s: <{SCHEMA}> PREFIX r: <{REPORT}:> "


def refuse(url: str, _options: object) -> dict[str, object]:
    raise AssertionError(f"{url} was asked for")


def written(*records: Record) -> str:
    return "\n".join(json_ld_lines(records or (ferry(),)))


def nodes(*records: Record) -> dict[str, dict[str, Any]]:
    return {node["@id"].removeprefix(f"{REPORT}:"): node for node in json.loads(written(*records))["@graph"]}


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=written(), format="json-ld")


def test_a_processor_expands_and_flattens_it_without_a_network() -> None:
    loaded = json.loads(written())
    expanded = jsonld.expand(loaded, {"documentLoader": refuse})
    assert len(expanded) == 1 + 4 + 5 + 1 + 4  # the report, entities, statements, the words quoted in one, figures
    assert {kind.removeprefix(SCHEMA) for node in expanded for kind in node["@type"]} == {
        *("NewsArticle", "Person", "Organization", "Country", "Thing"),
        *("Quotation", "Claim", "QuantitativeValue", "MonetaryAmount"),
    }
    flat = {node["@id"] for node in jsonld.flatten(loaded, options={"documentLoader": refuse})}
    assert {node["@id"] for node in expanded} <= flat
    assert jsonld.to_rdf(loaded, {"documentLoader": refuse})["@default"]


def test_two_processors_read_the_same_triples(graph: rdflib.Graph) -> None:
    options = {"documentLoader": refuse, "format": "application/n-quads"}
    other = rdflib.Graph().parse(data=jsonld.to_rdf(json.loads(written()), options), format="nt")
    assert len(graph) == len(other) > 100


def test_who_said_what_is_asked_in_sparql(graph: rdflib.Graph) -> None:
    question = "SELECT ?name ?text { ?q a s:Quotation; s:text ?text; s:creator/s:name ?name; s:isPartOf ?report }"
    assert {tuple(map(str, row)) for row in graph.query(PREFIX + question)} == {  # type: ignore[arg-type]
        ("Ada Orlin", "We will sail at dawn … if the tide allows."),
        ("Ada Orlin", "an act of piracy"),
    }


def test_a_claim_keeps_the_word_that_it_is_denied_by() -> None:
    denied = nodes()["st-2"]
    assert denied["text"] == "The Valland navy denied that any mines 🜁 remained"
    assert denied["creator"] == {"@id": f"{REPORT}:en-2"}
    assert denied["claimInterpreter"]["name"] == "The Lantern"
    assert denied["appearance"] == {"@id": REPORT}


def test_what_is_only_held_has_a_subject_and_nobody_who_said_it() -> None:
    held = nodes()["st-4"]
    assert (held["about"], held.get("creator")) == ({"@id": f"{REPORT}:en-4"}, None)


def test_the_verbatim_words_of_a_mixed_statement_are_its_parts() -> None:
    found = nodes()
    assert found["st-3"]["hasPart"] == [{"@id": f"{REPORT}:st-3:quotation:1"}]
    assert found["st-3:quotation:1"]["text"] == "an act of piracy"
    assert (found["st-3"]["dateCreated"], found["st-1"]["dateCreated"]) == ("2031", "2031-03-31")


def test_the_report_has_its_imprint() -> None:
    report = nodes()[REPORT]
    assert report["headline"] == "Ferry row deepens"
    assert report["url"] == "https://www.lantern.example/ferry%20row?id=1"
    assert report["sameAs"] == "https://northwire.example/ferry"
    assert report["datePublished"] == "2031-04-03T08:15:00+02:00"
    assert report["dateline"] == "PORT VALE, April 3"
    assert [author["name"] for author in report["author"]] == ["Béla Ruhn", "Ono K. Tal"]
    assert (report["publisher"]["name"], report["sourceOrganization"]["name"]) == ("The Lantern", "Northwire")


def test_what_nobody_knows_is_left_out() -> None:
    unknown = dict.fromkeys(("title", "url", "canonical", "outlet", "agency", "published", "dateline", "language"))
    bare = nodes(ferry(authors=(), **unknown))
    assert set(bare[REPORT]) == {"@id", "@type", "identifier", "mentions"}
    assert set(bare["st-5"]) == {"@id", "@type", "text", "appearance", "mentions"}
    assert all(value not in (None, "", [], {}) for node in bare.values() for value in node.values())


def test_an_office_names_what_it_is_of() -> None:
    minister = nodes()["en-1"]
    assert minister["jobTitle"] == ["Harbour Minister", "captain"]
    assert minister["affiliation"] == {
        "@type": "Role",
        "roleName": "Harbour Minister",
        "affiliation": {"@id": f"{REPORT}:en-3"},
    }


def test_a_bound_is_no_value() -> None:
    found = nodes()
    assert (found["fg-1"]["value"], found["fg-1"]["unitText"], found["fg-1"]["name"]) == (40, "boats", "Some 40")
    assert (found["fg-2"]["minValue"], found["fg-2"].get("value")) == (300, None)
    money = found["fg-3"]
    assert (money["@type"], money["value"], money["currency"]) == ("MonetaryAmount", 2_500_000, "USD")
    assert set(found["fg-4"]) == {"@id", "@type", "name"}
    assert found["st-5"]["mentions"] == [{"@id": f"{REPORT}:fg-2"}]
