"""`onrecord export`: what is written, where, and what is refused."""

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import program
from onrecord.encoder import Card
from onrecord.exporting.forms import FORMS, LinesForm
from onrecord.ledger import open_ledger
from onrecord.records import NO_TRACES, Document, Entity, Event, Figure, Record, Span, Statement, document_id
from onrecord.settings import Settings

from .conftest import Run


def report(name: str, boats: int, day: str) -> Record:
    text = f"Minister {name} said that {boats} boats would sail.\nIt was reported that 7 had sunk.\n"

    def cut(words: str) -> Span:
        return Span.cut(text, text.index(words), text.index(words) + len(words))

    return Record(
        Document(id=document_id(text), text=text, url=f"https://harbour.example/{boats}", published=day),
        (Entity(id="en-1", kind="person", name=name, mentions=(cut(name),)),),
        (
            Statement(id="st-1", type="indirect", content=(cut(f"that {boats} boats would sail"),), speakers=("en-1",)),
            Statement(id="st-2", type="indirect", content=(cut("that 7 had sunk"),)),
        ),
        (
            Figure(id="fg-1", span=cut(str(boats)), value=boats, statement="st-1"),
            Figure(id="fg-2", span=cut("7"), value=7, statement="st-2"),
        ),
        (),
        (Event(id="ev-1", trigger=cut("sail"), type="MOBILIZE", statement="st-1"),),
    )


ORLIN, QUILL = report("Ada Orlin", 40, "2031-04-03"), report("Una Quill", 50, "2031-06-10")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "boats.db"
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        for record in (ORLIN, QUILL):
            opened.add(record, run=run, seen=datetime(2031, 7, 1, tzinfo=UTC), traces=NO_TRACES)
    return path


def export(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program(), ["--ledger", str(ledger), "export", *arguments])


def lines(result: Result) -> list[Record]:
    assert result.exit_code == 0, result.stderr
    return [Record.from_json(json.loads(line)) for line in result.stdout.splitlines()]


def test_text_goes_to_standard_output(ledger: Path) -> None:
    assert lines(export(ledger, "--to", "jsonl")) == [ORLIN, QUILL]


def test_named_documents_alone_in_their_order_and_once(ledger: Path) -> None:
    assert lines(export(ledger, "--to", "jsonl", QUILL.document.id, ORLIN.document.url or "")) == [QUILL, ORLIN]
    assert lines(export(ledger, QUILL.document.id, QUILL.document.url or "", "--to", "jsonl")) == [QUILL]


@pytest.mark.parametrize(
    "asked",
    [
        ("--speaker", "orlin"),
        ("--about", '"40 boats"'),
        ("--until", "2031-05"),
        ("--since=2031-04", "--until=2031-04", "--speaker=Ada"),
    ],
)
def test_what_was_said_can_be_asked_for(ledger: Path, asked: tuple[str, ...]) -> None:
    (found,) = lines(export(ledger, "--to", "jsonl", *asked))
    found.check()
    assert found.document == ORLIN.document and found.entities == ORLIN.entities
    all_of_it = asked[0] == "--until"
    assert [one.id for one in found.statements] == (["st-1", "st-2"] if all_of_it else ["st-1"])
    assert [one.id for one in found.figures] == (["fg-1", "fg-2"] if all_of_it else ["fg-1"])
    assert [one.id for one in found.events] == ["ev-1"]


def test_nothing_fits(ledger: Path) -> None:
    assert lines(export(ledger, "--to", "jsonl", "--speaker", "nobody")) == []


def test_a_file_is_told_of_and_not_replaced_unless_asked(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "boats.jsonl"
    done = export(ledger, "--to", "jsonl", "--out", str(out))
    assert (done.exit_code, done.stdout) == (0, f"{out}: 2 documents as jsonl.\n")
    again = export(ledger, "--to", "jsonl", "--out", str(out))
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr == f"onrecord: {out}: is there already; give another name, or --overwrite to replace it\n"
    asked = ("--to", "jsonl", "--out", str(out), "--overwrite", "--speaker", "Quill", "--format", "jsonl")
    assert json.loads(export(ledger, *asked).stdout) == {"out": str(out), "form": "jsonl", "documents": 1}
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1


def test_a_folder_is_no_file(ledger: Path, tmp_path: Path) -> None:
    refused = export(ledger, "--to", "jsonl", "--out", str(tmp_path))
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "is a folder" in refused.stderr


def test_a_place_that_cannot_be_written(ledger: Path, tmp_path: Path) -> None:
    failed = export(ledger, "--to", "jsonl", "--out", str(tmp_path / "nowhere" / "boats.jsonl"))
    assert (failed.exit_code, failed.stderr.count("\n")) == (1, 1)
    assert "cannot be written" in failed.stderr


def test_a_form_that_is_none_is_answered_with_those_that_are(ledger: Path) -> None:
    refused = export(ledger, "--to", "papyrus")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert all(form.name in refused.stderr for form in FORMS)


def test_without_a_form_they_are_listed(tmp_path: Path) -> None:
    listed = export(tmp_path / "no.db")
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [form.name for form in FORMS]
    told = [json.loads(line) for line in export(tmp_path / "no.db", "--format", "jsonl").stdout.splitlines()]
    assert [one["form"] for one in told] == [form.name for form in FORMS]
    assert {one["written"] for one in told} <= {"text", "a file", "a folder"}


@pytest.mark.parametrize("form", [form.name for form in FORMS if not isinstance(form, LinesForm)])
def test_what_is_no_text_needs_a_place(ledger: Path, form: str) -> None:
    refused = export(ledger, "--to", form)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--out" in refused.stderr


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_an_empty_ledger_can_be_written_in_every_form(tmp_path: Path, form: str) -> None:
    open_ledger(tmp_path / "empty.db", create=True).close()
    done = export(tmp_path / "empty.db", "--to", form, "--out", str(tmp_path / "out"))
    assert (done.exit_code, done.stderr) == (0, "")
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--to", "jsonl", "nowhere.txt"), 1),
        (("--to", "jsonl", ORLIN.document.id, "--speaker", "Orlin"), 2),
        (("--to", "jsonl", "--since", "lately"), 2),
        (("--to", "jsonl", "--about", "—"), 2),
    ],
)
def test_what_makes_no_sense_is_one_line(ledger: Path, tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    refused = export(ledger, *arguments, "--out", str(tmp_path / "out"))
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (code, "", 1)
    assert not (tmp_path / "out").exists()


def test_no_ledger_is_made(tmp_path: Path) -> None:
    refused = export(tmp_path / "no.db", "--to", "jsonl")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert not (tmp_path / "no.db").exists()


def test_the_program_writes_utf_8_whatever_the_terminal_says(onrecord: Run, ledger: Path) -> None:
    done = onrecord("export", "--to", "jsonl", "--ledger", str(ledger), PYTHONIOENCODING="ascii")
    assert [Record.from_json(json.loads(line)) for line in done.stdout.splitlines()] == [ORLIN, QUILL]


def test_whoever_reads_may_go(ledger: Path, environment: dict[str, str]) -> None:
    arguments = [sys.executable, "-m", "onrecord", "export", "--to", "jsonl", "--ledger", str(ledger)]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(arguments, env=environment, stdout=closed, stderr=subprocess.PIPE, timeout=60)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ctrl_c_leaves_nothing(ledger: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    code = (
        "import os, signal, sys\n"
        "from onrecord.exporting import json_lines\n"
        "plain = json_lines.json_line\n"
        "def stopped(data):\n"
        f"    assert len(os.listdir({str(tmp_path / 'here')!r})) == 1\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return plain(data)\n"
        "json_lines.json_line = stopped\n"
        "import onrecord.cli\n"
        "onrecord.cli.main()\n"
    )
    (tmp_path / "here").mkdir()
    asked = ["export", "--to", "jsonl", "--ledger", str(ledger), "--out", str(tmp_path / "here" / "out.jsonl")]
    done = subprocess.run([sys.executable, "-c", code, *asked], env=environment, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, b"onrecord: stopped\n")
    assert os.listdir(tmp_path / "here") == []
