"""Paragraphs of wrapped lines."""

import pytest

from onrecord.reading.wire.typography import cell, with_dashes, with_quotes
from onrecord.reading.wire.wrapped import paragraphs

WRAPPED = [
    "The harbour minister said on Tuesday that the ferry would be repaired",
    "within a week, and that nobody had been hurt when it ran aground.",
    "He added that the pilots were not to blame for it, nor the weather,",
    "which had been fair.",
]


def test_lines_that_were_full_are_one_paragraph() -> None:
    assert list(paragraphs(WRAPPED)) == [" ".join(WRAPPED)]


def test_an_indent_a_blank_line_and_a_bullet_begin_a_paragraph() -> None:
    found = list(paragraphs([*WRAPPED, "   " + WRAPPED[0], *WRAPPED[1:], "", *WRAPPED, "- " + WRAPPED[3]]))
    assert [len(one.split()) for one in found] == [43, 43, 43, 5]


def test_a_line_that_was_not_full_ends_a_paragraph() -> None:
    assert list(paragraphs([*WRAPPED, "Results:", "Ardent 3, Quell 1", "Lisk 2, Sarrow 2"]))[1:] == [
        "Results:",
        "Ardent 3, Quell 1",
        "Lisk 2, Sarrow 2",
    ]


def test_long_lines_were_never_wrapped() -> None:
    line = " ".join(WRAPPED)
    assert list(paragraphs([line, line])) == [line, line]


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("``No,'' he said.", "“No,” he said."),
        ("''No,'' he said.", "“No,” he said."),
        ("``He said `no,''' she said.", "“He said 'no,”' she said."),
        ("it's", "it's"),
    ],
)
def test_quotation_marks(sent: str, meant: str) -> None:
    assert with_quotes(sent) == meant


def test_dashes_and_halves() -> None:
    assert with_dashes("a _ b_c __ _") == "a — b_c __ —"
    assert (cell("7{"), cell(" _ "), cell("{")) == ("7½", "—", "½")
