"""show, search and verify on a ledger that was filled by hand: what is tested here needs no model."""

import json
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.encoder import Card
from onrecord.ledger import open_ledger
from onrecord.records import Document, Entity, Record, Span, Statement, document_id, record_id
from onrecord.settings import Settings

from .conftest import PROGRAM, Run

TEXT = 'Ferry talks resume\n\n"The café boats will sail," Una Quill said on Monday. A visitor doubted it.\n'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def handmade() -> Record:
    identity = document_id(TEXT)
    document = Document(
        id=identity, text=TEXT, title="Ferry talks resume", url="ferry.txt", published="2026-03-12", language="en"
    )
    quill = Entity(id="en-1", kind="person", name="Una Quill", mentions=(span("Una Quill"),))
    spans = {"source": span("Una Quill"), "cue": span("said"), "content": span('"The café boats will sail,"')}
    said = Statement(
        id=record_id(identity, "statement", [(one.start, one.end) for one in spans.values()]),
        type="direct",
        source=spans["source"],
        cue=spans["cue"],
        content=(spans["content"],),
        speakers=("en-1",),
        time="2026-03-09",
    )
    doubted = Statement(
        id="st-2", type="indirect", source=span("A visitor"), cue=span("doubted"), content=(span("it"),)
    )
    return Record(document, (quill,), (said, doubted))


@pytest.fixture
def ledger(environment: dict[str, str]) -> Path:
    path = Path(environment["ONRECORD_LEDGER"])
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        opened.add(handmade(), run=run, seen=datetime(2026, 3, 12, tzinfo=UTC))
    return path


@pytest.mark.parametrize("name", ["ferry.txt", document_id(TEXT), document_id(TEXT)[:14], document_id(TEXT)[7:13]])
def test_show_finds_a_document_by_address_id_and_its_beginning(onrecord: Run, ledger: Path, name: str) -> None:
    done = onrecord("show", name, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == handmade().to_json()


def test_show_prints_what_read_prints(onrecord: Run, ledger: Path) -> None:
    done = onrecord("show", "ferry.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "Ferry talks resume",
        "2026-03-12 · 17 words",
        "ferry.txt",
        "",
        "  1. ¶2   Una Quill — said [2026-03-09]",
        '          "The café boats will sail,"',
        "",
        "  2. ¶2   A visitor (unknown speaker) — doubted",
        "          it",
        "",
        "2 statements, 1 speaker, 1 with an unknown speaker.",
        "",
    ]


def test_show_prints_only_what_is_asked_for(onrecord: Run, ledger: Path) -> None:
    done = onrecord("show", "ferry.txt", "--only", "entities")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n")[3:] == [
        "",
        "Entities",
        "     persons",
        "     ¶2   Una Quill [1 mention]",
        "",
        "1 entity.",
        "",
    ]
    assert onrecord("show", "ferry.txt", "--only", "figures").stdout.split("\n")[3:] == ["", "No figures.", ""]


def test_show_of_what_is_not_there(onrecord: Run, ledger: Path) -> None:
    done = onrecord("show", "other.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: other.txt: is not in the ledger; ")


def test_search_in_text(onrecord: Run, ledger: Path) -> None:
    done = onrecord("search", "BOATS", "cafe", "--speaker", "quill")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "  1. Una Quill — 2026-03-09 — ferry.txt ¶2",
        '     "The café boats will sail," Una Quill said',
        "",
        "1 statement.",
        "",
    ]


def test_search_in_jsonl(onrecord: Run, ledger: Path) -> None:
    done = onrecord("search", "sail", "--format", "jsonl")
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == ["ref", "statement", "speakers", "said"]
    assert (found["speakers"], found["said"]) == (["Una Quill"], "2026-03-09")
    assert found["ref"]["url"] == "ferry.txt"
    start, end = found["ref"]["span"]
    assert found["ref"]["text"] == TEXT[start:end]


@pytest.mark.parametrize(
    ("arguments", "hits"),
    [
        (("sail",), 1),
        (("sai*",), 1),
        (('"boats will"',), 1),
        (('"will boats"',), 0),
        (("sail", "--speaker", "Tarn"), 0),
        (("sail", "--since", "2026-03-09", "--until", "2026-03"), 1),
        (("sail", "--since", "2026-03-10"), 0),
        (("sail", "--until", "2025"), 0),
        (("winter",), 0),
    ],
)
def test_search_narrows(onrecord: Run, ledger: Path, arguments: tuple[str, ...], hits: int) -> None:
    done = onrecord("search", *arguments, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == hits


@pytest.mark.parametrize("arguments", [("?!",), ("sail", "--since", "soon"), ("sail", "--limit", "0")])
def test_a_search_that_makes_no_sense(onrecord: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    done = onrecord("search", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_output_that_cannot_be_written(environment: dict[str, str], ledger: Path, form: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "search", "sail", "--format", form], env=environment, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"onrecord: standard output: cannot be written to (")
    assert done.stderr.count(b"\n") == 1


def test_nothing_found_is_said(onrecord: Run, ledger: Path) -> None:
    assert onrecord("search", "winter").stdout == "Nothing found.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--ledger", "LEDGER", "--format", "jsonl", "search", "sail"),
        ("search", "--ledger", "LEDGER", "--format", "jsonl", "sail"),
        ("search", "sail", "--format=jsonl", "--ledger=LEDGER"),
        ("--ledger", "nowhere", "--format", "text", "search", "sail", "--ledger", "LEDGER", "--format", "jsonl"),
    ],
)
def test_shared_options_before_and_after(onrecord: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    named = [argument.replace("LEDGER", str(ledger)) for argument in arguments]
    done = onrecord(*named, ONRECORD_LEDGER="nowhere-either")
    assert done.returncode == 0
    assert json.loads(done.stdout)["said"] == "2026-03-09"


def test_verify_of_a_whole_ledger(onrecord: Run, ledger: Path) -> None:
    done = onrecord("verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "All spans match: 1 document, 1 copy, 1 entity, 2 statements.\n"
    done = onrecord("verify", "--format", "jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_verify_of_a_ledger_that_somebody_changed(onrecord: Run, ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'will', 'must')")
    connection.close()
    done = onrecord("verify")
    assert done.returncode == 1
    assert done.stdout.startswith("ferry.txt: its text is not the one that its digest names")
    problem = json.loads(onrecord("verify", "--format", "jsonl").stdout)
    assert list(problem) == ["document", "url", "record", "reason"]
    assert (problem["document"], problem["url"]) == (document_id(TEXT), "ferry.txt")
