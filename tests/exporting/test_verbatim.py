"""What of a statement is verbatim."""

import pytest

from onrecord.exporting.verbatim import attribution, spoken_words, verbatim_words
from onrecord.records import Span, Statement, StatementType
from tests.exporting.ferry_report import TEXT, ferry


def statement(text: str, type: StatementType = "direct") -> Statement:
    return Statement(id="st-1", type=type, content=(Span(0, len(text), text),))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("“We sail,”", "We sail,"),
        ('"We sail', "We sail"),
        ("‘We sail.’", "We sail."),
        ("“He said ‘no.’”", "He said ‘no.’"),
        ("'Tis late.", "'Tis late."),
        ("We sail.", "We sail."),
        ("«On part»", "On part"),
    ],
)
def test_a_direct_statement_is_its_words_without_the_marks(content: str, words: str) -> None:
    (span,) = verbatim_words(statement(content))
    assert span.text == words == content[span.start : span.end]


def test_of_a_mixed_statement_it_is_what_stands_in_marks() -> None:
    mixed = statement('that "a single shot" or “two” would do', "mixed")
    assert [span.text for span in verbatim_words(mixed)] == ["a single shot", "two"]
    assert verbatim_words(statement('that "a" is "b"', "indirect")) == ()


def test_a_statement_of_marks_alone_keeps_them() -> None:
    assert verbatim_words(statement("“”")) == ()
    assert spoken_words(statement("“”")) == "“”"


def test_pieces_keep_their_gap_and_lose_the_reports_comma() -> None:
    assert spoken_words(ferry().statements[0]) == "We will sail at dawn … if the tide allows."
    assert spoken_words(statement("“We sail,\tthen\nrest,”")) == "We sail, then rest"


def test_an_attribution_is_the_reports_own_words() -> None:
    assert attribution(ferry().statements[2], TEXT) == 'Orlin called the delay "an act of piracy"'
