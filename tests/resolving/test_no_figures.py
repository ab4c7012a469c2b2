"""Which numbers are figures, case by case: <> stands around the number, {} around its unit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Quantity, Span
from onrecord.resolving.no_figures import is_figure


def judged(marked: str, counted: bool = False) -> bool:
    plain = re.sub(r"[<>{}]", "", marked)
    number, unit = (_span(plain, marked, *marks) for marks in ("<>", "{}"))
    assert number is not None
    parts = [number, *([unit] if unit else [])]
    span = Span.cut(plain, min(part.start for part in parts), max(part.end for part in parts))
    noun = Span.cut(plain, number.end, len(plain)) if counted else None
    return is_figure(plain, Quantity(number=number, span=span, unit=unit, counted=noun))


def _span(plain: str, marked: str, opening: str, closing: str) -> Span | None:
    if opening not in marked:
        return None
    start = len(re.sub(r"[<>{}]", "", marked[: marked.index(opening)]))
    return Span.cut(plain, start, start + marked.index(closing) - marked.index(opening) - 1)


@pytest.mark.parametrize(
    "marked",
    [
        "the Group of <Seven> met",
        "the G<7> leaders",
        "an F-<16> jet",
        "COVID-<19> spread",
        "a <41>-year-old man",
        "he is <41> years old",
        "she was aged <41> then",
        "children aged <8–10> {years} came",
        "Ada Orlin, <41>, said",
        "at <2.15>pm on Monday",
        "at <11> a.m. sharp",
        "until <10> o'clock",
        "the <19>th century",
        "the <twenty>-sixth dynasty",
        "on <9/11> that year",
        "due <10-12-2024> at noon",
        "on October <30>, they met",
        "on <30> October, they met",
        "since <2015> they met",
        "in <1998>.",
        "worth a billion in <2020> {dollars}",
        "In <2012> {GB} won nine medals",
        "call <0164 555 0123> now",
        "tel. <555> now",
        "Article <5> says",
        "Resolution <2397> says",
        "Flight <370> left",
        "No. <10> said",
        "the <two> sides met",
        "these <three> nations",
        "<one> of the men",
        "no <one> came",
        "<one> another",
        "this <one> is",
        "a <two>-plus-two meeting",
        "a <four>-star general",
        "<three>-way talks",
        "flags at <half> staff",
        "\n<3>. Take the bus",
        "a <7.62>{mm} machine gun",
        "in about <664> b.c.e. they",
        "until <250> c.e., they",
        "<a seventh> nuclear test",
        "for <Five> Eyes allies",
        "all <three> countries",
    ],
)
def test_what_is_no_figure(marked: str) -> None:
    assert not judged(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<8,000> troops left",
        "the <10> judges who",
        "the <two> {days} before",
        "a surprise <5>-4 decision",
        "a surprise 5-<4> decision",
        "{$}<3> billion",
        "<one> soldier was hurt",
        "some <2,024> men",
        "<816 000> {t} of grain",
        "<half> of them",
        "<a seventh> of them",
        "<Five> Norlanders left",
        "a <12>-member panel",
        "<one in five> voters",
        "over <50> {mm} of rain",
        "<20> may come",
        "The <1520> {sq m} centre",
        "a drive of <2048> {GB} of memory",
        "for <1600> {km}",
    ],
)
def test_what_is_a_figure(marked: str) -> None:
    assert judged(marked)


def test_a_number_that_counts_is_no_year() -> None:
    assert judged("of <2000> soldiers", counted=True)
    assert not judged("of <2000> soldiers")


@given(st.text(max_size=30), st.text(min_size=1, max_size=12), st.text(max_size=30))
def test_any_text_is_judged(before: str, number: str, after: str) -> None:
    text = before + number + after
    span = Span.cut(text, len(before), len(before) + len(number))
    assert is_figure(text, Quantity(number=span, span=span)) in (True, False)
