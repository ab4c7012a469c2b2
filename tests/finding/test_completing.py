import pytest

from onrecord.finding.assembly import Draft
from onrecord.finding.completing import completed
from onrecord.finding.nested import within


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("agreed to hold the yearly talks in May, she said", "to hold the", "to hold the yearly talks in May"),
        ("wants peace between the two U.S. allies. Then", "peace between", "peace between the two U.S. allies"),
        ("a call for 1,200 more guards", "1,200 more guards", "1,200 more guards"),
        ("something to be proud of, he said", "something to be proud of", "something to be proud of"),
        ("said the dam would hold again", "the dam would hold", "the dam would hold"),
    ],
)
def test_a_content_that_breaks_off_goes_on_to_the_end_of_its_clause(text: str, content: str, whole: str) -> None:
    start = text.index(content)
    end = completed((start, start + len(content)), text, len(text))[1]
    assert text[start:end] == whole


def test_an_inner_content_goes_no_farther_than_the_outer_one() -> None:
    text = "Oduya said that Brandt agreed to hold the yearly talks in the spring she added"
    outer = Draft((0, 5), (6, 10), ((11, text.index(" she")),), ())
    brandt, agreed, held = (text.index(word) for word in ("Brandt", "agreed", "to hold"))
    inner = Draft((brandt, brandt + 6), (agreed, agreed + 6), ((held, held + len("to hold the")),), ())
    (found,) = within([outer], [inner], text)
    assert [text[a:b] for a, b in found.content] == ["to hold the yearly talks in the spring"]
