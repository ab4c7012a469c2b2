"""What is written for brat comes back whole."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from onrecord.exporting.brat import read_brat, write_brat
from onrecord.records import Record
from tests.exporting.any_records import gold_records, needs_gold, records, sample_records
from tests.ledger.conftest import build


def round_trip(given_: list[Record], folder: Path) -> list[Record]:
    write_brat(given_, folder)
    return list(read_brat(folder))


@given(records())
def test_any_record_comes_back(record: Record) -> None:
    with TemporaryDirectory() as folder:
        assert round_trip([record], Path(folder)) == [record]


def test_the_sample_reports_come_back(newsroom_ledger: Path, tmp_path: Path) -> None:
    held = sample_records(newsroom_ledger)
    assert len(held) > 10 and any(record.events for record in held)
    assert round_trip(held, tmp_path) == held


@needs_gold
def test_the_gold_comes_back(tmp_path: Path) -> None:
    held = list(gold_records())
    assert len(held) > 5
    assert round_trip(held, tmp_path) == held


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_brat([build(), build("We wait")], tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two and len(one) == 7


def test_two_documents_of_one_id_have_files_of_their_own(tmp_path: Path) -> None:
    assert round_trip([build(), build()], tmp_path) == [build(), build()]
    assert len(list(tmp_path.glob("*.txt"))) == 2


def test_a_folder_without_metadata_is_read_by_name(tmp_path: Path) -> None:
    write_brat([build()], tmp_path)
    (tmp_path / "metadata.jsonl").unlink()
    (record,) = read_brat(tmp_path)
    assert record.statements == build().statements
    assert (record.document.id, record.document.title) == (build().document.id, None)


def test_a_text_that_was_put_beside_them_follows(tmp_path: Path) -> None:
    write_brat([build()], tmp_path)
    (tmp_path / "zz.txt").write_text("Orlin waits.", encoding="utf-8")
    (tmp_path / "zz.ann").write_text("T1\tPerson 0 5\tOrlin\n", encoding="utf-8")
    first, second = read_brat(tmp_path)
    assert first == build()
    assert [(one.name, one.kind) for one in second.entities] == [("Orlin", "person")]


def test_one_line_of_metadata_is_one_document(tmp_path: Path) -> None:
    write_brat([build()], tmp_path)
    (line,) = (tmp_path / "metadata.jsonl").read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert told["document"]["outlet"] == "The Lantern" and "text" not in told["document"]
    assert (tmp_path / f"{told['file']}.txt").exists()


def test_an_empty_folder_is_no_record(tmp_path: Path) -> None:
    assert round_trip([], tmp_path) == []
