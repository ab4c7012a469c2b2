import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quotation import quotations


def found(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We leave," she said. "At once."', ['"We leave,"', '"At once."']),
        ("“We leave,” she said. “At once.”", ["“We leave,”", "“At once.”"]),
        ("He called it ‘legal’ in the towns’ council", ["‘legal’"]),
        ("He called it 'legal' and 'the towns' own' plan", ["'legal'", "'the towns' own'"]),
        ("He said 'no thanks' and left. The troops' morale fell.", ["'no thanks'"]),
        ("He said 'no thanks' and then 'not us' again", ["'no thanks'", "'not us'"]),
        ("„Nein“, sagte er. »Doch«", ["„Nein“", "»Doch«"]),
        ("« Non », dit-il.", ["« Non »"]),
        ("the dogs' bowls weren't the '90s kids' toys", []),
        ("a 6\" pipe and a 5' board", []),
        ('“Mixed marks" are closed all the same', ['“Mixed marks"']),
        ("“He said ‘go’ to me,” she said", ["“He said ‘go’ to me,”"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_quotation_that_never_closes_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We leave.\n“At once,” she said."
    first, second = quotations(text)
    assert (text[first.start : first.end], first.closed) == ("“We leave.", False)
    assert (text[second.start : second.end], second.closed) == ("“At once,”", True)


def test_apostrophes_that_never_close_take_no_longer_for_being_many() -> None:
    began = time.perf_counter()
    assert quotations("the envoy 'Ali left the town of 'Ain in haste " * 20_000) == ()
    assert time.perf_counter() - began < 10  # seconds; looking ahead from each would take an hour


def test_offsets_count_into_the_whole_text() -> None:
    text = 'Before. "Inside." After.'
    assert quotations(text, 8, 17) == quotations(text)


@given(st.text(alphabet="ab \n\"'“”‘’„«».,s5"))
def test_quotations_are_in_order_apart_and_within_a_paragraph(text: str) -> None:
    at = 0
    for q in quotations(text):
        assert at <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        at = q.end
