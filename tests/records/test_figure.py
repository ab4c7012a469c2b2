import dataclasses
import json

import pytest

from onrecord.errors import RecordError, SpanMismatch
from onrecord.records import Bound, Figure, Span, bounds_of

TEXT = "As many as 8,000 more seals now winter in Skerry Bay."
SEALS = Figure(
    id="fg-1",
    span=Span.cut(TEXT, 0, 16),
    value=8000,
    high=8000,
    bound="at_most",
    change="increment",
    unit="count",
    counted="seals",
    where="Skerry Bay",
    as_of="2031-05-02",
    statement="st-1",
    confidence=0.5,
)
BARE = Figure(id="fg-2", span=Span.cut(TEXT, 11, 16))


def test_json_has_the_codebooks_keys() -> None:
    keys = "id span text value low high bound change unit counted where as_of statement confidence"
    assert list(SEALS.to_json()) == keys.split()
    assert (SEALS.to_json()["span"], SEALS.to_json()["text"]) == ([0, 16], "As many as 8,000")


@pytest.mark.parametrize("figure", [SEALS, BARE])
def test_json_round_trip(figure: Figure) -> None:
    assert Figure.from_json(json.loads(json.dumps(figure.to_json()))) == figure


def test_a_whole_number_is_printed_as_one() -> None:
    counted = dataclasses.replace(SEALS, value=8000.0, high=8000.0)
    assert json.dumps(counted.to_json()["value"]) == "8000"
    assert json.dumps(dataclasses.replace(BARE, value=2.5).to_json()["value"]) == "2.5"


def test_text_that_cannot_be_of_the_span_is_refused() -> None:
    with pytest.raises(SpanMismatch):
        Figure.from_json({**SEALS.to_json(), "text": "8,000"})


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        ("exact", 7, 7),
        ("about", None, None),
        ("at_most", None, 7),
        ("at_least", 7, None),
        ("more_than", 7, None),
        ("less_than", None, 7),
    ],
)
def test_a_bound_and_its_number_fix_low_and_high(bound: Bound, low: float | None, high: float | None) -> None:
    assert bounds_of(bound, 7) == (low, high)
    Figure(id="fg-3", span=BARE.span, bound=bound, value=7, low=low, high=high)
    with pytest.raises(RecordError, match=bound):
        Figure(id="fg-3", span=BARE.span, bound=bound, value=7, low=8, high=8)


@pytest.mark.parametrize("bound", ["range", "vague"])
def test_a_range_and_a_vague_number_have_no_value(bound: Bound) -> None:
    Figure(id="fg-3", span=BARE.span, bound=bound, low=100)
    with pytest.raises(RecordError, match=bound):
        Figure(id="fg-3", span=BARE.span, bound=bound, value=100, low=100)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("bound", "nearly"),
        ("change", "decrement"),
        ("as_of", "last week"),
        ("confidence", -0.1),
        ("value", float("nan")),
        ("high", float("inf")),
        ("high", -1),
        ("value", 2**53 + 1),
        ("value", 10**400),
    ],
)
def test_values_outside_the_codebook_are_refused(field: str, value: object) -> None:
    unbound = dataclasses.replace(SEALS, bound=None, low=0)
    with pytest.raises(RecordError):
        dataclasses.replace(unbound, **{field: value})
