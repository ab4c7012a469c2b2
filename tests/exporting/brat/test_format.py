"""What is written keeps the format's own rules, so that brat opens it, and is laid out as PolNeAR is."""

import re
import shutil
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from onrecord.exporting.brat import write_brat
from onrecord.exporting.brat.config import annotation_conf, visual_conf
from onrecord.exporting.brat.names import ATTRIBUTES
from onrecord.records import Record
from tests.exporting.any_records import records, sample_records
from tests.ledger.conftest import build
from training.polnear import read_folder

TEXT_BOUND = re.compile(r"(T\d+)\t([A-Za-z-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
OTHER = {
    "E": re.compile(r"(E\d+)\t([A-Za-z-]+):(T\d+)((?: [A-Za-z]+\d*:[TE]\d+)*)"),
    "A": re.compile(r"(A\d+)\t([A-Za-z]+) ([TE]\d+) (\S+)"),
    "R": re.compile(r"(R\d+)\t([A-Za-z]+) Arg1:([TE]\d+) Arg2:([TE]\d+)"),
    "#": re.compile(r"(#\d+)\t(AnnotatorNotes) ([TE]\d+)\t(.+)"),
    "*": re.compile(r"(\*)\t(Equiv)((?: T\d+)+)"),
}


def written(record: Record) -> tuple[str, list[str]]:
    """The text and the lines of the annotations, ended as every reader of standoff may end them."""
    with TemporaryDirectory() as folder:
        write_brat([record], Path(folder))
        (text,), (lines,) = (list(Path(folder).glob(f"*.{suffix}")) for suffix in ("txt", "ann"))
        return text.read_bytes().decode(), lines.read_bytes().decode().splitlines()


def refusals(record: Record) -> list[str]:
    """What brat would refuse: the rules of its own reader and of its page on the format."""
    text, lines = written(record)
    wrong: list[str] = []
    bound: dict[str, str] = {}
    linked: dict[str, str] = {}
    names: list[str] = []
    parsed = [(line, TEXT_BOUND.fullmatch(line) or OTHER.get(line[:1], TEXT_BOUND).fullmatch(line)) for line in lines]
    wrong += [f"no annotation: {line!r}" for line, match in parsed if match is None]
    matches = [match for _, match in parsed if match is not None]
    for match in matches:
        names += [match[1]] if match[1] != "*" else []
        if match[1][0] == "T":
            bound[match[1]] = match[2]
            places = [tuple(map(int, place.split())) for place in match[3].split(";")]
            if match[4] != " ".join(text[start:end] for start, end in places):
                wrong.append(f"other words: {match[0]!r}")
            if any(a[1] > b[0] for a, b in pairwise(places)) or any(s > e for s, e in places):
                wrong.append(f"fragments overlap: {match[0]!r}")
        elif match[1][0] == "E":
            linked[match[1]] = match[2]
            if bound.get(match[3]) != match[2]:
                wrong.append(f"anchored at another type: {match[0]!r}")
    triggers = {match[3] for match in matches if match[1][0] == "E"}
    for match in matches:
        targets = re.findall(r"\b[TE]\d+\b", match[0].split("\t")[1]) if match[1][0] != "T" else []
        wrong += [f"no such annotation: {match[0]!r}" for target in targets if target not in bound | linked]
        if match[1][0] != "E" and triggers.intersection(targets):
            wrong.append(f"names a trigger: {match[0]!r}")
        if match[1][0] == "A" and match[4] not in ATTRIBUTES[match[2]][1]:
            wrong.append(f"no such value: {match[0]!r}")
    return wrong + ["an id is there twice"] * (len(set(names)) != len(names))


@given(records())
def test_any_record_is_valid_standoff(record: Record) -> None:
    assert refusals(record) == []


def test_the_samples_are_valid_standoff(newsroom_ledger: Path) -> None:
    assert [wrong for record in sample_records(newsroom_ledger) for wrong in refusals(record)] == []


def test_the_rules_refuse_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    text, lines = written(build())
    spoilt = [
        lines[0].replace("\t", " "),
        "T900\tCue 0 2\tXX",
        "E900\tAttribution:T1",
        "A900\tAct E777 deny",
        *lines[1:2] * 2,
    ]
    monkeypatch.setattr(f"{__name__}.written", lambda _: (text, [*lines, *spoilt]))
    assert len(refusals(build())) >= len(spoilt)


def test_every_type_that_is_written_stands_in_the_settings(newsroom_ledger: Path) -> None:
    settings = annotation_conf()
    for record in sample_records(newsroom_ledger):
        for line in written(record)[1]:
            type_ = re.split(r"[ :]", line.split("\t")[1])[0]
            assert type_ == "AnnotatorNotes" or re.search(rf"^{re.escape(type_)}\b", settings, re.MULTILINE), line


@pytest.mark.parametrize("settings", [annotation_conf(), visual_conf()])
def test_the_settings_are_lines_that_brat_reads(settings: str) -> None:
    section = ""
    for line in filter(None, settings.splitlines()):
        if found := re.fullmatch(r"\[(\w+)\]", line):
            section = found[1]
        elif section == "labels":
            assert re.fullmatch(r"[A-Za-z-]+( \| [\w -]+)+", line)
        else:
            assert re.fullmatch(r"\S+(\t[^\s:]+:[^\s,]+(, [^\s:]+:[^\s,]+)*)?", line), line


def test_a_span_over_the_end_of_a_line_is_cut_there() -> None:
    record = build("We will\nsail at dawn")
    (content,) = [line for line in written(record)[1] if line.split("\t")[1].startswith("Content 19")]
    assert content.split("\t")[1] == "Content 19 27;28 42;76 97"
    assert content.endswith("“We will sail at dawn,” “if the tide allows.”")


def test_the_reader_of_polnear_reads_the_attributions(newsroom_ledger: Path, tmp_path: Path) -> None:
    """The two files a document, put into PolNeAR's two folders under an annotator's name."""
    held = sample_records(newsroom_ledger)
    for name in ("out", "text", "attributions"):
        (tmp_path / name).mkdir()
    write_brat(held, tmp_path / "out")
    for path in (tmp_path / "out").glob("*.txt"):
        shutil.copy(path, tmp_path / "text")
        shutil.copy(path.with_suffix(".ann"), tmp_path / "attributions" / f"{path.stem}_onrecord.ann")
    read = {document.text: document.readings[0] for document in read_folder(tmp_path)}
    assert len(read) == len(held)
    for record in held:
        spans = [
            tuple(tuple((s.start, s.end) for s in role if s) for role in ((one.source,), (one.cue,), one.content))
            for one in record.statements
        ]
        assert [(one.source, one.cue, one.content) for one in read[record.document.text]] == spans
