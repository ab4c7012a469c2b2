"""The floors' command, with measurements made up and a floors file of its own."""

import json
import os
from pathlib import Path

import pytest

from evaluation import case_tables, floors, quantity_values
from evaluation.floors import Measured, changed, load, report, save, table
from evaluation.pins import PinError, Pins
from evaluation.scoring import VARIABLE, Places

MEASURED = {"find": Measured("sha256:1", {"f1": 61.0, "documents": 25.0})}


def pins(floor: float | None, digest: str | None) -> Pins:
    return {"margin": 0.5, "tasks": {"find": {"digest": digest, "floors": {"f1": floor}}}, "lowered": []}


def test_the_file_in_the_project_is_whole() -> None:
    held = load()
    assert set(held["tasks"]) == {
        "attribution",
        "ledger",
        "speakers",
        "heads",
        "heads_in_full",
        "judgements",
        "factuality",
        "minimal_pairs",
        "hard_cases",
        "case_tables",
        "events",
        "event_parties",
        "quantity_values",
        "figure_series",
        "meanings",
        "passages",
        "revisions",
        "commitments",
        "conflicts",
        "extraction",
        "formats",
        "origins",
    }
    for task in held["tasks"].values():
        # Floors without data, or data without floors, would hold nothing.
        assert (task["digest"] is None) == all(floor is None for floor in task["floors"].values())
    for lowering in held["lowered"]:
        assert lowering["why"].strip()


@pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"{VARIABLE} is not set")
def test_every_measure_of_the_normalisers_has_a_floor_or_a_place_for_one() -> None:
    where = Places(Path(os.environ[VARIABLE]))
    held = load()["tasks"]
    assert set(held["case_tables"]["floors"]) == set(case_tables.shares_of(case_tables.score(where)))
    assert set(held["quantity_values"]["floors"]) == set(quantity_values.f1s_of(quantity_values.measured([], [])))


def test_saving_and_loading_keeps_everything(tmp_path: Path) -> None:
    held = changed(pins(70.0, "sha256:1"), MEASURED, "find.f1", "fewer layers – on purpose", "2031-02-03")
    save(held, tmp_path / "floors.json")
    assert load(tmp_path / "floors.json") == held


def test_report_names_the_data_that_changed() -> None:
    rows, strange = report(pins(60.0, "sha256:0"), MEASURED)
    assert [row.verdict for row in rows] == ["ok"]
    assert strange == ["find: the data changed: sha256:1 is here, sha256:0 is pinned"]
    assert report(pins(60.0, "sha256:1"), MEASURED)[1] == []


def test_table_shows_floor_measure_and_verdict() -> None:
    rows, _ = report(pins(62.5, "sha256:1"), MEASURED)
    assert table(rows).splitlines()[1].split() == ["find", "f1", "62.50", "61.00", "below"]


def test_changing_raises_or_lowers_one_or_pins_other_data() -> None:
    assert changed(pins(None, None), MEASURED, None, "", "")["tasks"]["find"]["floors"]["f1"] == 60.5
    assert changed(pins(70.0, "sha256:1"), MEASURED, "find.f1", "because", "")["tasks"]["find"]["floors"]["f1"] == 60.5
    assert (
        changed(pins(70.0, "sha256:0"), MEASURED, "find.data", "because", "")["tasks"]["find"]["digest"] == "sha256:1"
    )
    with pytest.raises(PinError, match="no task"):
        changed(pins(70.0, "sha256:1"), MEASURED, "fond.f1", "because", "")


def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: Pins, *arguments: str) -> int:
    file = tmp_path / "floors.json"
    file.write_text(json.dumps(held), encoding="utf8")
    monkeypatch.setattr(floors, "load", lambda: load(file))
    monkeypatch.setattr(floors, "save", lambda pinned: save(pinned, file))
    monkeypatch.setattr(floors, "measure", lambda where, full: MEASURED)
    monkeypatch.setattr("sys.argv", ["floors", *arguments])
    return floors.main()


@pytest.mark.parametrize(
    ("held", "status"),
    [
        (pins(60.0, "sha256:1"), 0),
        (pins(None, None), 0),
        (pins(62.0, "sha256:1"), 1),
        (pins(60.0, "sha256:0"), 1),
    ],
)
def test_exit_code_tells_whether_all_hold(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: Pins, status: int
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert run(monkeypatch, tmp_path, held) == status


def test_raising_writes_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert run(monkeypatch, tmp_path, pins(None, None), "--raise") == 0
    assert load(tmp_path / "floors.json") == pins(60.5, "sha256:1")


def test_lowering_without_a_reason_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, tmp_path, pins(70.0, "sha256:1"), "--lower", "find.f1")
    assert ended.value.code == 2
    assert load(tmp_path / "floors.json") == pins(70.0, "sha256:1")


def test_refused_move_leaves_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert run(monkeypatch, tmp_path, pins(60.0, "sha256:0"), "--raise") == 1
    assert "other data" in capsys.readouterr().err
    assert load(tmp_path / "floors.json") == pins(60.0, "sha256:0")


def test_without_corpora_it_says_that_it_did_not_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert run(monkeypatch, tmp_path, pins(99.0, "sha256:0")) == 0
    assert "were not checked" in capsys.readouterr().out
