"""`onrecord figures` on a ledger that was filled by hand."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.comparing import traces_of
from onrecord.encoder import Card
from onrecord.ledger import open_ledger
from onrecord.records import (
    Document,
    Entity,
    Figure,
    Record,
    Role,
    Span,
    Statement,
    document_id,
)
from onrecord.settings import Settings

from .conftest import Run

TEXT = (
    "Harbour Minister Ada Orlin said that Iceland had sent at least 300 soldiers to Port Vale.\n"
    "Others spoke of 8,000–9,000 Icelandic troops, and of thousands of Icelandic troops.\n"
    "The Lantern counted about 12 Icelandic soldiers who were killed, and 40 boats.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def record() -> Record:
    document = Document(
        id=document_id(TEXT), text=TEXT, url="vale.txt", outlet="The Lantern", published="2031-04-03", language="en"
    )
    orlin = Entity(
        id="en-1", kind="person", name="Ada Orlin", mentions=(span("Ada Orlin"),), roles=(Role("Harbour Minister"),)
    )
    said = Statement(
        id="st-1",
        type="indirect",
        source=span("Harbour Minister Ada Orlin"),
        cue=span("said"),
        content=(span("that Iceland had sent at least 300 soldiers to Port Vale"),),
        speakers=("en-1",),
        time="2031-04-02",
    )
    others = Statement(
        id="st-2", type="indirect", source=span("Others"), content=(span("8,000–9,000 Icelandic troops"),)
    )
    count = {"unit": "count"}
    figures = (
        Figure(
            id="fg-1",
            span=span("at least 300"),
            value=300,
            low=300,
            bound="at_least",
            counted="soldiers",
            where="Port Vale",
            statement="st-1",
            **count,
        ),
        Figure(
            id="fg-2",
            span=span("8,000–9,000"),
            low=8000,
            high=9000,
            bound="range",
            counted="Icelandic troops",
            statement="st-2",
            **count,
        ),
        Figure(id="fg-3", span=span("thousands"), low=1000, bound="vague", counted="Icelandic troops", **count),
        Figure(id="fg-4", span=span("about 12"), value=12, bound="about", counted="Icelandic soldiers", **count),
        Figure(id="fg-5", span=span("40"), value=40, low=40, high=40, bound="exact", counted="boats", **count),
    )
    return Record(document, (orlin,), (said, others), figures)


@pytest.fixture
def ledger(environment: dict[str, str], laid_ledger: Callable[[Path], Path]) -> Path:
    path = laid_ledger(Path(environment["ONRECORD_LEDGER"]))
    with open_ledger(path, create=False) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        made = record()
        opened.add(made, run=run, seen=datetime(2031, 4, 4, tzinfo=UTC), traces=traces_of(made))
    return path


def test_a_series_has_its_plot_and_who_said_what_and_why_it_belongs(onrecord: Run, ledger: Path) -> None:
    done = onrecord("figures", "Icelandic", "troops")
    assert (done.returncode, done.stderr) == (0, "")
    assert "●─" in done.stdout
    assert "≥ 300  Ada Orlin, Harbour Minister — said 2031-04-02" in done.stdout
    assert "8,000–9,000  Others (unknown speaker)" in done.stdout
    assert "thousands  The Lantern, on its own word" in done.stdout
    assert "belongs: counts “soldiers”; “Iceland … sent” in its sentence" in done.stdout
    assert "3 figures in 1 document." in done.stdout
    assert "Apart: 1 figure of them killed; ask for “Icelandic troops killed”." in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_for_programs_each_figure_is_a_line_in_order(onrecord: Run, ledger: Path) -> None:
    done = onrecord("figures", "Icelandic troops", "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["figure"]["id"] for line in lines] == ["fg-1", "fg-2", "fg-3"]
    assert [line["said"] for line in lines] == ["2031-04-02", "2031-04-03", "2031-04-03"]
    assert [line["speakers"] for line in lines] == [["Ada Orlin"], [], []]


def test_place_days_and_speaker_narrow_it(onrecord: Run, ledger: Path) -> None:
    for options in (["--where", "Port Vale"], ["--until", "2031-04-02"], ["--speaker", "orlin"]):
        lines = onrecord("figures", "Icelandic troops", "--format", "jsonl", *options).stdout.splitlines()
        assert [json.loads(line)["figure"]["id"] for line in lines] == ["fg-1"]


def test_a_series_of_one_point_is_one(onrecord: Run, ledger: Path) -> None:
    done = onrecord("figures", "boats")
    assert done.returncode == 0
    assert "1 figure in 1 document." in done.stdout


def test_nothing_found_is_said(onrecord: Run, ledger: Path) -> None:
    done = onrecord("figures", "submarines")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing found.\n", "")


def test_words_that_name_nothing_are_wrong_usage(onrecord: Run, ledger: Path) -> None:
    done = onrecord("figures", "of the")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "names nothing that is counted" in done.stderr


def test_a_plot_is_an_svg_of_its_own(onrecord: Run, ledger: Path, tmp_path: Path) -> None:
    done = onrecord("figures", "Icelandic troops", "--plot", "troops.svg")
    assert (done.returncode, done.stderr) == (0, "")
    svg = (tmp_path / "troops.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert all(words in svg for words in ("Icelandic troops", "Ada Orlin", "≥ 300", "8,000–9,000"))
    assert "<script" not in svg
    assert 'href="http' not in svg


def test_a_plot_of_nothing_and_one_that_cannot_be_written_are_told_of(onrecord: Run, ledger: Path) -> None:
    nothing = onrecord("figures", "submarines", "--plot", "none.svg")
    assert (nothing.returncode, nothing.stderr.count("\n")) == (2, 1)
    assert "nothing to draw" in nothing.stderr
    nowhere = onrecord("figures", "boats", "--plot", "no/such/folder.svg")
    assert (nowhere.returncode, nowhere.stderr.count("\n")) == (2, 1)
    assert "cannot be written" in nowhere.stderr


def test_a_ledger_of_a_version_without_keys_is_told_of(onrecord: Run, environment: dict[str, str]) -> None:
    path = Path(environment["ONRECORD_LEDGER"])
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        opened.add(record(), run=run, seen=datetime(2031, 4, 4, tzinfo=UTC))
    done = onrecord("figures", "boats")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (0, "Nothing found.\n", 1)
    assert "add its documents again" in done.stderr
