"""search --by-meaning: on a ledger that was filled by hand, with directions by hand, and once with the real model."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import program
from onrecord.encoder import Card
from onrecord.errors import ModelError
from onrecord.ledger import open_ledger
from onrecord.pipeline import Reader
from onrecord.records import MEANING_WIDTH, Document, Entity, Meaning, Record, Span, Statement, document_id
from onrecord.settings import Settings

from .conftest import Run


def direction(*numbers: int) -> bytes:
    return bytes(numbers) + bytes(MEANING_WIDTH - len(numbers))


# What each of the statements below means, and what the words of the search mean.
BOATS, WINTER, ASKED = direction(100, 100), direction(0, 50), direction(90, 30)


def record_of(name: str) -> Record:
    """A report of two statements, one of them by nobody who is known."""
    text = f'{name} talks resume\n\n"The boats will sail," Una Quill said on Monday. A visitor doubted the winter.\n'

    def cut(words: str) -> Span:
        start = text.index(words)
        return Span.cut(text, start, start + len(words))

    document = Document(id=document_id(text), text=text, url=f"{name}.txt", published="2026-03-12")
    quill = Entity(id="en-1", kind="person", name="Una Quill", mentions=(cut("Una Quill"),))
    said = Statement(
        id="st-1",
        type="direct",
        source=cut("Una Quill"),
        cue=cut("said"),
        content=(cut('"The boats will sail,"'),),
        speakers=("en-1",),
        time="2026-03-09",
    )
    doubted = Statement(
        id="st-2", type="indirect", source=cut("A visitor"), cue=cut("doubted"), content=(cut("the winter"),)
    )
    return Record(document, (quill,), (said, doubted))


def add(path: Path, name: str, *vectors: bytes) -> None:
    record = record_of(name)
    contents = [one.content[0] for one in record.statements]
    meanings = [
        Meaning(content.start, content.end, vector, "content")
        for content, vector in zip(contents, vectors, strict=bool(vectors))
    ]
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        opened.add(record, run=run, seen=datetime(2026, 3, 12, tzinfo=UTC), meanings=meanings)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    add(path, "ferry", BOATS, WINTER)
    return path


@pytest.fixture
def search(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> "Search":
    monkeypatch.setattr(Reader, "meaning_of", lambda _self, _text: ASKED)
    return Search(ledger)


class Search:
    """Runs `onrecord search … --by-meaning` in this process, with a model that knows one meaning."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, *arguments: str) -> Result:
        asked = ["--ledger", str(self._path), "search", "will", "ships", "leave", "--by-meaning", *arguments]
        return CliRunner().invoke(program(), asked)


def test_the_nearest_comes_first_with_its_similarity(search: Search) -> None:
    done = search()
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "  1. 0.89  Una Quill — 2026-03-09 — ferry.txt ¶2",
        '     "The boats will sail," Una Quill said',
        "",
        "  2. 0.32  A visitor (unknown speaker) — 2026-03-12 — ferry.txt ¶2",
        "     A visitor doubted the winter",
        "",
        "2 statements.",
        "",
    ]


def test_in_jsonl_it_is_the_codebooks_search_in_that_order(search: Search) -> None:
    lines = [json.loads(line) for line in search("--format", "jsonl").stdout.splitlines()]
    assert [list(line) for line in lines] == [["ref", "statement", "speakers", "said"]] * 2
    assert [line["ref"]["record"] for line in lines] == ["st-1", "st-2"]


@pytest.mark.parametrize(
    ("arguments", "records"),
    [
        (("--limit", "1"), ["st-1"]),
        (("--speaker", "quill"), ["st-1"]),
        (("--since", "2026-03-10"), ["st-2"]),
        (("--until", "2025"), []),
    ],
)
def test_it_narrows_as_words_do(search: Search, arguments: tuple[str, ...], records: list[str]) -> None:
    lines = search("--format", "jsonl", *arguments).stdout.splitlines()
    assert [json.loads(line)["ref"]["record"] for line in lines] == records


def test_no_more_than_ten_where_nobody_asked_for_more(search: Search, ledger: Path) -> None:
    for number in range(8):
        add(ledger, f"ferry {number}", BOATS, WINTER)
    assert len(search("--format", "jsonl").stdout.splitlines()) == 10
    assert len(search("--format", "jsonl", "--limit", "30").stdout.splitlines()) == 18


def test_what_was_read_without_meanings_is_told_of(search: Search, ledger: Path) -> None:
    add(ledger, "older")
    done = search("--format", "jsonl")
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 2)
    assert done.stderr == (
        f"onrecord: {ledger}: warning: left out 1 document, read by a version that kept no meanings; "
        "add it again with onrecord add\n"
    )


def test_a_ledger_without_meanings(search: Search, ledger: Path) -> None:
    ledger.unlink()
    add(ledger, "older")
    done = search()
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"onrecord: {ledger}: was filled by an earlier version, which kept no meanings")
    assert done.stderr.endswith("; add its documents again with onrecord add\n")


def test_a_limit_that_makes_no_sense(search: Search) -> None:
    done = search("--limit", "0")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_words_that_are_none(onrecord: Run, ledger: Path) -> None:
    done = onrecord("search", "?!", "--by-meaning")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("onrecord: search: '?!' holds no word to look for")


def weights_know_meanings() -> bool:
    try:
        return bool(Reader(Settings(threads=1)).meaning_of("boats"))
    except ModelError:
        return False


def test_the_real_model_finds_what_says_the_same_in_other_words(onrecord: Run, report: Path) -> None:
    if not weights_know_meanings():
        pytest.skip("the weights in the package know no meanings")
    assert onrecord("add", str(report)).returncode == 0
    done = onrecord("search", "the lights will go on soon", "--by-meaning", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    first = json.loads(done.stdout.splitlines()[0])
    assert "lanterns would be lit again" in first["ref"]["text"]
