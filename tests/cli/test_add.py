"""add with the real model: stored once, stored whole, stored although others fail."""

import json
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from onrecord.ledger import open_ledger

from .conftest import PROGRAM, REPORT, Run


@pytest.fixture
def folder(report: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    shutil.copy(report, folder / "a.txt")
    (folder / "b.txt").write_text(REPORT.replace("Quill", "Tarn"), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_adding_and_adding_again(onrecord: Run, folder: Path) -> None:
    first = onrecord("add", "reports")
    assert first.returncode == 1
    lines = first.stdout.splitlines()
    assert lines[0].startswith("reports/a.txt: new; ")
    assert lines[1].startswith("reports/b.txt: new; ")
    assert lines[2:] == ["2 new, 1 failed."]
    assert first.stderr.startswith("onrecord: reports/empty.txt: is empty")
    assert first.stderr.count("\n") == 1
    again = onrecord("add", "reports/a.txt", "reports/b.txt")
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.splitlines() == ["reports/a.txt: same", "reports/b.txt: same", "2 same."]
    assert onrecord("verify").returncode == 0


def test_adding_in_jsonl(onrecord: Run, folder: Path) -> None:
    done = onrecord("add", "reports/a.txt", "reports/empty.txt", "--format", "jsonl")
    assert done.returncode == 1
    (line,) = map(json.loads, done.stdout.splitlines())
    assert (line["source"], line["added"], line["url"]) == ("reports/a.txt", "new", "reports/a.txt")
    shown = onrecord("show", line["document"], "--format", "jsonl")
    assert shown.stdout == onrecord("read", "reports/a.txt", "--format", "jsonl").stdout


def test_what_was_added_is_found(onrecord: Run, folder: Path) -> None:
    onrecord("add", "reports")
    done = onrecord("search", "winter", "--speaker", "Quill", "--format", "jsonl")
    assert [json.loads(line)["speakers"] for line in done.stdout.splitlines()] == [["Una Quill"]]


def test_a_new_text_at_the_same_address_is_a_version(onrecord: Run, folder: Path) -> None:
    onrecord("add", "reports/a.txt")
    (folder / "a.txt").write_text(REPORT.replace("winter", "summer"), encoding="utf-8")
    done = onrecord("add", "reports/a.txt")
    assert done.stdout.startswith("reports/a.txt: new version; ")
    assert "summer" in onrecord("show", "reports/a.txt").stdout


def test_an_interrupt_leaves_the_ledger_whole(onrecord: Run, environment: dict[str, str], tmp_path: Path) -> None:
    for number in range(300):
        text = REPORT.replace("Monday", f"Monday, in report {number},")
        (tmp_path / f"report-{number:03}.txt").write_text(text, encoding="utf-8")
    names = sorted(path.name for path in tmp_path.glob("report-*.txt"))
    program = subprocess.Popen(
        [*PROGRAM, "add", *names, "--format", "jsonl"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(3)]
    program.send_signal(signal.SIGINT)
    rest, errors = program.communicate(timeout=60)
    told.extend(rest.splitlines())
    assert (program.returncode, errors) == (130, "onrecord: stopped\n")
    assert 3 <= len(told) < 300
    with open_ledger(environment["ONRECORD_LEDGER"], create=False) as ledger:
        # The interrupt may come after a document was stored and before it was told.
        assert ledger.counts().documents in (len(told), len(told) + 1)
    assert onrecord("verify").returncode == 0
    done = onrecord("add", *names[:5])
    assert done.stdout.splitlines()[0] == f"{names[0]}: same"


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_reader_of_the_output_that_leaves_early_is_no_error(
    environment: dict[str, str], report: Path, tmp_path: Path, form: str
) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "read", "report.txt", "--format", form],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None and program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == ""
    assert program.wait(timeout=60) == 141
