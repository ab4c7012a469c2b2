"""revisions, and add --seen with the real model."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.ledger import open_ledger
from onrecord.records import Document, Record, Zone, document_id
from onrecord.settings import Settings

from .conftest import REPORT, Run

ADDRESS = "https://lantern.example/oriel"


def stored(text: str, url: str) -> Record:
    """A text in which nothing was read: the words tell what changed."""
    return Record(Document(id=document_id(text), text=text, url=url, zones=(Zone("headline", 0, text.index("\n")),)))


@pytest.fixture
def versions(tmp_path: Path) -> None:
    """A page that was changed twice, the second version added before the first, and a correction elsewhere."""
    later = REPORT.replace("before the end of the week", "within 12 days")
    last = later.replace("12", "14")
    slug = "CORRECTED - Lanterns to be lit again"
    correction = f"{last.replace('Lanterns to be lit again', slug)}\n(Corrects the number of days)\n"
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        run = ledger.begin_run(Card("model", "sha256:aa"), Settings())
        for text, day in ((later, 5), (REPORT, 4), (last, 6)):
            ledger.add(stored(text, ADDRESS), run=run, seen=datetime(2026, 5, day, tzinfo=UTC))
        ledger.add(stored(correction, "d.txt"), run=run, seen=datetime(2026, 5, 7, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Card:
    """What a run asks of a model."""

    name: str
    digest: str


def test_versions_and_corrections(onrecord: Run, versions: None) -> None:
    done = onrecord("revisions", ADDRESS, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    altered = [(line["a"]["text"], line["b"]["text"]) for line in lines if line["of"] == "figure" and line["a"]]
    assert altered == [("12", "14")]
    assert {line["url"] for line in lines} == {ADDRESS, "d.txt"}
    assert not any(line["cosmetic"] and line["of"] == "figure" for line in lines)


def test_the_text_form_tells_when_what_changed(onrecord: Run, versions: None) -> None:
    done = onrecord("revisions")
    assert (done.returncode, done.stderr) == (0, "")
    first, *others = done.stdout.splitlines()
    assert first == ADDRESS
    assert [line[:26] for line in others[:3]] == [f"  {n}. seen 2026-05-0{n + 3} 00:00" for n in (1, 2, 3)]
    assert "     figure altered      12 → 14" in others
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


def test_a_text_that_never_changed(onrecord: Run, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        run = ledger.begin_run(Card("model", "sha256:aa"), Settings())
        ledger.add(stored(REPORT, "a.txt"), run=run, seen=datetime(2026, 5, 4, tzinfo=UTC))
    assert "No other version is held." in onrecord("revisions", "a.txt").stdout
    assert onrecord("revisions").stdout == "Nothing changed.\n"
    assert onrecord("revisions", "--format", "jsonl").stdout == ""


def test_an_older_version_takes_its_place(onrecord: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(REPORT.replace("Monday", "Tuesday"), encoding="utf-8")
    onrecord("add", "report.txt", "--address", ADDRESS, "--seen", "2026-05-05")
    done = onrecord("add", "old.txt", "--address", ADDRESS, "--seen", "2026-05-04T12:00+02:00")
    assert done.stdout.startswith("old.txt: new version; ")
    lines = [json.loads(line) for line in onrecord("revisions", ADDRESS, "--format", "jsonl").stdout.splitlines()]
    assert [(line["of"], line["change"], line["b"]["text"]) for line in lines] == [("time", "altered", "Monday")]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("revisions", "nowhere"), 1, "nowhere: is not in the ledger"),
        (("revisions", "a", "b", "c"), 2, "two documents at most"),
        (("add", "report.txt", "--seen", "soon"), 2, "--seen: 'soon' is no moment"),
        (("add", "report.txt", "--seen", "2999-01-01"), 2, "--seen: 2999-01-01 is yet to come"),
    ],
)
def test_wrong_usage_is_one_line(
    onrecord: Run, report: Path, versions: None, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = onrecord(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr and done.stderr.count("\n") == 1
