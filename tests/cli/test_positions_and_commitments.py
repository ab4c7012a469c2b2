"""positions and commitments on a ledger that was filled by hand."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.encoder import Card
from onrecord.ledger import open_ledger
from onrecord.records import Document, Entity, Record, Role, Span, Statement, document_id, record_id
from onrecord.settings import Settings

from .conftest import Run

BEFORE = "Valland will halve the ferry tolls on the northern strait by May 2032."
AFTER = "Valland may halve the ferry tolls on the northern strait."


def report(words: str, published: str | None, url: str) -> Record:
    """One minister says one sentence, and the statement is her country's own text."""
    text = f"Statement of Valland\n\nMinister Una Quill said: {words}\n"

    def span(piece: str) -> Span:
        start = text.index(piece)
        return Span.cut(text, start, start + len(piece))

    identity = document_id(text)
    title = "Statement of Valland"
    document = Document(id=identity, text=text, title=title, url=url, published=published, language="en")
    role = Role("Minister", "Valland")
    quill = Entity(id="en-1", kind="person", name="Una Quill", mentions=(span("Una Quill"),), roles=(role,))
    start = text.index(words)
    valland = Entity(id="en-2", kind="country", name="Valland", mentions=(Span.cut(text, start, start + 7),))
    spans = (span("Minister Una Quill"), span("said:"), span(words))
    said = Statement(
        id=record_id(identity, "statement", [(one.start, one.end) for one in spans]),
        type="indirect",
        source=spans[0],
        cue=spans[1],
        content=(spans[2],),
        speakers=("en-1",),
        act="pledge",
    )
    return Record(document, (quill, valland), (said,))


@pytest.fixture
def ledger(environment: dict[str, str]) -> Path:
    path = Path(environment["ONRECORD_LEDGER"])
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        for words, day, url in (
            (AFTER, "2031-06-01", "b.txt"),
            (BEFORE, "2031-05-01", "a.txt"),
        ):
            opened.add(report(words, day, url), run=run, seen=datetime(2031, 6, 2, tzinfo=UTC))
    return path


def test_positions_prints_the_line_for_people(onrecord: Run, ledger: Path) -> None:
    done = onrecord("positions", "una quill", "ferry", "tolls")
    assert done.returncode == 0
    assert done.stdout.split("\n") == [
        "Una Quill on ferry tolls",
        "",
        "  1. 2031-05-01 — said: [pledge]",
        "     Valland will halve the ferry tolls on the northern strait by May 2032.",
        "     a.txt ¶2 · on topic: ferry, tolls",
        "",
        "  2. 2031-06-01 — said: [pledge]",
        "     Valland may halve the ferry tolls on the northern strait.",
        "     softened since 1.: “Valland will halve the ferry tolls on the northern",
        "     strait by May 2032.”",
        "     b.txt ¶2 · on topic: ferry, tolls",
        "",
        "2 statements of 2, 1 softened.",
        "",
    ]
    assert "2 documents read by a version that kept no meanings" in done.stderr


def test_positions_prints_json_lines_as_the_page_says(onrecord: Run, ledger: Path) -> None:
    done = onrecord("positions", "Quill", "tolls", "--since", "2031-06", "--format", "jsonl")
    (line,) = map(json.loads, done.stdout.splitlines())
    assert list(line) == ["ref", "statement", "speakers", "said", "why", "reports", "also", "changed"]
    assert (line["said"], line["speakers"], line["changed"]) == ("2031-06-01", ["Una Quill"], None)
    assert line["why"] == {"words": ["tolls"], "similarity": None}


def test_a_country_speaks_by_its_spokesmen_only_if_asked(onrecord: Run, ledger: Path) -> None:
    alone = onrecord("positions", "Valland", "tolls")
    assert (alone.returncode, alone.stdout) == (1, "")
    assert "Valland: is nobody who speaks in this ledger" in alone.stderr
    asked = onrecord("positions", "Valland", "tolls", "--spokesmen")
    assert asked.stdout.startswith("Valland on tolls\n\n  1. 2031-05-01 — Una Quill — said: [pledge]\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("positions", "Nobody", "tolls"), 1, "Nobody: is nobody who speaks in this ledger"),
        (("positions", "Quill", "—"), 2, "holds no word to look for"),
        (("positions", "—", "tolls"), 2, "SPEAKER: '—' holds no name"),
        (("positions", "Quill", "tolls", "--until", "soon"), 2, "'soon' is no date"),
        (("commitments", "--by", "Nobody"), 1, "Nobody: is nobody who speaks in this ledger"),
        (("commitments", "--due-before", "soon"), 2, "'soon' is no date"),
        (("commitments", "--about", "—"), 2, "--about: '—' holds no word to look for"),
        (("commitments", "--by", ""), 2, "--by: '' holds no name"),
        (("commitments", "--to", "—"), 2, "--to: '—' holds no name"),
    ],
)
def test_what_makes_no_sense_is_one_line(
    onrecord: Run, ledger: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = onrecord(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_topic_that_nobody_spoke_on_is_a_clear_result(onrecord: Run, ledger: Path) -> None:
    done = onrecord("positions", "Quill", "zebras")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nothing on it among 2 statements.")


def test_commitments_prints_each_once_for_people_and_programs(onrecord: Run, ledger: Path) -> None:
    done = onrecord("commitments")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "  1. Valland — will, 2031-05-01",
        "     will halve the ferry tolls on the northern strait by May 2032",
        "     a.txt",
        "",
        "1 commitment.",
        "",
    ]
    (line,) = map(json.loads, onrecord("commitments", "--format", "jsonl").stdout.splitlines())
    assert list(line) == [
        *("ref", "form", "by", "to", "due", "condition", "statement", "said", "reports", "also", "later"),
    ]
    assert (line["by"], line["to"], line["due"], line["later"]) == (["Valland"], [], None, [])


def test_commitments_are_narrowed(onrecord: Run, ledger: Path) -> None:
    assert "1 commitment." in onrecord("commitments", "--by", "valland", "--about", "ferry tol*").stdout
    assert "Nothing found." in onrecord("commitments", "--about", "lighthouse").stdout
    assert "Nothing found." in onrecord("commitments", "--due-before", "2032").stdout
