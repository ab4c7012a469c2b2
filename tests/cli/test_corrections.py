"""What persons said of records, listed for people and exported for training."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import program
from onrecord.encoder import Card
from onrecord.ledger import Ledger, open_ledger
from onrecord.records import (
    NO_TRACES,
    Document,
    Entity,
    Figure,
    Record,
    Span,
    Statement,
    Verdict,
    document_id,
    new_entity,
)
from onrecord.settings import Settings

TEXT = "Harbour Minister Ada Orlin said that some 40 boats would sail. Captain Una Quill kept silent.\n"
DOCUMENT = Document(id=document_id(TEXT), text=TEXT, url="harbour\x1b/ferry.txt", published="2031-04-03")


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


RECORD = Record(
    DOCUMENT,
    (Entity(id="en-1", kind="person", name="Ada Orlin", mentions=(cut("Ada Orlin"),)),),
    (
        Statement(
            id="st-1",
            type="indirect",
            cue=cut("said"),
            content=(cut("that some 40 boats would sail"),),
            speakers=("en-1",),
            how="name",
            confidence=0.5,
        ),
    ),
    (Figure(id="fg-1", span=cut("some 40"), value=40, bound="about", counted="boats", confidence=0.5),),
)
QUILL = new_entity(DOCUMENT, "person", "Una Quill", [(cut("Una Quill").start, cut("Una Quill").end)])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        opened.add(RECORD, run=run, seen=datetime(2031, 7, 1, tzinfo=UTC))
        say(opened, "fg-1", "amended", {"value": 44, "counted": "fishing boats"}, why="He counted\nthem.")
        say(opened, "st-1", "amended", {"speakers": [QUILL.id]}, added=[QUILL], who="Béla")
        office = [{"title": "captain", "of": "Valland"}]
        say(opened, "en-1", "amended", {"roles": office, "mentions": [[cut("Orlin").start, cut("Orlin").end]]})
        say(opened, "fg-1", "rejected", seen=1)
    return path


def say(
    opened: Ledger,
    record: str,
    verdict: Verdict,
    changes: dict[str, object] | None = None,
    *,
    who: str = "Una",
    why: str = "",
    added: list[Entity] | None = None,
    seen: int | None = None,
) -> None:
    opened.correct(
        DOCUMENT.id,
        record,
        verdict,
        who=who,
        why=why,
        changes=changes,
        added=added or [],
        seen=seen,
        trace=lambda record: NO_TRACES,
    )


def ask(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program(), ["--ledger", str(ledger), "corrections", *arguments])


def test_each_is_told_with_who_and_what_it_was_before(ledger: Path) -> None:
    told = ask(ledger).stdout
    assert ask(ledger).exit_code == 0
    assert all(len(line) <= 80 for line in told.splitlines())
    assert "Una amended the figure fg-1" in told and "value: 40 → 44" in told and "He counted them." in told
    assert "counted: boats → fishing boats" in told and "— replaced" in " ".join(told.split())
    assert "speakers: Ada Orlin → Una Quill" in told
    assert "roles: none → captain of Valland" in told and "mentions: Ada Orlin → Orlin" in told
    assert told.endswith("4 corrections.\n") and "\x1b" not in told


def test_who_when_and_where_can_be_asked(ledger: Path) -> None:
    assert ask(ledger, "--who", "bela").stdout.endswith("1 correction.\n")
    assert ask(ledger, DOCUMENT.id[:20], "--since", "2026").stdout.endswith("4 corrections.\n")
    assert ask(ledger, "--since", "9999").stdout == "Nothing was corrected.\n"
    assert ask(ledger, "--since", "lately").exit_code == 2
    refused = ask(ledger, "nowhere.txt")
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)


def test_the_export_is_what_one_can_train_on(ledger: Path) -> None:
    lines = [json.loads(line) for line in ask(ledger, "--format", "jsonl").stdout.splitlines()]
    figure, statement, _, gone = lines
    assert figure["document"] == {"id": DOCUMENT.id, "url": DOCUMENT.url, "published": "2031-04-03", "text": TEXT}
    assert figure["machine"] == RECORD.figures[0].to_json()
    told = {"value": 44, "counted": "fishing boats", "confidence": None}
    assert figure["person"] == {**RECORD.figures[0].to_json(), **told}
    assert (figure["layer"], figure["verdict"], figure["who"], figure["why"]) == (
        "figure",
        "amended",
        "Una",
        "He counted\nthem.",
    )
    assert statement["person"]["speakers"] == [QUILL.id]
    assert [entity["name"] for entity in statement["entities"]] == ["Ada Orlin", "Una Quill"]
    assert (gone["person"], gone["replaces"]) == (None, figure["correction"])
    assert [line["stands"] for line in lines] == [False, True, True, True]
    alone = json.loads(ask(ledger, "--format", "jsonl", "--who", "Béla").stdout)
    assert alone == statement


def test_show_prints_what_stands(ledger: Path) -> None:
    shown = CliRunner().invoke(program(), ["--ledger", str(ledger), "show", DOCUMENT.id, "--format", "jsonl"])
    record = json.loads(shown.stdout)
    assert record["figures"] == [] and record["statements"][0]["speakers"] == [QUILL.id]
