"""origins on a ledger that was filled by hand: what is tested here needs no model."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.comparing import traces_of
from onrecord.encoder import Card
from onrecord.ledger import open_ledger
from onrecord.records import Document, Entity, Record, Span, Statement, Zone, document_id, record_id
from onrecord.settings import Settings

from .conftest import Run

LEAD = 'Una Quill told Yonhap on Monday that "the ferry to Cape Oriel will sail again before the storms of winter".'
MORE = "The ferry had lain in the harbour of Port Vale since spring, when its boiler burst and 40 sacks of rye burned."


def report(url: str, *paragraphs: str, agency: str | None = None, published: str | None = None) -> Record:
    text = "\n".join(paragraphs)
    identity = document_id(text)

    def cut(words: str) -> Span:
        start = text.index(words)
        return Span.cut(text, start, start + len(words))

    document = Document(
        id=identity,
        text=text,
        url=url,
        agency=agency,
        published=published,
        zones=(Zone("body", 0, len(text)),),
    )
    quill = Entity(id="en-1", kind="person", name="Una Quill", mentions=(cut("Una Quill"),))
    source, cue = cut("Una Quill"), cut("told")
    content = cut('"the ferry to Cape Oriel will sail again before the storms of winter"')
    said = Statement(
        id=record_id(identity, "statement", [(one.start, one.end) for one in (source, cue, content)]),
        type="mixed",
        source=source,
        cue=cue,
        content=(content,),
        speakers=("en-1",),
    )
    return Record(document, (quill,), (said,))


LONG = report("reef.txt", LEAD, MORE, published="2026-03-12")
BRIEF = report("quay.txt", LEAD, published="2026-03-13")


@pytest.fixture
def ledger(environment: dict[str, str], laid_ledger: Callable[[Path], Path]) -> Path:
    path = laid_ledger(Path(environment["ONRECORD_LEDGER"]))
    with open_ledger(path, create=False) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        for record in (LONG, BRIEF):
            opened.add(record, run=run, seen=datetime(2026, 3, 14, tzinfo=UTC), traces=traces_of(record))
    return path


def test_every_story_with_its_copies(onrecord: Run, ledger: Path) -> None:
    done = onrecord("origins")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "   1. no wire service named — 2 copies",
        "      1.00  reef.txt — 2026-03-12 — earliest",
        "      0.65  quay.txt — 2026-03-13 — cut 22 words",
        "",
        "1 story, 2 copies.",
        "",
    ]


def test_the_story_of_one_document_with_what_was_cut(onrecord: Run, ledger: Path) -> None:
    done = onrecord("origins", "quay.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n")[:6] == [
        "   1. no wire service named — 2 copies",
        "      1.00  reef.txt — 2026-03-12 — earliest",
        "      0.65  quay.txt — 2026-03-13 — cut 22 words",
        "            − The ferry had lain in the harbour of Port Vale since spring,",
        "              when its boiler burst and 40 sacks of rye burned",
        "",
    ]


def test_lines_for_programs_are_the_codebooks(onrecord: Run, ledger: Path) -> None:
    done = onrecord("origins", "--format", "jsonl")
    (line,) = map(json.loads, done.stdout.splitlines())
    assert line == {
        "copies": [
            {"document": LONG.document.id, "url": "reef.txt", "similarity": 1.0},
            {"document": BRIEF.document.id, "url": "quay.txt", "similarity": 0.645},
        ],
        "agency": None,
        "earliest": LONG.document.id,
    }


@pytest.mark.parametrize("asked", ["ferry winter", BRIEF.statements[0].id])
def test_who_has_a_statement_from_whom(onrecord: Run, ledger: Path, asked: str) -> None:
    done = onrecord("origins", "--statement", asked)
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout.split("\n")
    assert told[0] == "In 2 reports, of 1 independent origin."
    assert told[2] == "   1. Una Quill told → Yonhap → 2 reports"


def test_a_document_and_a_statement_together_are_wrong_usage(onrecord: Run, ledger: Path) -> None:
    done = onrecord("origins", "quay.txt", "--statement", "ferry")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("onrecord: --statement: looks through all documents; ")


def test_what_is_not_there_is_one_line(onrecord: Run, ledger: Path) -> None:
    for arguments in (("nothing.txt",), ("--statement", "st-0123456789abcdef"), ("--statement", "fg-12")):
        done = onrecord("origins", *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.splitlines()) == 1
    assert onrecord("origins", "--statement", "unheard").stdout == "No report carries it.\n"


def test_what_was_added_without_traces_is_said(onrecord: Run, environment: dict[str, str]) -> None:
    path = Path(environment["ONRECORD_LEDGER"])
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        opened.add(LONG, run=run, seen=datetime(2026, 3, 14, tzinfo=UTC))
    done = onrecord("origins")
    assert (done.returncode, done.stdout) == (0, "No near copies.\n")
    assert "left out 1 document, read by a version that kept nothing to compare" in done.stderr
