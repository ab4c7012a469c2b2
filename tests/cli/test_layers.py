"""Figures, times and events in the text form."""

from dataclasses import replace

import pytest

from onrecord.cli.layers import amount, event_line, figure_line, layers, time_line
from onrecord.cli.minutes import minutes
from onrecord.records import Document, Entity, Event, Figure, Record, Span, Time, document_id

TEXT = "Skerry Bay sent some 1,200 grey\tseals to Oresk on Monday.\nThey came in May and in June."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


SEALS = Figure(id="fg-1", span=span("some 1,200"), value=1200, bound="about", unit="count", counted="grey\tseals")
MONDAY = Time(id="tx-1", span=span("Monday"), type="DATE", value="2031-05-05")
MAY = Time(id="tx-2", span=span("May"), type="DATE")
JUNE = Time(id="tx-3", span=span("June"), type="DATE", value="2031-06")
SENT = Event(id="ev-1", trigger=span("sent"), type="AID", actors=("en-1",), recipients=("en-2",))
BAY = Entity(id="en-1", kind="place", name="Skerry Bay", mentions=(span("Skerry Bay"),))
ORESK = Entity(id="en-2", kind="country", name="Oresk", mentions=(span("Oresk"),))
NAMES = {"en-1": "Skerry Bay", "en-2": "Oresk"}
DOCUMENT = Document(id=document_id(TEXT), text=TEXT)
RECORD = Record(DOCUMENT, (BAY, ORESK), (), (SEALS,), (MONDAY, MAY, JUNE), (SENT,))


def test_the_whole_form() -> None:
    assert [line.plain for line in layers(RECORD, 80, 10)] == [
        "",
        "Figures",
        "     ¶1   some 1,200 (grey seals) — about 1,200",
        "",
        "Times",
        "     ¶1   Monday — 2031-05-05",
        "     ¶2   May · June — 2031-06",
        "",
        "Events",
        "     ¶1   sent — AID: Skerry Bay → Oresk",
    ]


def test_they_stand_between_the_statements_and_the_closing_line() -> None:
    lines = [line.plain for line in minutes(RECORD, 80)]
    assert lines[2:4] == ["", "Figures"]
    assert lines[-2:] == ["", "No statements."]


def test_a_layer_with_nothing_in_it_is_not_named() -> None:
    assert [line.plain for line in layers(Record(DOCUMENT, times=(MAY,)), 80, 10)] == ["", "Times", "     ¶2   May"]
    assert list(layers(Record(DOCUMENT), 80, 10)) == []


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(id="f", span=SEALS.span, value=8000, high=8000, bound="at_most", unit="count"), "at most 8,000"),
        (Figure(id="f", span=SEALS.span, value=2.5, low=2.5, high=2.5, bound="exact", unit="km"), "2.5 km"),
        (Figure(id="f", span=SEALS.span, low=5, high=8, bound="range", unit="percent"), "5 to 8 percent"),
        (Figure(id="f", span=SEALS.span, low=100, bound="vague"), "at least 100"),
        (Figure(id="f", span=SEALS.span, bound="vague", unit="year"), ""),
    ],
)
def test_amounts(figure: Figure, expected: str) -> None:
    assert amount(figure) == expected


def test_what_else_is_known_stands_in_brackets() -> None:
    known = replace(SEALS, change="increment", as_of="2031-05-05", where="Oresk")
    assert figure_line(known).plain.endswith("— about 1,200 [increment, 2031-05-05, Oresk]")
    done = replace(SENT, status="expected", time="2031-06", where="Oresk", recipients=())
    assert event_line(done, NAMES).plain == "sent — AID: Skerry Bay [expected, 2031-06, Oresk]"


def test_a_party_that_is_not_known_is_left_out() -> None:
    assert event_line(replace(SENT, actors=()), NAMES).plain == "sent — AID: → Oresk"
    assert event_line(replace(SENT, actors=(), recipients=()), NAMES).plain == "sent — AID"
    assert time_line(MAY).plain == "May"


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = [line.plain for line in layers(RECORD, width, 10)]
    assert all(len(line) <= max(width, 34) and line == line.rstrip() for line in lines)
