"""Figures and times: what is found, as the record has it."""

import pytest

from onrecord.records import (
    Attribution,
    Document,
    Findings,
    Quantity,
    Record,
    Span,
    Timex,
    document_id,
)
from onrecord.resolving import resolve

TEXT = "Orlin said that some 1,200 grey seals came. They came 3 km in five days on Monday, two thirds of them."


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


SEALS = Quantity(number=cut("1,200"), hedge=cut("some"), counted=cut("grey seals"), span=cut("some 1,200"))
WAY = Quantity(number=cut("3"), unit=cut("km"), span=cut("3 km"), confidence=0.5)
DAYS = Quantity(number=cut("five"), counted=cut("days"), span=cut("five"))
PART = Quantity(number=cut("two thirds"), counted=cut("them"), span=cut("two thirds"))
SAID = Attribution(
    source=cut("Orlin"), cue=cut("said"), content=(cut("that some 1,200 grey seals came"),), type="indirect"
)


def read(*quantities: Quantity, times: tuple[Timex, ...] = ()) -> Record:
    findings = Findings((SAID,), quantities=quantities, times=times)
    return resolve(Document(id=document_id(TEXT), text=TEXT), findings)


@pytest.mark.parametrize(
    ("quantity", "value", "bound", "unit", "counted"),
    [
        (SEALS, 1200, "about", "count", "grey seals"),
        (WAY, 3, "exact", "km", None),
        (DAYS, 5, "exact", "day", None),
        (PART, 200 / 3, "exact", "percent", None),
    ],
)
def test_a_figure(quantity: Quantity, value: float, bound: str, unit: str, counted: str | None) -> None:
    (figure,) = read(quantity).figures
    assert figure.value == pytest.approx(value)
    assert (figure.bound, figure.unit, figure.counted) == (bound, unit, counted)
    assert (figure.span, figure.confidence) == (quantity.span, None)


def test_a_conversion_in_brackets_shares_the_bound() -> None:
    text = "It lay about 160 km (100 miles) off; 3 km (of five) count."
    spans = {
        words: Span.cut(text, text.index(words), text.index(words) + len(words))
        for words in ("about", "160", "160 km", "100", "100 miles", "km", "miles", "3", "3 km", "five", "about 160 km")
    }
    far = Quantity(number=spans["160"], hedge=spans["about"], unit=spans["km"], span=spans["about 160 km"])
    converted = Quantity(number=spans["100"], unit=spans["miles"], span=spans["100 miles"])
    other = Quantity(number=spans["five"], span=spans["five"])
    near = Quantity(number=spans["3"], span=spans["3"])
    found = Findings(quantities=(far, converted, near, other))
    figures = resolve(Document(id=document_id(text), text=text), found).figures
    assert [figure.bound for figure in figures] == ["about", "about", "exact", "exact"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They lost 1,200 men a day there.", "count/day"),
        ("They lost 1,200 men/week there.", "count/week"),
        ("They lost 1,200 men annually.", "count/year"),
        ("They lost 1,200 men a daybreak.", "count"),
        ("They lost 1,200 men.", "count"),
    ],
)
def test_a_rate_may_follow_what_is_counted(text: str, unit: str) -> None:
    lost = Quantity(number=Span.cut(text, 10, 15), span=Span.cut(text, 10, 15), counted=Span.cut(text, 16, 19))
    (figure,) = resolve(Document(id=document_id(text), text=text), Findings(quantities=(lost,))).figures
    assert figure.unit == unit


def test_a_figure_stands_in_a_statement_or_is_the_reports_own() -> None:
    record = read(SEALS, WAY, SEALS)
    assert [figure.statement for figure in record.figures] == [record.statements[0].id, None]


def test_a_figure_that_reaches_out_of_a_content_is_the_reports_own() -> None:
    over = Quantity(number=cut("1,200"), span=cut("said that some 1,200"))
    assert read(over).figures[0].statement is None


def test_times_keep_span_and_type_and_have_no_value_yet() -> None:
    monday = Timex("DATE", cut("Monday"), 0.9)
    (time,) = read(times=(monday, monday)).times
    assert (time.span, time.type, time.value, time.confidence) == (cut("Monday"), "DATE", None, None)
    assert time.id == read(times=(monday,)).times[0].id
