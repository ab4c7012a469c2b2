"""When each statement was said: the report is of Thursday, 31 October 2024."""

from dataclasses import replace

import pytest

from onrecord.records import Span, Timex
from onrecord.resolving import resolve
from tests.resolving.conftest import marked


def said(text: str, *times: str, published: str | None = "2024-10-31") -> list[str | None]:
    """When each statement of a marked-up text was said, `times` being its time expressions in order."""
    document, findings = marked(text)
    spans, at = [], 0
    for time in times:
        at = document.text.index(time, at)
        spans.append(Span.cut(document.text, at, at + len(time)))
        at += len(time)
    found = replace(findings, times=tuple(Timex("DATE", span) for span in spans))
    return [one.time for one in resolve(replace(document, published=published), found).statements]


@pytest.mark.parametrize(
    ("text", "times", "wanted"),
    [
        ("<s1>Ada Orlin</> <u1>said</> on Tuesday <c1>that the bridge was closed</>.", ["Tuesday"], "2024-10-29"),
        ("On Tuesday, <s1>Ada Orlin</> <u1>said</> <c1>the bridge was closed</>.", ["Tuesday"], "2024-10-29"),
        ("<c1>“We closed it,”</> <s1>Ada Orlin</> <u1>said</> last week.", ["last week"], "2024-W43"),
        ("<s1>Ada Orlin</> <u1>told reporters</> in 2019 <c1>that the bridge was closed</>.", ["2019"], "2019"),
        ("<s1>Ada Orlin</> <u1>had warned</> in May <c1>that the bridge was weak</>.", ["May"], "2024-05"),
    ],
)
def test_words_beside_the_cue_say_when(text: str, times: list[str], wanted: str) -> None:
    assert said(text, *times) == [wanted]


def test_a_time_in_the_content_says_nothing_of_when_it_was_said() -> None:
    text = "<s1>Ada Orlin</> <u1>said</> <c1>the bridge was closed on Tuesday</>."
    assert said(text, "Tuesday") == ["2024-10-31"]


def test_a_plain_said_is_of_the_day_of_publication() -> None:
    assert said("<s1>Ada Orlin</> <u1>said</> <c1>the bridge was closed</>.") == ["2024-10-31"]


def test_it_is_open_where_publication_is_not_known() -> None:
    assert said("<s1>Ada Orlin</> <u1>said</> <c1>the bridge was closed</>.", published=None) == [None]


def test_it_is_open_where_the_report_is_of_another_day() -> None:
    text = "The bridge fell on Tuesday.\n<s1>Ada Orlin</> <u1>said</> <c1>it was weak</>."
    assert said(text, "Tuesday") == [None]


@pytest.mark.parametrize("cue", ["has long said", "had earlier told reporters", "has repeatedly warned", "will say"])
def test_a_cue_that_tells_of_another_time_leaves_it_open(cue: str) -> None:
    assert said(f"<s1>Ada Orlin</> <u1>{cue}</> <c1>that the bridge is weak</>.") == [None]


def test_an_auxiliary_before_the_cue_leaves_it_open() -> None:
    assert said("<s1>Ada Orlin</> has often <u1>said</> <c1>that the bridge is weak</>.") == [None]


def test_a_time_after_publication_is_none_of_saying() -> None:
    text = "<s1>Ada Orlin</> <u1>announced</> for next year <c1>a new bridge</>."
    assert said(text, "next year") == ["2024-10-31"]


def test_the_same_speaker_goes_on_at_the_same_time() -> None:
    text = (
        "The bridge fell on Tuesday. On Wednesday, <s1>Ada Orlin</> <u1>called</> <c1>it weak</>.\n"
        "<c2>“It was old,”</> <s2>Orlin</> <u2>said</>."
    )
    assert said(text, "Tuesday", "Wednesday") == ["2024-10-30", "2024-10-30"]


def test_a_pronoun_goes_on_at_the_time_of_the_statement_before_it() -> None:
    text = (
        "The bridge fell on Tuesday. On Wednesday, <s1>the envoys</> <u1>called</> <c1>it weak</>.\n"
        "<s2>They</> <u2>added</> <c2>that it was old</>."
    )
    assert said(text, "Tuesday", "Wednesday") == ["2024-10-30", "2024-10-30"]


def test_a_statement_inside_another_is_of_its_own_time_only() -> None:
    text = "<s1>Ada Orlin</> <u1>said</> <c1>that <s2>Ben Vane</> <u2>denied</> <c2>all blame</></>."
    assert said(text) == ["2024-10-31", None]


def test_a_day_in_words_that_stand_alone_says_nothing_of_when_they_were_said() -> None:
    text = "<s1>Ada Orlin</> <u1>said</> <c1>“We closed it.</>\n\n<c2>“The bridge was built on Tuesday.”</>"
    assert said(text, "Tuesday")[1] == "2024-10-31"


def test_what_is_carried_on_carries_no_further() -> None:
    lines = [f"<s{n}>She</> <u{n}>said</> <c{n}>it was shut</>." for n in range(2, 9)]
    text = "On Tuesday <s1>Ada Orlin</> <u1>said</> <c1>the bridge was closed</>.\n\n" + "\n\n".join(lines)
    days = said(text, "Tuesday")
    assert days[0] == "2024-10-29"
    assert days[-1] is None  # the report is of Tuesday, and tells no other day
