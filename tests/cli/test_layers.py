"""Figures, times, events and entities in the text form."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from onrecord.cli.entities import whole_line
from onrecord.cli.layers import Told, event_line, figure_line, layers, time_line
from onrecord.cli.minutes import closing_lines, minutes
from onrecord.cli.options import EVERYDAY, Layer
from onrecord.records import Document, Entity, Event, Figure, Record, Role, Span, Statement, Time, document_id
from onrecord.telling.amounts import amount

TEXT = (
    "Skerry Bay sent some 1,200 grey\tseals to Oresk on Monday.\n"
    "They came in May, in June and in May, said harbour clerk Una Quill."
)


def span(words: str, start: int = 0) -> Span:
    start = TEXT.index(words, start)
    return Span.cut(TEXT, start, start + len(words))


CLAIM = Statement(
    id="st-1", type="indirect", source=span("harbour clerk Una Quill"), content=(span("They came"),), speakers=("en-3",)
)
SEALS = Figure(id="fg-1", span=span("some 1,200"), value=1200, bound="about", unit="count", counted="grey\tseals")
MONDAY = Time(id="tx-1", span=span("Monday"), type="DATE", value="2031-05-05")
MAY = Time(id="tx-2", span=span("May"), type="DATE")
JUNE = Time(id="tx-3", span=span("June"), type="DATE", value="2031-06")
MAY_AGAIN = Time(id="tx-4", span=span("May", MAY.span.end), type="DATE")
SENT = Event(id="ev-1", trigger=span("sent"), type="AID", actors=("en-1",), recipients=("en-2",), status="happened")
CAME = Event(id="ev-2", trigger=span("came"), type="CONSULT", status="denied", statement="st-1")
BAY = Entity(id="en-1", kind="place", name="Skerry Bay", mentions=(span("Skerry Bay"),))
ORESK = Entity(id="en-2", kind="country", name="Oresk", mentions=(span("Oresk"),))
QUILL = Entity(
    id="en-3",
    kind="person",
    name="Una Quill",
    aliases=("Quill", "the clerk"),
    roles=(Role("harbour clerk", "Skerry Bay"),),
    mentions=(span("Una Quill"), span("harbour clerk")),
)
HERD = Entity(id="en-4", kind="place", name="Seal\tRock", mentions=(span("They"),))
DOCUMENT = Document(id=document_id(TEXT), text=TEXT)
RECORD = Record(DOCUMENT, (HERD, QUILL, BAY, ORESK), (CLAIM,), (SEALS,), (MONDAY, MAY, JUNE, MAY_AGAIN), (SENT, CAME))
TOLD = Told.of(RECORD)


def printed(record: Record, shown: Collection[Layer] = EVERYDAY, width: int = 80) -> list[str]:
    return [line.plain for line in layers(record, shown, width, 10)]


def test_the_whole_form() -> None:
    assert printed(RECORD, tuple(Layer)) == [
        "",
        "Figures",
        "     ¶1   some 1,200 (grey seals) = about 1,200",
        "",
        "Times",
        "     ¶1   Monday = 2031-05-05",
        "     ¶2   May = ? · June = 2031-06",
        "",
        "Events",
        "     ¶1   sent — AID: Skerry Bay → Oresk",
        "     ¶2   came — CONSULT [denied] — Una Quill",
        "",
        "Entities",
        "     persons",
        "     ¶2   Una Quill, harbour clerk, Skerry Bay — also Quill, the clerk [2",
        "          mentions]",
        "     countries",
        "     ¶1   Oresk [1 mention]",
        "     places",
        "     ¶1   Skerry Bay [1 mention]",
        "     ¶2   Seal Rock [1 mention]",
    ]


def test_only_what_is_asked_for_is_shown() -> None:
    lines = [line.plain for line in minutes(RECORD, 80, (Layer.FIGURES,))]
    assert lines[1:] == [
        "date unknown · 25 words",
        "",
        "Figures",
        "     ¶1   some 1,200 (grey seals) = about 1,200",
        "",
        "1 figure.",
    ]
    assert printed(RECORD, (Layer.ENTITIES,))[1] == "Entities"
    assert printed(RECORD, (Layer.STATEMENTS,)) == []


def test_entities_are_shown_to_who_asks() -> None:
    assert "Entities" not in [line.plain for line in minutes(RECORD, 80)]


def test_they_stand_between_the_statements_and_the_closing_line() -> None:
    lines = [line.plain for line in minutes(RECORD, 80)]
    assert lines[5:7] == ["", "Figures"]
    assert lines[-3:] == ["", "1 statement, 1 speaker.", "1 figure, 4 times, 2 events."]


def test_a_layer_with_nothing_in_it_is_not_named() -> None:
    assert printed(Record(DOCUMENT, times=(MAY,))) == ["", "Times", "     ¶2   May = ?"]
    assert printed(Record(DOCUMENT), tuple(Layer)) == []


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (EVERYDAY, "No statements."),
        ((Layer.FIGURES,), "No figures."),
        ((Layer.TIMES, Layer.ENTITIES), "No times and no entities."),
    ],
)
def test_that_there_is_nothing_is_said(shown: tuple[Layer, ...], expected: str) -> None:
    assert closing_lines(Record(DOCUMENT), shown) == [expected]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(id="f", span=SEALS.span, value=8000, high=8000, bound="at_most", unit="count"), "at most 8,000"),
        (Figure(id="f", span=SEALS.span, value=2.5, low=2.5, high=2.5, bound="exact", unit="km"), "2.5 km"),
        (Figure(id="f", span=SEALS.span, low=5, high=8, bound="range", unit="percent"), "5 to 8 percent"),
        (Figure(id="f", span=SEALS.span, low=100, bound="vague"), "at least 100"),
        (Figure(id="f", span=SEALS.span, high=100, bound="vague"), "at most 100"),
        (Figure(id="f", span=SEALS.span, bound="vague", unit="year"), ""),
        (Figure(id="f", span=SEALS.span), "?"),
        (replace(SEALS, unit="count/day"), "about 1,200 per day"),
        (replace(SEALS, value=1, unit="century"), "about 1 century"),
        (replace(SEALS, value=3, unit="century"), "about 3 centuries"),
        (replace(SEALS, unit="barrel/day"), "about 1,200 barrels per day"),
        (replace(SEALS, unit="square foot"), "about 1,200 square feet"),
        (replace(SEALS, unit="degree Celsius"), "about 1,200 degrees Celsius"),
        (replace(SEALS, unit="kWh"), "about 1,200 kWh"),
        (replace(SEALS, unit="km2"), "about 1,200 km2"),
        (replace(SEALS, unit="USD/year"), "about 1,200 USD per year"),
    ],
)
def test_amounts(figure: Figure, expected: str) -> None:
    assert amount(figure) == expected


def test_what_else_is_known_stands_in_brackets() -> None:
    known = replace(SEALS, change="increment", as_of="2031-05-05", where="Oresk", statement="st-1")
    line = "some 1,200 (grey seals) = about 1,200 [increment, Oresk, as of 2031-05-05] — Una Quill"
    assert figure_line(known, TOLD).plain == line
    done = replace(SENT, status="expected", time="2031-06-01TNI", where="Oresk", recipients=(), statement="st-1")
    expected = "sent — AID: Skerry Bay [expected, Oresk, 2031-06-01 night] — Una Quill"
    assert event_line(done, TOLD).plain == expected


def test_of_a_speaker_who_is_not_known_stands_the_source() -> None:
    told = Told(TOLD.names, {"st-1": replace(CLAIM, speakers=())})
    assert event_line(CAME, told).plain.endswith("[denied] — harbour clerk Una Quill (unknown speaker)")


def test_who_says_so_of_themselves_is_not_named_twice() -> None:
    own = replace(SENT, actors=("en-3",), statement="st-1")
    assert event_line(own, TOLD).plain == "sent — AID: Una Quill → Oresk — their own word"
    assert event_line(replace(own, actors=("en-1", "en-3")), TOLD).plain.endswith(" — Una Quill")
    nobody = Told(TOLD.names, {"st-1": replace(CLAIM, speakers=(), source=None)})
    assert event_line(CAME, nobody).plain.endswith(" — unknown speaker")


def test_a_party_that_is_not_known_is_left_out() -> None:
    assert event_line(replace(SENT, actors=()), TOLD).plain == "sent — AID: → Oresk"
    assert event_line(replace(SENT, actors=(), recipients=()), TOLD).plain == "sent — AID"


def test_what_happened_goes_without_saying_and_what_is_not_known_does_not() -> None:
    assert event_line(replace(SENT, actors=(), recipients=(), status=None), TOLD).plain == "sent — AID [?]"
    assert figure_line(Figure(id="f", span=SEALS.span), TOLD).plain == "some 1,200 = ?"
    assert time_line(MAY).plain == "May = ?"


def test_what_the_words_say_is_not_said_again() -> None:
    exact = Figure(id="f", span=span("1,200"), value=1200, low=1200, high=1200, bound="exact", unit="count")
    assert figure_line(exact, TOLD).plain == "1,200"
    assert figure_line(replace(exact, counted="seals", where="Oresk"), TOLD).plain == "1,200 (seals) [Oresk]"


def test_an_entity_without_offices_and_other_names() -> None:
    assert whole_line(replace(QUILL, roles=(), aliases=())).plain == "Una Quill [2 mentions]"


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_cut(width: int) -> None:
    lines = printed(RECORD, tuple(Layer), width)
    assert all(len(line) <= max(width, 34) and line == line.rstrip() for line in lines)
    assert " ".join(" ".join(lines).split()) == " ".join(" ".join(printed(RECORD, tuple(Layer), 400)).split())
