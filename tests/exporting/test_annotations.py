"""Web Annotations: what the model asks of each, and that their selectors find the words again."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from onrecord.exporting.web_annotation.annotations import CONTEXT, annotation_lines
from tests.exporting.ferry_report import DOCUMENT, ferry

OA = "http://www.w3.org/ns/oa#"
# The terms that are used here, as the W3C's context has them: that one lies at an address on the web.
TERMS = json.loads((Path(__file__).parent / "anno_context.json").read_text(encoding="utf-8"))
BODY = {"type", "purpose", "format", "language", "value"}


def annotations(**given: object) -> dict[str, dict[str, Any]]:
    told = (json.loads(line) for line in annotation_lines([ferry(**given)]))
    return {one["id"].removeprefix(f"urn:onrecord:{DOCUMENT.id}:"): one for one in told}


def offline(url: str, _options: object) -> dict[str, object]:
    assert url == CONTEXT
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": TERMS}


def test_each_statement_figure_and_event_has_one() -> None:
    found = annotations()
    assert list(found) == [
        *("st-1", "st-2", "st-3", "st-4", "st-5", "fg-1", "fg-2", "fg-3", "fg-4"),
        *("ev-1", "ev-2", "ev-3"),
    ]
    assert {one["motivation"] for one in found.values()} == {"describing", "classifying"}
    assert all(one["@context"] == CONTEXT and one["type"] == "Annotation" for one in found.values())


@pytest.mark.parametrize("name", ["st-1", "st-2", "fg-2", "ev-1"])
def test_a_processor_knows_every_term(name: str) -> None:
    told = annotations()[name]
    (expanded,) = jsonld.expand(told, {"documentLoader": offline})
    assert expanded["@type"] == [f"{OA}Annotation"]
    assert json.dumps(told).count(' "') > 20
    assert len(expanded[f"{OA}hasTarget"]) == len(told["target"]) if isinstance(told["target"], list) else 1
    # A term that the context does not have would be dropped: compacting gives all of it back.
    assert jsonld.compact(expanded, TERMS, {"documentLoader": offline}) | {"@context": CONTEXT} == told


def test_the_words_are_found_by_themselves_and_by_their_place() -> None:
    target = annotations()["st-2"]["target"]
    assert target["source"] == "https://www.lantern.example/ferry%20row?id=1"
    quoted, placed = target["selector"]
    assert quoted["exact"] == "that any mines 🜁 remained"
    assert quoted["prefix"] == DOCUMENT.text[: placed["start"]][-32:]
    assert quoted["suffix"] == DOCUMENT.text[placed["end"] :][:32]


def test_words_that_stand_apart_are_targets_of_their_own() -> None:
    exact = [target["selector"][0]["exact"] for target in annotations()["st-1"]["target"]]
    assert exact == ["“We will sail at dawn,”", "“if the tide allows.”"]


def test_a_text_from_no_address_is_its_own_source() -> None:
    found = annotations(url="harbour/ferry.txt", canonical=None)
    assert found["fg-1"]["target"]["source"] == f"urn:onrecord:{DOCUMENT.id}"


def test_people_read_words_and_tags_and_programs_the_record() -> None:
    bodies = annotations()["ev-1"]["body"]
    assert bodies[0]["value"] == "Ada Orlin: REQUEST → Iceland, ships' pilots"
    assert [body["value"] for body in bodies if body["purpose"] == "tagging"] == ["event", "REQUEST", "happened"]
    record = json.loads(bodies[-1]["value"])
    assert record["event"] == ferry().events[0].to_json()
    assert record["recipients"] == ["Iceland", "ships' pilots"]
    said = annotations()["st-1"]["body"][0]["value"]
    assert said == "Ada Orlin: said [pledge, probable, 2031-03-31]"
    assert annotations()["st-5"]["body"][0]["value"].startswith("Unknown speaker: ")
    assert all(set(body) <= BODY for one in annotations().values() for body in one["body"])


def test_a_figure_that_says_no_number_has_no_words_for_it() -> None:
    values = [body["value"] for body in annotations()["fg-4"]["body"]]
    assert values[:2] == ["figure", "vague"]
    assert annotations()["fg-2"]["body"][0]["value"] == "at least 300 crew"
