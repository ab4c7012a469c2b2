"""revisions and add --seen, with the real model."""

import json
from pathlib import Path

import pytest

from .conftest import REPORT, Run

ADDRESS = "https://lantern.example/oriel"


@pytest.fixture
def versions(onrecord: Run, tmp_path: Path) -> None:
    """A page that was changed twice, the second version added before the first, and a correction elsewhere."""
    later = REPORT.replace("before the end of the week", "within 12 days")
    last = later.replace("12", "14")
    slug = "CORRECTED - Lanterns to be lit again"
    correction = f"{last.replace('Lanterns to be lit again', slug)}\n(Corrects the number of days)\n"
    for name, text in {"a.txt": REPORT, "b.txt": later, "c.txt": last, "d.txt": correction}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, seen in (("b.txt", "2026-05-05"), ("a.txt", "2026-05-04"), ("c.txt", "2026-05-06")):
        done = onrecord("add", name, "--address", ADDRESS, "--seen", seen)
        assert done.returncode == 0, done.stderr
    assert onrecord("add", "d.txt").returncode == 0


def test_versions_and_corrections(onrecord: Run, versions: None) -> None:
    done = onrecord("revisions", ADDRESS, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    altered = [(line["a"]["text"], line["b"]["text"]) for line in lines if line["of"] == "figure" and line["a"]]
    assert altered == [("12 days", "14 days")]
    assert {line["url"] for line in lines} == {ADDRESS, "d.txt"}
    assert not any(line["cosmetic"] and line["of"] == "figure" for line in lines)


def test_the_text_form_tells_when_what_changed(onrecord: Run, versions: None) -> None:
    done = onrecord("revisions")
    assert (done.returncode, done.stderr) == (0, "")
    first, *others = done.stdout.splitlines()
    assert first == ADDRESS
    assert [line[:25] for line in others[:3]] == [f"  {n}. seen 2026-05-0{n + 3} 00:00" for n in (1, 2, 3)]
    assert "     figure altered      12 days → 14 days" in others
    assert "     declares            Corrects the number of days" in others
    assert others[-1] == "2 histories."
    assert max(map(len, others)) <= 80


def test_two_documents(onrecord: Run, versions: None) -> None:
    done = onrecord("revisions", ADDRESS, "d.txt")
    assert done.returncode == 0
    assert "d.txt" in done.stdout and "declares" in done.stdout


def test_a_document_and_itself(onrecord: Run, versions: None) -> None:
    done = onrecord("revisions", "d.txt", "d.txt")
    assert "No claim changed." in done.stdout
    assert onrecord("revisions", "d.txt", "d.txt", "--format", "jsonl").stdout == ""


def test_a_text_that_never_changed(onrecord: Run, report: Path) -> None:
    onrecord("add", "report.txt")
    assert "No other version is held." in onrecord("revisions", "report.txt").stdout
    assert onrecord("revisions").stdout == "Nothing changed.\n"
    assert onrecord("revisions", "--format", "jsonl").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("revisions", "nowhere"), 1, "nowhere: is not in the ledger"),
        (("revisions", "a", "b", "c"), 2, "two documents at most"),
        (("add", "report.txt", "--seen", "soon"), 2, "--seen: 'soon' is no moment"),
        (("add", "report.txt", "--seen", "2999-01-01"), 2, "--seen: 2999-01-01 is yet to come"),
    ],
)
def test_wrong_usage_is_one_line(onrecord: Run, report: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    onrecord("add", "report.txt")
    done = onrecord(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr and done.stderr.count("\n") == 1
