"""Figures and times: what is found, as the record has it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import (
    Attribution,
    Document,
    Figure,
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


def quantities(marked: str) -> tuple[str, tuple[Quantity, ...]]:
    """`[hedge|number|unit]` marks a quantity, its hedge and unit may be empty."""
    text, at, found = "", 0, []
    plain = re.sub(r"\[([^|\]]*)\|([^|]*)\|([^\]]*)\]", r"\1\2\3", marked)
    for mark in re.finditer(r"\[([^|\]]*)\|([^|]*)\|([^\]]*)\]", marked):
        text += marked[at : mark.start()]
        at, spans = mark.end(), []
        for part in mark.groups():
            lead = len(part) - len(part.lstrip())
            start = len(text) + lead
            spans.append(Span.cut(plain, start, start + len(part.strip())) if part.strip() else None)
            text += part
        hedge, number, unit = spans
        assert number is not None
        known = [one for one in spans if one]
        whole = Span.cut(plain, min(one.start for one in known), max(one.end for one in known))
        found.append(Quantity(number=number, span=whole, hedge=hedge, unit=unit))
    return plain, tuple(found)


def told(marked: str) -> list[Figure]:
    text, found = quantities(marked)
    return list(resolve(Document(id=document_id(text), text=text), Findings(quantities=found)).figures)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They sent [some |10,000|] Norland soldiers.", [(10_000, "about", "count", "Norland soldiers")]),
        (
            "[|20|] men died and [another |300|] were hurt.",
            [(20, "exact", "count", "men"), (300, "exact", "count", "men")],
        ),
        (
            "They lost [|300|] men, [|5|] of them in May.",
            [(300, "exact", "count", "men"), (5, "exact", "count", "men")],
        ),
        (
            "It was rowed by [|14|] sailors rather than [|15|].",
            [(14, "exact", "count", "sailors"), (15, "exact", "count", "sailors")],
        ),
        (
            "[|Ten|] ships came. [|Six|] of them sank.",
            [(10, "exact", "count", "ships"), (6, "exact", "count", "ships")],
        ),
        (
            "There are [|four|] barns in which the newest group of [about |300|] are housed.",
            [(4, "exact", "count", "barns"), (300, "about", "count", None)],
        ),
        ("[|Ten|] ships came. They lost [|six|].", [(10, "exact", "count", "ships"), (6, "exact", "count", None)]),
        ("[|Ten|] ships, [|40| percent] in all.", [(10, "exact", "count", "ships"), (40, "exact", "percent", None)]),
        ("[nearly |half|] of the votes", [(50, "about", "percent", "votes")]),
        ("[|one in five|] voters", [(20, "exact", "percent", "voters")]),
        ("[|3.4 million| barrels] of per-day thirst", [(3_400_000, "exact", "barrel/day", "per-day thirst")]),
        ("[nearly |six billion| tons] per year of peat", [(6_000_000_000, "about", "ton/year", "peat")]),
        ("[|1,700|] postcards a day", [(1700, "exact", "count/day", "postcards")]),
        ("it cost [|3 bn|] and [|3 billion| dollars]", [(3e9, "exact", "count", None), (3e9, "exact", "USD", None)]),
        ("[up to |20| days] of rain", [(20, "at_most", "day", None)]),
        ("for [|hundreds|] of days", [(None, "vague", "day", None)]),
        ("the last [|half| hour]", [(0.5, "exact", "hour", None)]),
        ("up [|a quarter| percent]", [(0.25, "exact", "percent", None)]),
        ("a [|5|]-[|4|] ruling", [(5, "exact", "count", "votes"), (4, "exact", "count", "votes")]),
        ("the [|two|] sides met in [|2015|].", []),
        ("up +[|0.2| %] and [|1/2| mile]", [(0.2, "exact", "percent", None), (0.5, "exact", "mile", None)]),
        ("a [sub-|300| km] trip", [(300, "less_than", "km", None)]),
        (
            "with [|four|]-, [|five|]- and [|six|]-hour shifts",
            [(4, "exact", "hour", None), (5, "exact", "hour", None), (6, "exact", "hour", None)],
        ),
        ("a [|7|]- or [|8|]-inch screen", [(7, "exact", "inch", None), (8, "exact", "inch", None)]),
        (
            "from [|21| miles] in May to [|30|], and on",
            [(21, "exact", "mile", None), (30, "exact", "mile", None)],
        ),
        ("to [|7| percent] from [|5|].", [(7, "exact", "percent", None), (5, "exact", "percent", None)]),
        (
            "fell by [|2| percent] and rose by [|1|].",
            [(2, "exact", "percent", None), (1, "exact", "percent", None)],
        ),
        ("from [|2| percent] to [|30|] towns", [(2, "exact", "percent", None), (30, "exact", "count", "towns")]),
        ("a day or [|two|] of rest", [(2, "exact", "day", None)]),
        ("another song or [|two|].", [(2, "exact", "count", "song")]),
        ("[|One|] plan asks Norland to stop.", [(1, "exact", "count", "plan")]),
        ("[|eight million|] 250ml bottles", [(8e6, "exact", "count", "bottles")]),
        ("[|9 billion| dollars] (8 billion euros) a year", [(9e9, "exact", "USD/year", None)]),
        ("[|210|] ships a week earlier", [(210, "exact", "count", "ships")]),
        ("[|a|] man", []),
        ("Es kamen 1.200.000 Leute, [|8.000|] Norlanders", [(8000, "exact", "count", "Norlanders")]),
    ],
)
def test_figures_whole(marked: str, expected: list[tuple[float | None, str, str, str | None]]) -> None:
    assert [(one.value, one.bound, one.unit, one.counted) for one in told(marked)] == expected


@given(
    st.lists(
        st.sampled_from(
            ["ten", "8.000", "1,200", "half", "dozens", "one in five", "9" * 400, "3-5", "4-3", "men", "of them", "and",
             "percent", "$", "km", "a day", "over", "about", "at least", "May", "2015", "the", ".", "-", "more", "\n"]
        ),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)  # fmt: skip
def test_any_quantity_is_a_legal_figure_or_none(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:first])) + (1 if first else 0)
    number = Span.cut(text, start, start + len(words[first]))
    hedge = Span.cut(text, 0, start - 1) if start > 1 and data.draw(st.booleans()) else None
    whole = Span.cut(text, hedge.start if hedge else start, number.end)
    found = Findings(quantities=(Quantity(number=number, span=whole, hedge=hedge),))
    figures = resolve(Document(id=document_id(text), text=text), found).figures
    assert len(figures) <= 1
    for figure in figures:
        assert figure == Figure.from_json(figure.to_json())


def test_a_conversion_in_brackets_shares_the_bound() -> None:
    text = "It lay about 90 km (56 miles) off; 3 km (of five) count."
    spans = {
        words: Span.cut(text, text.index(words), text.index(words) + len(words))
        for words in ("about", "90", "90 km", "56", "56 miles", "km", "miles", "3", "3 km", "five", "about 90 km")
    }
    far = Quantity(number=spans["90"], hedge=spans["about"], unit=spans["km"], span=spans["about 90 km"])
    converted = Quantity(number=spans["56"], unit=spans["miles"], span=spans["56 miles"])
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


def test_the_pound_of_a_plain_text_stands_before_its_sum() -> None:
    text = "It paid PS8.1bn for 150 PS"
    pound = Quantity(number=Span.cut(text, 10, 15), unit=Span.cut(text, 8, 10), span=Span.cut(text, 8, 15))
    power = Quantity(number=Span.cut(text, 20, 23), unit=Span.cut(text, 24, 26), span=Span.cut(text, 20, 26))
    figures = resolve(Document(id=document_id(text), text=text), Findings(quantities=(pound, power))).figures
    assert [figure.unit for figure in figures] == ["GBP", "ps"]


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
