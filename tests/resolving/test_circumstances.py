"""Where a figure holds and as of when: [[ ]] stands around the figure, { } around places, < > around times."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from onrecord.records import Document, Entity, Span, Statement, Time, document_id
from onrecord.resolving.circumstances import Circumstances, circumstances_of
from onrecord.resolving.page import Page
from onrecord.resolving.surroundings import places_of

_MARK = re.compile(r"\[\[|\]\]|[{}<>]")
VALUES = {"May": "2024-05", "Monday": "2024-06-03", "2019": "2019", "2021": "2021", "now": "PRESENT_REF"}


def laid_out(marked: str, said: str | None = None) -> tuple[str, Span, Circumstances]:
    text, at, open_, found = "", 0, [0], []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() in ("[[", "{", "<"):
            open_.append(len(text))
        else:
            found.append((mark.group(), Span.cut(text + marked[at:], open_.pop(), len(text))))
    text += marked[at:]
    places = tuple(span for mark, span in found if mark == "}")
    times = [Time(id="tm", span=span, type="DATE", value=VALUES[span.text]) for mark, span in found if mark == ">"]
    figure = next(span for mark, span in found if mark == "]]")
    entities = [Entity(id="e", kind="place", name=place.text, mentions=(place,)) for place in places]
    content = Span.cut(text, 0, len(text))
    statement = Statement(id="st-1", content=(content,), type="indirect", time=said)
    page = Page(Document(id=document_id(text), text=text, published="2024-06-05T10:00:00+00:00"))
    return text, figure, circumstances_of(page, places_of(entities), times, [statement])


def where(marked: str, unit: str = "count") -> str | None:
    text, figure, circumstances = laid_out(marked)
    return circumstances.where(text, figure, unit)


def as_of(marked: str, statement: str | None = None, said: str | None = None) -> str | None:
    text, figure, circumstances = laid_out(marked, said)
    return circumstances.as_of(text, figure, statement, "count")


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        ("They sent [[8,000]] troops to {Orlin} in May.", "Orlin"),
        ("There are [[8,000]] troops in total in {Norland}.", "Norland"),
        ("[[Ten]] fled from a camp at {Orlin} today.", "Orlin"),
        ("He lost [[1,200]] men in the east, more than before.", "the east"),
        ("In {Orlin}, [[12]] people died.", "Orlin"),
        ("It is [[half]] of {Norland}'s output.", "Norland"),
        ("It is [[5 percent]] of output worldwide.", "the world"),
        ("They sent [[8,000]] troops; {Norland} did not mind in {Orlin}.", None),
        ("{Norland}'s army sent [[8,000]] troops.", None),
        ("[[Ten]] men fought {Norland} officials.", None),
        ("[[Ten]] men fell, and he spoke in {Orlin}.", None),
        ("Speaking in {Orlin}, she said [[ten]] drones flew.", None),
        ("In {Orlin} and in {Vane}, [[ten]] died.", None),
        ("In {Orlin}, {Norland}, [[ten]] died.", "Orlin"),
        ("A raid on a plant in {Orlin}, which made oil, killed [[three]] men.", "Orlin"),
        ("[[Ten]] men died, as a storm hit {Norland}.", "Norland"),
        ("[[Ten]] men died, as a storm hit {Norland} and {Vane}.", None),
        ("[[Ten]] men died during an assault on {Orlin}.", "Orlin"),
        ("Next comes {Norland}, reporting [[12]] deaths.", "Norland"),
        ("It happened in {Vane}, with {Norland} receiving the bodies of [[12]] men.", "Norland"),
        ("A storm hit {Norland}, mostly in {Orlin} where [[ten]] died.", "Orlin"),
        ("They reach [[nine]] {Norland} airports.", "Norland"),
        ("They met [[nine]] {Norland} singers.", None),
        ("Output of {Norland} power plants fell by [[3 percent]].", "Norland"),
        ("[[Ten]] died. Others lived in {Orlin}.", None),
    ],
)
def test_where(marked: str, place: str | None) -> None:
    assert where(marked) == place


def test_a_distance_is_from_a_place_and_sums_are_nowhere() -> None:
    assert where("It is [[90 km]] (56 miles) east of {Orlin}.", "km") == "Orlin"
    assert where("He walked [[90 km]] and slept in {Orlin}.", "km") is None
    assert where("He paid [[$5]] in {Orlin}.", "USD") is None
    assert where("Fire took [[50 acres]] in {Orlin}.", "acre") == "Orlin"


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("They sent [[8,000]] troops in <May>.", "2024-05"),
        ("On <Monday>, while it rained, [[ten]] died.", "2024-06-03"),
        ("[[Ten]] died in <2019> and nine in <2021>.", "2019"),
        ("[[Ten]] died from <2019> to <2021>.", None),
        ("[[Ten]] have died since <2019>.", "2024-06-05"),
        ("There are <now> [[ten]] men.", "2024-06-05"),
        ("It had ten men in <2019> and has [[five]] men <now>.", "2024-06-05"),
        ("It <now> has [[five]] men, down from ten in <2019>.", "2024-06-05"),
        ("It had [[ten]] men in <2019> and has five men <now>.", "2019"),
        ("[[Ten]] men have come.", "2024-06-05"),
        ("[[Ten]] men came.", None),
        ("[[Ten]] men will have come.", None),
        ("[[Ten]] men came. It was <May>.", None),
        ("[[Ten]] songs came back for a <2019> exhibition.", None),
        ("[[Ten]] men came after the <Monday> raid.", "2024-06-03"),
        ("A raid kills [[ten]] men, injuring two.", "2024-06-05"),
        ("Thousands of people march as [[ten]] men sing.", "2024-06-05"),
        ("A raid that was feared kills [[ten]] men.", None),
        ("He said what kills [[ten]] men.", None),
    ],
)
def test_as_of(marked: str, value: str | None) -> None:
    assert as_of(marked) == value


def test_a_statement_that_is_now_holds_when_it_is_made() -> None:
    assert as_of("[[Ten]] men have come.", "st-1", "2024-06-01") == "2024-06-01"
    assert as_of("[[Ten]] men have come.", "st-1") is None
    assert as_of("[[Ten]] men came.", "st-1", "2024-06-01") is None


def test_a_span_of_time_holds_at_no_time() -> None:
    text, figure, circumstances = laid_out("It has lasted [[ten days]] since <May>.")
    assert circumstances.as_of(text, figure, None, "day") is None


def test_nothing_is_known_where_nothing_is_told() -> None:
    text = "Ten men have come to Orlin."
    assert Circumstances().where(text, Span.cut(text, 0, 3), "count") is None
    assert Circumstances().as_of(text, Span.cut(text, 0, 3), None, "count") is None


def test_a_capital_is_called_as_the_text_has_it() -> None:
    text = "Norland sent ten men to Orlin."
    mentions = (Span.cut(text, 0, 7), Span.cut(text, 24, 29))
    entity = Entity(id="e", kind="country", name="Norland", mentions=mentions, aliases=("Orlin",))
    circumstances = circumstances_of(Page(Document(id=document_id(text), text=text)), places_of([entity]), [], [])
    assert circumstances.where(text, Span.cut(text, 13, 16), "count") == "Orlin"


def test_the_time_grows_with_the_times_of_a_sentence_only() -> None:
    times: Mapping[tuple[int, int], str] = {(n * 10, n * 10 + 4): "2019" for n in range(1000)}
    circumstances = Circumstances(sentences=range(0, 10_000, 10), times=times)
    text = "In it ten." * 1000
    spans = [Span.cut(text, start + 6, start + 9) for start, _ in pairwise(range(0, 200, 10))]
    assert {circumstances.as_of(text, span, None, "count") for span in spans} == {"2019"}
