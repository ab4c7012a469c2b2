import dataclasses
import json
from html.parser import HTMLParser

import pytest

from onrecord.errors import RecordError, SpanMismatch
from onrecord.records import Document, Entity, Event, Figure, Record, Span, Statement, Time, document_id

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
    today = Time(id="tx-1", span=cut("today"), type="DATE", value="2031-05-02")
    one = Figure(id="fg-1", span=cut("We"), statement="st-1")
    vow = Event(id="ev-1", trigger=cut("will sail"), type="AGREE", actors=("en-1",), recipients=("en-1",))
    document = Document(id=document_id(TEXT), text=TEXT, title="Ferry <row>")
    return Record(document, (orlin,), (sail, late), (one,), (today,), (vow,))


def test_a_right_record_passes_its_check() -> None:
    record().check()


def test_json_round_trip_through_text() -> None:
    line = json.dumps(record().to_json(), ensure_ascii=False)
    assert "\n" not in line
    assert Record.from_json(json.loads(line)) == record()


def test_json_has_every_layer_of_the_codebook() -> None:
    data = record().to_json()
    assert list(data) == ["document", "entities", "statements", "figures", "times", "events"]
    assert [data["figures"][0]["id"], data["times"][0]["id"], data["events"][0]["id"]] == ["fg-1", "tx-1", "ev-1"]


def test_check_finds_a_span_of_another_text() -> None:
    other = dataclasses.replace(record().document, text=TEXT.replace("today", "TODAY"))
    with pytest.raises(SpanMismatch, match="today"):
        dataclasses.replace(record(), document=other).check()


def test_check_finds_a_speaker_that_is_no_entity() -> None:
    with pytest.raises(RecordError, match="en-1"):
        dataclasses.replace(record(), entities=()).check()


@pytest.mark.parametrize("field", ["figures", "times", "events"])
def test_check_reads_the_spans_of_every_layer(field: str) -> None:
    whole = record()
    moved = Span(0, 5, "Gulls")
    (item,) = getattr(whole, field)
    other = dataclasses.replace(item, **{"trigger" if field == "events" else "span": moved})
    with pytest.raises(SpanMismatch, match="Gulls"):
        dataclasses.replace(whole, **{field: (other,)}).check()


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("events", {"actors": ("en-9",)}),
        ("events", {"recipients": ("en-9",)}),
        ("events", {"statement": "st-9"}),
        ("figures", {"statement": "st-9"}),
    ],
)
def test_check_finds_a_reference_to_nothing(field: str, change: dict[str, object]) -> None:
    whole = record()
    (item,) = getattr(whole, field)
    with pytest.raises(RecordError, match="-9"):
        dataclasses.replace(whole, **{field: (dataclasses.replace(item, **change),)}).check()


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
