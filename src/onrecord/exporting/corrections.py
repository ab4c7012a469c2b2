"""Corrections as examples: what the machine read, and what a person says it should have."""

from typing import TypedDict

from onrecord.records import Correction, Document, EntityJson, ItemJson, ItemLayer, Verdict
from onrecord.records.matching import versions_of


class ExampleDocument(TypedDict):
    """The text that a correction is of, whole."""

    id: str
    url: str | None
    published: str | None
    text: str


class Example(TypedDict):
    """One correction, enough to train on by itself.

    `person` is the record as the correction has it, null where the person says that it is none or gave it back to the
    machine. `entities` are those that either version names. `stands` is false where a later correction took its place.
    """

    correction: int
    document: ExampleDocument
    layer: ItemLayer
    record: str
    verdict: Verdict
    machine: ItemJson
    person: ItemJson | None
    entities: list[EntityJson]
    who: str
    made: str
    why: str
    replaces: int | None
    stands: bool


def example(correction: Correction, document: Document, *, stands: bool) -> Example:
    """Return a correction of a record of this document as an example to train on."""
    told = None if correction.verdict in ("rejected", "withdrawn") else versions_of(correction, document.text)[1]
    return {
        "correction": correction.number,
        "document": {
            "id": document.id,
            "url": document.url,
            "published": document.published,
            "text": document.text,
        },
        "layer": correction.layer,
        "record": correction.record,
        "verdict": correction.verdict,
        "machine": correction.machine,
        "person": None if told is None else told.to_json(),
        "entities": [*correction.named, *correction.added],
        "who": correction.who,
        "made": correction.made,
        "why": correction.why,
        "replaces": correction.replaces,
        "stands": stands,
    }
