"""What counts as the right place and time of a figure."""

import pytest

from evaluation.figure_circumstances import measures, plain
from onrecord.records import Document, Findings, Name, Quantity, Record, Span, Timex, document_id
from onrecord.resolving import resolve
from training.corpora.labelled_figures import Labelled, LabelledText

TEXT = "In 2021 some 30 people met in Norway. Rain fell on 40 people."


def span(words: str) -> Span:
    return Span.cut(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def extent(words: str) -> tuple[int, int]:
    return span(words).start, span(words).end


@pytest.fixture
def record() -> Record:
    thirty = Quantity(number=span("30"), span=span("some 30"), hedge=span("some"), counted=span("people"))
    forty = Quantity(number=span("40"), span=span("40"))
    names, times = (Name("country", span("Norway")),), (Timex("DATE", span("2021")),)
    document = Document(id=document_id(TEXT), text=TEXT)
    return resolve(document, Findings(names=names, times=times, quantities=(thirty, forty)))


def test_a_place_counts_wherever_it_is_named_and_a_figure_not_found_is_a_miss(record: Record) -> None:
    thirty = Labelled(extent("30"), (extent("Rain"), extent("Norway")), "2021")
    forty = Labelled(extent("40"), (), "2022")
    elsewhere = Labelled(extent("fell"), (extent("Norway"),), None)
    found = measures([(LabelledText(TEXT, "2031-05-02", (thirty, forty, elsewhere)), record)])
    assert found == {
        "where.precision": 100.0,
        "as_of.precision": 100.0,
        "where.recall": 50.0,
        "as_of.recall": 50.0,
        "figures": 3,
        "found": 2,
    }


def test_a_place_where_none_is_costs_precision(record: Record) -> None:
    found = measures([(LabelledText(TEXT, "2031-05-02", (Labelled(extent("30"), (), None),)), record)])
    assert (found["where.precision"], found["as_of.precision"]) == (0.0, 0.0)


def test_places_are_compared_without_their_article() -> None:
    assert plain("The Orlin Strait") == plain("orlin strait")
    assert plain("worldwide") == plain("the world")
