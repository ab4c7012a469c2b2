import dataclasses
import json
from html.parser import HTMLParser

import pytest

from onrecord.errors import RecordError, SpanMismatch
from onrecord.records import Document, Entity, Record, Span, Statement, document_id

TEXT = "Ferry <row> deepens\n“We & ours will sail,” Ada Orlin said, “today.”\nIt was said to be late."


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def record() -> Record:
    orlin = Entity(id="en-1", kind="person", name="Ada <Orlin>", mentions=(cut("Ada Orlin"),))
    sail = Statement(
        id="st-1",
        type="direct",
        source=cut("Ada Orlin"),
        cue=cut("said"),
        content=(cut("“We & ours will sail,”"), cut("“today.”")),
        speakers=("en-1",),
    )
    late = Statement(id="st-2", type="indirect", content=(cut("to be late"),))
    return Record(Document(id=document_id(TEXT), text=TEXT, title="Ferry <row>"), (orlin,), (sail, late))


def test_a_right_record_passes_its_check() -> None:
    record().check()


def test_json_round_trip_through_text() -> None:
    line = json.dumps(record().to_json(), ensure_ascii=False)
    assert "\n" not in line
    assert Record.from_json(json.loads(line)) == record()


def test_json_has_every_layer_of_the_codebook() -> None:
    data = record().to_json()
    assert list(data) == ["document", "entities", "statements", "figures", "times", "events"]
    assert data["figures"] == data["times"] == data["events"] == []


def test_check_finds_a_span_of_another_text() -> None:
    other = dataclasses.replace(record().document, text=TEXT.replace("today", "TODAY"))
    with pytest.raises(SpanMismatch, match="today"):
        dataclasses.replace(record(), document=other).check()


def test_check_finds_a_speaker_that_is_no_entity() -> None:
    with pytest.raises(RecordError, match="en-1"):
        dataclasses.replace(record(), entities=()).check()


def test_check_finds_two_records_of_one_id() -> None:
    whole = record()
    with pytest.raises(RecordError, match="two records"):
        dataclasses.replace(whole, statements=whole.statements * 2).check()


def test_a_missing_field_is_named() -> None:
    data = json.loads(json.dumps(record().to_json()))
    del data["statements"][0]["cue"]
    with pytest.raises(RecordError, match="'cue' is missing"):
        Record.from_json(data)


def test_speaker_names() -> None:
    whole = record()
    assert [whole.speaker_names(one) for one in whole.statements] == [("Ada <Orlin>",), ()]


class _Cells(HTMLParser):
    """The text of each cell, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def test_the_notebook_table_shows_speaker_words_and_paragraph_escaped() -> None:
    html = record()._repr_html_()
    assert "<Orlin>" not in html
    assert "Ferry &lt;row&gt;" in html
    cells = _Cells()
    cells.feed(html)
    assert cells.rows[1:] == [
        ["Ada <Orlin>", "“We & ours will sail,” … “today.”", "2"],
        ["—", "to be late", "3"],
    ]
