import dataclasses
import json

import pytest

from onrecord.encoder.tags import PLOVER
from onrecord.errors import RecordError
from onrecord.records import Event, Span
from onrecord.records.event import EVENT_TYPES

TEXT = "Valland met Norvanna at Skerry Bay."
MET = Event(
    id="ev-1",
    trigger=Span.cut(TEXT, 8, 11),
    type="CONSULT",
    actors=("en-1", "en-2"),
    recipients=("en-3",),
    where="Skerry Bay",
    time="2031-05-02",
    status="happened",
    statement="st-1",
    confidence=0.7,
)


def test_json_has_the_codebooks_keys() -> None:
    keys = "id trigger type actors recipients where time status statement confidence"
    assert list(MET.to_json()) == keys.split()
    assert MET.to_json()["trigger"] == {"span": [8, 11], "text": "met"}


@pytest.mark.parametrize("event", [MET, Event(id="ev-2", trigger=MET.trigger, type="AID")])
def test_json_round_trip(event: Event) -> None:
    assert Event.from_json(json.loads(json.dumps(event.to_json()))) == event
    assert event.spans() == (MET.trigger,)


def test_the_encoder_tags_the_types_that_events_have() -> None:
    assert set(PLOVER) == EVENT_TYPES


@pytest.mark.parametrize(
    ("field", "value"), [("type", "MEET"), ("status", "planned"), ("time", "soon"), ("confidence", 1.01)]
)
def test_values_outside_the_codebook_are_refused(field: str, value: object) -> None:
    with pytest.raises(RecordError):
        dataclasses.replace(MET, **{field: value})
