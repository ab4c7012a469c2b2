"""A report as set type: no character is lost, and every mark is on the words that it marks."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger import open_ledger
from onrecord.records import Document, Zone, document_id
from onrecord.web.setting import Mark, Part, marks_of, set_type
from tests.web.examples import address_of

PARTS: tuple[Part, ...] = ("source", "cue", "content", "condition", "figure", "time", "trigger")
TEXTS = st.lists(st.text("ab 🜁é", max_size=12), min_size=1, max_size=6).map("\n".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Document, list[Mark]]:
    """A document and marks that lie in any way over it."""
    text = draw(TEXTS.filter(str.strip))
    places = st.integers(0, len(text))
    ends = draw(st.lists(st.tuples(places, places).map(sorted), max_size=8))
    marks = [
        Mark(start, end, draw(st.sampled_from(PARTS)), f"r{draw(st.integers(0, 3))}")
        for start, end in ends
        if start < end
    ]
    return Document(id=document_id(text), text=text), sorted(marks, key=lambda one: (one.start, -one.end))


@given(marked())
def test_the_pieces_of_a_paragraph_are_its_text(given: tuple[Document, list[Mark]]) -> None:
    document, marks = given
    for paragraph, (start, end) in zip(set_type(document, marks), document.paragraphs(), strict=True):
        assert "".join(piece.text for piece in paragraph.pieces) == document.text[start:end]
        assert all(document.text.startswith(piece.text, piece.start) for piece in paragraph.pieces)


@given(marked())
def test_every_character_is_in_the_records_that_mark_it_and_no_others(given: tuple[Document, list[Mark]]) -> None:
    document, marks = given
    for paragraph in set_type(document, marks):
        for piece in paragraph.pieces:
            for place in range(piece.start, piece.start + len(piece.text)):
                over = [mark for mark in marks if mark.start <= place < mark.end]
                assert set(piece.records) == {mark.record for mark in over}
                assert set(piece.parts) == {mark.part for mark in over}
                assert piece.depth == sum(mark.part == "content" for mark in over)


@given(marked())
def test_a_record_begins_once_and_where_its_first_words_are(given: tuple[Document, list[Mark]]) -> None:
    document, marks = given
    begun = [one for paragraph in set_type(document, marks) for piece in paragraph.pieces for one in piece.begins]
    assert len(begun) == len(set(begun))
    assert set(begun) <= {mark.record for mark in marks}


LINE = "ANNA BERG: The tide came in at noon."


@pytest.mark.parametrize("between", ["\n", " "], ids=["many paragraphs", "one paragraph"])
def test_a_long_report_is_set_in_the_time_that_its_length_takes(between: str) -> None:
    # Where each piece is held against every mark and zone, this takes minutes.
    times, step = 10_000, len(LINE) + 1
    text = between.join([LINE] * times)
    labels = tuple(Zone("label", at, at + 10) for at in range(0, times * step, step))
    bodies = tuple(Zone("body", at, at + step - 1) for at in range(0, times * step, step))
    zones = tuple(zone for pair in zip(bodies, labels, strict=True) for zone in pair)
    marks = [Mark(at + 27, at + 36, "time", f"r{at}") for at in range(0, times * step, step)]
    begun = time.monotonic()
    set_ = list(set_type(Document(id=document_id(text), text=text, zones=zones), marks))
    assert time.monotonic() - begun < 20
    assert sum(len(one.pieces) for one in set_) >= 3 * times


def test_the_parts_of_a_page_are_set_as_such() -> None:
    text = "Ferry row\n\nPORT VALE -- “We sail,” she said.\nQ Will it last?"
    first, turn = text.index("PORT"), text.index("Q Will")
    zones = (
        Zone("headline", 0, len("Ferry row")),
        Zone("body", first, len(text)),
        Zone("dateline", first, text.index("“We")),
        Zone("label", turn, turn + 1),
    )
    document = Document(id=document_id(text), text=text, zones=zones)
    headline, body, asked = set_type(document, [])
    assert [headline.kind, body.kind, asked.kind] == ["headline", "body", "body"]
    assert [piece.zone for piece in body.pieces] == ["dateline", None]
    assert [(piece.text, piece.zone) for piece in asked.pieces] == [("Q", "label"), (" Will it last?", None)]


@pytest.mark.parametrize("file", ["lindhaven-wire", "ministry-briefing"])
def test_every_statement_of_a_report_is_marked_in_it(newsroom_ledger: Path, file: str) -> None:
    with open_ledger(newsroom_ledger, create=False) as opened:
        record = opened.record(address_of(file))
    pieces = [piece for paragraph in set_type(record.document, marks_of(record)) for piece in paragraph.pieces]
    for statement in record.statements:
        for span in statement.content:
            within = [piece for piece in pieces if span.start <= piece.start < span.end]
            assert all(statement.id in piece.records and "content" in piece.parts for piece in within)
            assert "".join(piece.text for piece in within) == span.text.replace("\n", "")
        assert sum(statement.id in piece.begins for piece in pieces) == 1
