"""Whole events: what is counted right."""

import pytest

from evaluation.event_parties import pairs, tally
from onrecord.records import Document, Findings, Span, Trigger, document_id
from onrecord.resolving import resolve
from training.corpora.labelled_events import Labelled, LabelledText, Party

TEXT = "Norway armed Peru and Chile. It rained."
EXTENTS = {"Norway": (0, 6), "armed": (7, 12), "Peru": (13, 17), "Chile": (22, 27), "It": (29, 31)}


def label(*recipients: str) -> Labelled:
    acting, met = (tuple(Party(EXTENTS[word], EXTENTS[word]) for word in words) for words in (("Norway",), recipients))
    return Labelled(EXTENTS["armed"], "AID", acting, met, None, None, "happened")


@pytest.mark.parametrize(
    ("recipients", "kind", "right"),
    [
        (("Peru", "Chile"), "AID", {"trigger", "type", "actors", "recipients", "whole"}),
        (("Peru",), "AID", {"trigger", "type", "actors"}),
        (("Peru", "Chile", "It"), "AID", {"trigger", "type", "actors"}),
        (("Peru", "Chile"), "ASSAULT", {"trigger"}),
    ],
)
def test_all_parties_and_no_others_make_an_event_whole(recipients: tuple[str, ...], kind: str, right: set[str]) -> None:
    document = Document(id=document_id(TEXT), text=TEXT)
    norway, armed, peru = (Span.cut(TEXT, *EXTENTS[word]) for word in ("Norway", "armed", "Peru"))
    findings = Findings(triggers=(Trigger(type=kind, span=armed, actors=(norway,), recipients=(peru,)),))  # type: ignore[arg-type]
    text = LabelledText("told", TEXT, (label(*recipients),), None)
    (pair,) = pairs(text, document, findings, resolve(document, findings))
    assert {name for name, count in tally(pair).items() if count} == right


def test_an_event_that_was_not_found_makes_no_pair() -> None:
    document = Document(id=document_id(TEXT), text=TEXT)
    text = LabelledText("told", TEXT, (label("Peru"),), None)
    assert list(pairs(text, document, Findings(), resolve(document, Findings()))) == []
