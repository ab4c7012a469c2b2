import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.errors import RecordError, SpanMismatch
from onrecord.records import Span

TEXT = "“We will sail,” said Ada Orlin."


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.text(min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(places())
def test_a_cut_span_is_its_slice_and_survives_json(place: tuple[str, int, int]) -> None:
    text, start, end = place
    span = Span.cut(text, start, end)
    assert span.text == text[start:end]
    span.check(text)
    assert Span.from_json(span.to_json()) == span


@given(places(), st.integers(-5, 70))
def test_a_span_checked_at_another_place_is_refused(place: tuple[str, int, int], moved: int) -> None:
    text, start, end = place
    assume(moved >= 0 and text[moved : moved + end - start] != text[start:end])
    with pytest.raises(SpanMismatch):
        Span(moved, moved + end - start, text[start:end]).check(text)


@pytest.mark.parametrize(("start", "end", "text"), [(-1, 2, "abc"), (2, 2, ""), (3, 2, "a"), (0, 3, "ab")])
def test_what_cannot_be_a_span_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(SpanMismatch):
        Span(start, end, text)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 0), (5, 4), (0, len(TEXT) + 1), (90, 95)])
def test_cutting_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanMismatch):
        Span.cut(TEXT, start, end)


def test_offsets_count_code_points() -> None:
    assert Span.cut("🙂 é said", 4, 8).text == "said"


def test_the_error_names_the_span_and_is_a_record_error() -> None:
    with pytest.raises(RecordError, match=r"span 1\.\.3 \('We'\): is not that slice"):
        Span(1, 3, "We").check("xxxxx")


def test_json_has_the_codebooks_keys() -> None:
    assert Span.cut(TEXT, 16, 20).to_json() == {"span": [16, 20], "text": "said"}
