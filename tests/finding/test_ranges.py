"""Bounds of one number and two numbers; | stands around both."""

import pytest

from onrecord.finding.ranges import is_range


def judged(marked: str) -> bool:
    places = [at - k for k, at in enumerate(i for i, mark in enumerate(marked) if mark == "|")]
    first, end, second, last = places
    return is_range(marked.replace("|", ""), (first, end), (second, last))


@pytest.mark.parametrize(
    "marked",
    [
        "|50| to |60| ships",
        "|50|-|60| ships",
        "|two| or |three| ships",
        "between |30| and |50| mines",
        "between $|5| and $|7 billion|",
        "between about £|5m| and £|7m|",
        "costs $|3 billion| to $|5 billion|",
        "costs US$|3 billion| – US$|5 billion|",
        "is |5|% to |10|% higher",
        "is |5| percent to |10| percent higher",
        "prices ranging from |5|% to |10|%",
        "fell |5|%-|10|%",
        "will fall |5|% to |10|%",
        "cut it by |5|% to |10|%",
        "tones between |15|kHz and |17|kHz",
        "lasts |1| day to |3| days",
        "some US$|8| to $|9 billion|",
        "fares run from $|500| to $|900|",
        "about |2000| - |2500| seats",
    ],
)
def test_bounds_of_one_number(marked: str) -> None:
    assert judged(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "|12| and |30| won",
        "$|3 billion| and $|5 billion|",
        "|5|% and |10|%",
        "a |7|% rise to $|2.3 billion|",
        "grew |7|% to |9 million| tons",
        "costs $|3 billion| to £|5 billion|",
        "costs |3 billion| to £|5 billion|",
        "a |5|-|4| decision",
        "fell $|2| to $|40|",
        "rose by |0.2|% to |5.1|%",
        "was up some $|2| to $|40|",
        "rose from |5|% to |10|%",
        "$|9| to $|2|",
        "|5| men to |10| women",
    ],
)
def test_two_numbers(marked: str) -> None:
    assert not judged(marked)
