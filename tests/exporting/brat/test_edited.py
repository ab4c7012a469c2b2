"""What an annotator changed in brat is read as it now stands, or refused in words that say where."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotFound, OnRecordError, RecordError, UnknownEncoding
from onrecord.exporting.brat import read_brat, write_brat
from onrecord.exporting.brat.parsing import annotated
from onrecord.exporting.brat.reading import record_of
from onrecord.exporting.brat.writing import annotations_of
from onrecord.records import Record
from tests.ledger.conftest import build

LINES = annotations_of(build())


def read(lines: str) -> Record:
    document = build().document
    return record_of(document, annotated("ferry.ann", lines, document.text))


def test_the_report_of_these_tests_is_read() -> None:
    assert read(LINES) == build()


def test_a_new_attribution_is_a_statement_with_an_id_of_its_own() -> None:
    text = build().document.text
    start = text.index("had frozen")
    added = f"T91\tContent {start} {start + 10}\thad frozen\nT92\tAttribution-no-source {start} {start + 3}\thad\n"
    added += "E91\tAttribution-no-source:T92 Content:T91 Speaker:T1\nA91\tType E91 indirect\n"
    record = read(LINES + added)
    (new,) = [one for one in record.statements if one not in build().statements]
    assert new.id.startswith("st-") and len(new.id) == 19
    assert (new.content[0].text, new.speakers, new.confidence) == ("had frozen", ("en-1",), None)


def test_another_act_is_read() -> None:
    record = read(re.sub(r"Act (\S+) pledge", r"Act \1 warn", LINES))
    assert record.statements[0].act == "warn"


def test_a_span_that_was_moved_is_where_it_is_now() -> None:
    text = build().document.text
    figure = f"Figure {(start := text.index('Some 40'))} {start + 7}\tSome 40"
    assert figure in LINES
    record = read(LINES.replace(figure, f"Figure {start} {start + 13}\tSome 40 boats"))
    assert record.figures[0].span.text == "Some 40 boats" and record.figures[0].id == "fg-1"


def test_a_value_in_a_note_is_read() -> None:
    assert read(LINES.replace('"value": 40', '"value": 41.5')).figures[0].value == 41.5


def test_a_remark_is_left_aside() -> None:
    assert read(LINES + "#99\tAnnotatorNotes E1\tIs this one quotation or two?\n") == build()


def test_a_new_mention_that_is_made_equivalent_joins_the_entity() -> None:
    start = build().document.text.index("Minister")
    record = read(LINES + f"T91\tPerson {start} {start + 8}\tMinister\n*\tEquiv T1 T91\n")
    assert [mention.text for mention in record.entities[0].mentions] == ["Ada Orlin", "Minister"]


def test_two_entities_made_one_keep_both_names() -> None:
    start = build().document.text.index("Minister")
    note = '#91\tAnnotatorNotes T91\t{"id": "en-2", "name": "the Minister", "aliases": ["Orlin"]}\n'
    record = read(f"{LINES}T91\tPerson {start} {start + 8}\tMinister\n{note}*\tEquiv T1 T91\n")
    assert [(one.id, one.name, one.aliases) for one in record.entities] == [
        ("en-1", "Ada Orlin", ("Orlin", "the Minister"))
    ]


def _without(words: str) -> Callable[[str], str]:
    return lambda lines: "".join(line for line in lines.splitlines(keepends=True) if words not in line)


def _with(line: str) -> Callable[[str], str]:
    return lambda lines: f"{lines}{line}\n"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (_without("Type E1"), "ferry.ann E1: has no Type; mark it as direct, indirect or mixed"),
        (_without("TimexType"), "has no TimexType"),
        (_without("E1\tAttribution"), "names E1, which is not there"),
        (_without("\tFigure"), "which is not there"),
        (_with("T91\tSource 0 5\tFerry"), "T91: is a Source that belongs to nothing; link it to its cue, or delete it"),
        (_with("T91\tBoat 0 5\tFerry"), "T91: is of the type Boat"),
        (_with("T91\tPerson 0 5\tFerri"), "T91: holds other words than the text"),
        (_with("T91\tPerson 0 5000\tFerri"), "T91: '0 5000' are no places in a text"),
        (_with("T91\tPerson 0 x\tFerri"), "T91: '0 x' are no places"),
        (_with("T91\tPerson 0 5;6 9\tFerry row"), "T91: is in pieces"),
        (_with("T91\tPerson 5 5\t"), "T91: is no stretch of text"),
        (_with("T1\tPerson 0 5\tFerry"), "T1: is there twice"),
        (_with("T91\tPlace 0 5\tFerry\n*\tEquiv T1 T91"), "T1: is made equivalent to mentions of another type (T91)"),
        (_with("*\tEquiv T1 E1"), "E1: is made equivalent and is no mention"),
        (_with("A91\tAct E1 deny"), "E1: has two values of Act"),
        (_with("A91\tMood E1 sad"), "A91: is none of the attributes Type, Kind"),
        (_with("A91\tBound E1 about"), "E1: has the attribute Bound, which is not for its type"),
        (_with("R91\tStatedIn Arg1:T1 Arg2:E1"), "T1: is stated in an attribution, and is neither a figure nor"),
        (_with("R91\tSaidBy Arg1:T1 Arg2:E1"), "R91: is no StatedIn"),
        (_with("N1\tReference T1 Wikipedia:1"), "is no annotation that a record holds"),
        (_with("nonsense"), "is no annotation that a record holds"),
        (_with("#91\tAnnotatorNotes T2\t{oh"), "#91: begins with { and is no JSON"),
        (lambda lines: lines.replace('"value": 40', '"value": "40"'), "write a number, without quotation marks"),
        (lambda lines: lines.replace('"value": 40', '"worth": 40'), "has a note with 'worth', which is none of id"),
        (lambda lines: lines.replace('"value": 40', '"value": NaN'), "its value: nan is no number"),
        (lambda lines: lines.replace("E1 direct", "E1 spoken"), "E1: its type: 'spoken' is not a value"),
        (lambda lines: lines.replace('"id": "st-2"', '"id": "st-1"'), "two records have this id"),
        (lambda lines: re.sub(r"Speaker:T1\b", "Speaker:E2", lines), "E1: links E2, which is no mention"),
        (lambda lines: re.sub(r" Source:T\d+", r"\g<0>\g<0>", lines), "E1: has several parts of the role Source"),
        (lambda lines: lines.replace(" Speaker:", " Hearer:"), "as Hearer, which a Attribution does not have"),
    ],
)
def test_what_is_no_record_is_refused_in_words(edit: Callable[[str], str], said: str) -> None:
    edited = edit(LINES)
    assert edited != LINES
    with pytest.raises(RecordError) as raised:
        read(edited)
    assert str(raised.value).startswith("ferry.ann ") and said in str(raised.value)


@given(st.data())
def test_any_change_of_the_lines_gives_a_record_or_an_error_of_ours(data: st.DataObject) -> None:
    lines = LINES.splitlines(keepends=True)
    kept = data.draw(st.lists(st.sampled_from(lines), max_size=len(lines) + 3))
    mixed = "".join(kept) if data.draw(st.booleans()) else _scratched(LINES, data)
    try:
        read(mixed).check()
    except OnRecordError as error:
        assert "ferry.ann" in str(error)


def _scratched(lines: str, data: st.DataObject) -> str:
    place = data.draw(st.integers(0, len(lines) - 1))
    return lines[:place] + data.draw(st.text(max_size=3)) + lines[place + data.draw(st.integers(0, 6)) :]


def test_a_text_that_was_changed_is_refused(tmp_path: Path) -> None:
    write_brat([build()], tmp_path)
    (path,) = tmp_path.glob("*.txt")
    path.write_text(f"{build().document.text}And more.", encoding="utf-8", newline="")
    with pytest.raises(RecordError, match="is not the text that was exported"):
        list(read_brat(tmp_path))


@pytest.mark.parametrize("suffix", [".txt", ".ann"])
def test_a_file_that_is_gone_is_named(tmp_path: Path, suffix: str) -> None:
    write_brat([build()], tmp_path)
    (path,) = tmp_path.glob(f"*{suffix}")
    path.unlink()
    with pytest.raises(NotFound, match=re.escape(path.name)):
        list(read_brat(tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        list(read_brat(tmp_path / "nowhere"))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    write_brat([build()], tmp_path)
    (path,) = tmp_path.glob("*.ann")
    path.write_bytes(b"T1\tPerson 0 5\t\xff\xfe")
    with pytest.raises(UnknownEncoding):
        list(read_brat(tmp_path))


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"file": "../ferry", "document": {}}', '{"file": 3, "document": {}}']
)
def test_metadata_that_was_spoilt_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "metadata.jsonl").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"metadata\.jsonl line 1"):
        list(read_brat(tmp_path))
