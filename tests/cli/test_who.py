"""who, same and different, on a ledger that was filled by hand."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import program
from onrecord.comparing import traces_of
from onrecord.encoder import Card
from onrecord.ledger import open_ledger
from onrecord.records import Document, Entity, Record, Role, Span, Statement, document_id, record_id
from onrecord.settings import Settings

# Name, office, day, address.
SHOWN = (
    ("Kim Min-ha", "Foreign Minister", "2031-04-03", "a.txt"),
    ("Kim Min Ha", "Foreign Minister", "2031-05-03", "b.txt"),
    ("Kim Sung-ho", "General", "2031-04-03", "c.txt"),
    ("Kim", "Foreign Minister", "2031-06-01", "d.txt"),
)


def record_of(name: str, office: str, published: str, url: str) -> Record:
    text = f"{office} {name} said that the boats would sail ({url}).\n"

    def cut(words: str) -> Span:
        start = text.index(words)
        return Span.cut(text, start, start + len(words))

    document = Document(id=document_id(text), text=text, url=url, published=published)
    named = cut(name)
    entity = Entity(
        id=record_id(document.id, "entity", [(named.start, named.end)]),
        kind="person",
        name=name,
        roles=(Role(office, "Valland"),),
        mentions=(named,),
    )
    said = Statement(
        id="st-1", type="indirect", cue=cut("said"), content=(cut("that the boats would sail"),), speakers=(entity.id,)
    )
    return Record(document, (entity,), (said,))


@pytest.fixture
def ledger(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Path:
    path = laid_ledger(tmp_path / "ledger.db")
    with open_ledger(path, create=False) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        for shown in SHOWN:
            record = record_of(*shown)
            opened.add(record, run=run, seen=datetime(2031, 7, 1, tzinfo=UTC), traces=traces_of(record))
        run.finish()
    return path


def ask(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program(), ["--ledger", str(ledger), *arguments])


def groups(ledger: Path, name: str = "Kim") -> list[list[str]]:
    lines = ask(ledger, "who", name, "--format", "jsonl").stdout.splitlines()
    return [[shown["url"] for shown in json.loads(line)["entities"]] for line in lines]


def id_of(url: str) -> str:
    return record_of(*next(shown for shown in SHOWN if shown[3] == url)).entities[0].id


def test_each_is_told_once_with_offices_and_reasons(ledger: Path) -> None:
    found = ask(ledger, "who", "Kim")
    assert found.exit_code == 0
    assert f"  1. Kim Min-ha — person [{id_of('a.txt')}]" in found.stdout
    assert "Foreign Minister, Valland: 2031-04-03 to 2031-06-01, 3 reports" in found.stdout
    assert "in 3 documents, 2031-04-03 to 2031-06-01; 3 statements" in found.stdout
    assert "the same name, Kim Min-ha; the same office, Foreign Minister of Valland" in found.stdout
    assert found.stdout.endswith("2 of that name.\n")


def test_every_line_fits_a_page(ledger: Path) -> None:
    assert all(len(line) <= 80 for line in ask(ledger, "who", "Kim", "--all").stdout.splitlines())


def test_the_json_has_all_of_it(ledger: Path) -> None:
    first = json.loads(ask(ledger, "who", "Minha", "Kim", "--format", "jsonl").stdout.splitlines()[0])
    assert (first["kind"], first["name"], first["names"]) == (
        "person",
        "Kim Min-ha",
        ["Kim Min-ha", "Kim Min Ha", "Kim"],
    )
    office = {
        "title": "Foreign Minister",
        "of": "Valland",
        "since": "2031-04-03",
        "until": "2031-06-01",
        "documents": 3,
    }
    assert first["roles"] == [office] and first["statements"] == 3
    assert [join["judgement"] for join in first["joins"]] == [None, None]


def test_a_name_that_nobody_has_is_no_error(ledger: Path) -> None:
    found = ask(ledger, "who", "Orlin")
    assert (found.exit_code, found.stdout) == (0, "Nobody of that name.\n")
    assert ask(ledger, "who", "…").exit_code == 2


def test_two_are_judged_to_be_one_and_that_is_taken_back(ledger: Path) -> None:
    assert groups(ledger) == [["a.txt", "b.txt", "d.txt"], ["c.txt"]]
    made = ask(ledger, "same", "Kim Min-ha", "Kim Sung-ho", "--by", "Una")
    assert made.exit_code == 0 and "by Una" in made.stdout
    assert groups(ledger) == [["a.txt", "c.txt", "b.txt", "d.txt"]]
    assert "judged by Una" in ask(ledger, "who", "Kim", "--all").stdout
    taken = ask(ledger, "same", "Kim Sung-ho", "Kim Min-ha", "--undo")
    assert taken.exit_code == 0 and taken.stdout.endswith("taken back\n")
    assert groups(ledger) == [["a.txt", "b.txt", "d.txt"], ["c.txt"]]


def test_one_is_judged_to_be_two(ledger: Path) -> None:
    made = ask(ledger, "different", id_of("a.txt"), id_of("b.txt"), "--by", "Una", "--format", "jsonl")
    line = json.loads(made.stdout)
    assert (line["same"], line["by"], line["who"], line["stands"]) == (False, "person", "Una", True)
    assert all("a.txt" not in urls or "b.txt" not in urls for urls in groups(ledger))


def test_the_same_judgement_is_written_once(ledger: Path) -> None:
    lines = [ask(ledger, "same", id_of("a.txt"), id_of("c.txt"), "--format", "jsonl").stdout for _ in range(2)]
    assert lines[0] == lines[1]


def test_a_contradiction_names_what_to_take_back(ledger: Path) -> None:
    ask(ledger, "same", id_of("a.txt"), id_of("c.txt"), "--by", "Una")
    refused = ask(ledger, "different", id_of("c.txt"), id_of("a.txt"))
    assert refused.exit_code == 2
    assert f"onrecord same {id_of('a.txt')} {id_of('c.txt')} --undo" in refused.stderr


def test_a_name_in_a_document_is_enough(ledger: Path) -> None:
    assert ask(ledger, "same", "Kim@d.txt", "Kim Sung-ho@c.txt").exit_code == 0
    assert sorted(map(sorted, groups(ledger))) == [["a.txt", "b.txt"], ["c.txt", "d.txt"]]


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Orlin", "Kim Sung-ho", "Orlin: is nobody's name in the ledger"),
        ("en-zz", "Kim Sung-ho", "en-zz: is no entity of the ledger"),
        ("en-", "Kim Sung-ho", "can mean several"),
        ("Kim@none.txt", "Kim Sung-ho", "none.txt: is not in the ledger"),
        ("Orlin@a.txt", "Kim Sung-ho", "Orlin@a.txt: is no entity of the ledger"),
        ("Kim Sung-ho", "Kim Sung-ho", "is the same entity as Kim Sung-ho"),
    ],
)
def test_what_cannot_be_meant_is_one_line(ledger: Path, a: str, b: str, said: str) -> None:
    refused = ask(ledger, "same", a, b)
    assert refused.exit_code in (1, 2) and said in refused.stderr and refused.stderr.count("\n") == 1


def test_what_was_not_judged_is_not_taken_back(ledger: Path) -> None:
    refused = ask(ledger, "different", "Kim Min-ha", "Kim Sung-ho", "--undo")
    assert refused.exit_code == 2 and "were not judged to be two" in refused.stderr


def test_a_judgement_is_somebody_s(ledger: Path) -> None:
    assert ask(ledger, "same", "Kim Min-ha", "Kim Sung-ho", "--by", " ").exit_code == 2


def test_what_the_machine_joined_is_kept(ledger: Path) -> None:
    ask(ledger, "who", "Kim", "--keep")
    first = json.loads(ask(ledger, "who", "Kim", "--format", "jsonl").stdout.splitlines()[0])
    assert [join["judgement"] for join in first["joins"]] == [1, 2]
    ask(ledger, "who", "Kim", "--keep")
    assert ask(ledger, "different", id_of("a.txt"), id_of("b.txt")).exit_code == 0
    assert all("a.txt" not in urls or "b.txt" not in urls for urls in groups(ledger))


def test_a_ledger_without_keys_says_so(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with open_ledger(path, create=True) as opened:
        run = opened.begin_run(Card("handmade", "0" * 64), Settings(ledger=path))
        opened.add(record_of(*SHOWN[0]), run=run, seen=datetime(2031, 7, 1, tzinfo=UTC))
    refused = ask(path, "who", "Kim")
    assert refused.exit_code == 1 and "kept no keys of the names" in refused.stderr
