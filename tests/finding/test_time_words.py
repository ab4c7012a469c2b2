"""Time expressions whole, case by case: what was found stands in brackets, what is wanted is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.finding.time_words import whole_times, with_sets
from onrecord.records import Span, Timex

MARK = re.compile(r"\[([^\]]+)\]")


def whole(marked: str) -> list[str]:
    text, at, places = "", 0, list[tuple[int, int]]()
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        places.append((len(text), len(text) + len(mark[1])))
        text, at = text + mark[1], mark.end()
    text += marked[at:]
    return [one.span.text for one in whole_times(text, [Timex("DATE", Span.cut(text, *place)) for place in places])]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("in [the] [1990s]", ["the 1990s"]),
        ("for [nearly] [five months]", ["nearly five months"]),
        ("over [a] [three-year period]", ["a three-year period"]),
        ("[Right] [now] they left", ["Right now"]),
        ("[early] [December] was cold", ["early December"]),
        ("they waited [at least] [30 days]", ["at least 30 days"]),
        ("they stayed [a] month there", ["a month"]),
        ("for [the] foreseeable future", ["the foreseeable future"]),
        ("for [some] time", ["some time"]),
        ("in [the past], they met", ["the past"]),
        ("of any, now or [past]", ["past"]),
        ("more this year than [last].", ["last"]),
        ("for [the] first time", []),
        ("[this] time they came", []),
        ("[the] two sides met [Friday]", ["Friday"]),
        ("in [nineteen ninety]-one", ["nineteen ninety-one"]),
        ("in [nineteen] ninety-seven", ["nineteen ninety-seven"]),
        ("by [the year] two thousand", ["the year two thousand"]),
        ("after [a minute] and a half", ["a minute and a half"]),
        ("by [year's] end", ["year's end"]),
        ("since [year-]end", ["year-end"]),
        ("on [Monday] and [Tuesday]", ["Monday", "Tuesday"]),
        ("on [Friday] [night]", ["Friday", "night"]),
    ],
)
def test_an_expression_is_whole(marked: str, wanted: list[str]) -> None:
    assert whole(marked) == wanted


@given(st.lists(st.sampled_from(["the", "a", "past", "year", "ninety", "two", "-one", " ", "'s end"])), st.data())
def test_whatever_was_found_is_cut_from_the_text_in_order(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words) + "."
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    found = [Timex("DATE", Span.cut(text, *pair)) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    whole_ones = list(whole_times(text, found))
    assert len(whole_ones) <= len(found)
    assert all(text[one.span.start : one.span.end] == one.span.text for one in whole_ones)


def sets(marked: str) -> list[str]:
    text = marked.replace("[", "").replace("]", "")
    place = marked.index("["), marked.index("]") - 1
    return [one.span.text for one in with_sets(text, [Timex("DATE", Span.cut(text, *place))], 0, len(text))]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("their annual talks on [Monday]", ["annual", "Monday"]),
        ("on [Monday] they meet weekly", ["Monday", "weekly"]),
        ("the [annual report of May]", ["annual report of May"]),
        ("the Daily Lantern of [Monday]", ["Monday"]),
        ("the quarterly loss of [Monday]", ["Monday"]),
    ],
)
def test_words_for_how_often_are_sets(marked: str, wanted: list[str]) -> None:
    assert sets(marked) == wanted
