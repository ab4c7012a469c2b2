"""The text form: heading, numbered statements, closing line, and nothing that could move the cursor."""

from dataclasses import replace

import pytest
from rich.text import Text

from onrecord.cli.lines import indented
from onrecord.cli.minutes import act_line, minutes, words_line
from onrecord.cli.speakers import speaker_line
from onrecord.records import Dateline, Document, Entity, Record, Role, Span, Statement, document_id
from onrecord.telling.clean import one_line
from onrecord.telling.statements import closing

TEXT = (
    "Ferry talks resume\n"
    "\n"
    '"The boats will sail," Harbour Minister Una Quill of Skerry Bay said, "whatever the tide." '
    "She believes that fares will fall.\n"
    "A visitor doubted it.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


QUILL = Entity(
    id="en-1",
    kind="person",
    name="Una Quill",
    mentions=(span("Una Quill"),),
    roles=(Role("Harbour Minister", "Skerry Bay"), Role("Deputy Mayor")),
)
SAID = Statement(
    id="st-1",
    type="direct",
    source=span("Harbour Minister Una Quill"),
    cue=span("said"),
    content=(span('"The boats will sail,"'), span('"whatever the tide."')),
    speakers=("en-1",),
    act="pledge",
    time="2026-03-12",
)
HELD = Statement(
    id="st-2",
    type="indirect",
    kind="held",
    source=span("She"),
    cue=span("believes"),
    content=(span("that fares will fall"),),
)
DOCUMENT = Document(
    id=document_id(TEXT),
    text=TEXT,
    title="Ferry talks resume",
    url="ferry.txt",
    outlet="The Quay",
    agency="Gull Wire",
    authors=("Pell Arden",),
    published="2026-03-12",
    dateline=Dateline("SKERRY BAY", "March 12"),
)
RECORD = Record(DOCUMENT, (QUILL,), (SAID, HELD))


def printed(record: Record, width: int = 80) -> list[str]:
    return [line.plain for line in minutes(record, width)]


def test_the_whole_form() -> None:
    assert printed(RECORD) == [
        "Ferry talks resume",
        "by Pell Arden · The Quay · Gull Wire · SKERRY BAY · 2026-03-12 · 28 words",
        "ferry.txt",
        "",
        "  1. ¶2   Una Quill, Harbour Minister, Skerry Bay, Deputy Mayor — said [pledge,",
        "          2026-03-12]",
        '          "The boats will sail," … "whatever the tide."',
        "",
        "  2. ¶2   She (unknown speaker) — believes [held, not said]",
        "          that fares will fall",
        "",
        "2 statements, 1 speaker, 1 with an unknown speaker.",
    ]


def test_what_is_not_known_is_said_or_left_out() -> None:
    bare = Document(id=DOCUMENT.id, text=TEXT)
    assert printed(Record(bare)) == [bare.id, "date unknown · 28 words", "", "No statements."]


def test_another_language_stands_in_the_heading() -> None:
    assert "language de" in printed(Record(replace(DOCUMENT, language="de")))[1]
    assert "language" not in printed(Record(replace(DOCUMENT, language="en")))[1]


def test_an_outlet_that_is_its_own_agency_is_named_once() -> None:
    assert printed(Record(replace(DOCUMENT, agency="The Quay")))[1].count("The Quay") == 1


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_white_space(width: int) -> None:
    lines = printed(RECORD, width)
    assert all(len(line) <= max(width, 34) for line in lines)
    assert lines == [line.rstrip() for line in lines]


def test_no_word_is_lost_by_wrapping() -> None:
    narrow = " ".join(" ".join(printed(RECORD, 30)).split())
    assert '"The boats will sail," … "whatever the tide."' in narrow


def test_a_thousand_statements_keep_their_margin() -> None:
    many = Record(DOCUMENT, (QUILL,), (SAID,) * 1200)
    lines = printed(many)
    assert any(line.startswith("1000. ¶2  Una Quill") for line in lines)


def test_offices_stand_where_somebody_speaks_first() -> None:
    again = replace(SAID, id="st-3", act=None, time=None)
    lines = printed(Record(DOCUMENT, (QUILL,), (SAID, again)))
    assert lines[4].startswith("  1. ¶2   Una Quill, Harbour Minister, Skerry Bay, Deputy Mayor — said")
    assert lines[8] == "  2. ¶2   Una Quill — said"


def test_several_speakers_are_joined() -> None:
    other = replace(QUILL, id="en-2", name="Bo Tarn", roles=())
    both = replace(SAID, speakers=("en-1", "en-2"), act=None, time=None)
    lines = printed(Record(DOCUMENT, (QUILL, other), (both,)), 100)
    assert lines[4] == "  1. ¶2   Una Quill, Harbour Minister, Skerry Bay, Deputy Mayor; Bo Tarn — said"


def test_a_statement_without_source_or_cue() -> None:
    bare = replace(SAID, source=None, cue=None, speakers=(), act=None, time=None)
    assert speaker_line((), bare).plain == "unknown speaker"
    assert act_line(bare).plain == ""
    assert act_line(replace(bare, how="carried")).plain == "continued"


def test_quotations_are_coloured_and_the_rest_is_not() -> None:
    mixed = replace(SAID, content=(span('said, "whatever the tide."'),))
    line = words_line(mixed)
    assert [(line.plain[s.start : s.end], str(s.style)) for s in line.spans] == [('"whatever the tide."', "green")]


def test_the_closing_line_counts() -> None:
    assert closing(Record(DOCUMENT, (QUILL,), (SAID,))) == "1 statement, 1 speaker."
    unknown = replace(HELD, id="st-3")
    assert closing(Record(DOCUMENT, (), (HELD, unknown))) == "2 statements, 0 speakers, 2 with an unknown speaker."


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert one_line("a\x1b[2Jb\u202ec\td\n e\u2028f") == "a\ufffd[2Jb\ufffdc d e f"


def test_a_word_wider_than_the_line_is_cut() -> None:
    lines = [line.plain for line in indented(Text("x" * 100), 40, 4)]
    assert "".join(line.strip() for line in lines) == "x" * 100
    assert all(len(line) <= 40 for line in lines)
