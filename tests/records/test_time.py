import dataclasses
import json

import pytest

from onrecord.errors import RecordError, SpanMismatch
from onrecord.records import Span, Time

TEXT = "The ferries will sail on Monday."
MONDAY = Time(id="tx-1", span=Span.cut(TEXT, 25, 31), type="DATE", value="2031-05-05", confidence=0.9)


def test_json_has_the_codebooks_keys() -> None:
    assert MONDAY.to_json() == {
        "id": "tx-1",
        "span": [25, 31],
        "text": "Monday",
        "type": "DATE",
        "value": "2031-05-05",
        "confidence": 0.9,
    }


@pytest.mark.parametrize("time", [MONDAY, Time(id="tx-2", span=MONDAY.span, type="SET")])
def test_json_round_trip(time: Time) -> None:
    assert Time.from_json(json.loads(json.dumps(time.to_json()))) == time
    assert time.spans() == (MONDAY.span,)


def test_text_that_cannot_be_of_the_span_is_refused() -> None:
    with pytest.raises(SpanMismatch):
        Time.from_json({**MONDAY.to_json(), "text": "on Monday"})


@pytest.mark.parametrize(
    "value",
    ["2031", "2031-05", "2031-W18", "2031-05-05TNI", "2031-05-05T09:30", "P100Y", "PT1.5H", "PXD", "FUTURE_REF"],
)
def test_values_of_timeml_pass(value: str) -> None:
    assert dataclasses.replace(MONDAY, value=value).value == value


@pytest.mark.parametrize(
    ("field", "value"), [("type", "DAY"), ("value", ""), ("value", "next week"), ("value", "٢٠٣١"), ("confidence", 2)]
)
def test_values_outside_the_standard_are_refused(field: str, value: object) -> None:
    with pytest.raises(RecordError):
        dataclasses.replace(MONDAY, **{field: value})
