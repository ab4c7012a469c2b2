"""The list of corrections, and what of it is for training."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from onrecord.cli.app import program
from onrecord.ledger import Ledger
from tests.web.examples import address_of, document_of


@pytest.fixture
def corrected(room: TestClient, own_ledger: Ledger, shown: dict[str, str]) -> TestClient:
    """A room in which two persons said something of three records."""
    record = own_ledger.record(address_of("report.txt"))
    address = f"/api/v1/documents/{record.document.id}/corrections"
    first, second = record.statements[:2]
    for said in (
        {"record": first.id, "verdict": "accepted", "who": "Ada Orlin", "seen": None},
        {
            **{"record": second.id, "verdict": "amended", "who": "Bo Tarn", "seen": None},
            **{"changes": {"act": "warn", "time": "2026-03-01"}, "why": "it threatens <b>"},
        },
        {"record": record.figures[0].id, "verdict": "rejected", "who": "Ada Orlin", "seen": None},
    ):
        assert room.post(address, json=said, headers=shown).status_code == 201
    return room


def test_the_last_said_is_first_with_what_was_changed(corrected: TestClient, own_ledger: Ledger) -> None:
    told = corrected.get("/corrections.json").json()
    assert [one["verdict"] for one in told["corrections"]] == ["rejected", "amended", "accepted"]
    assert all(one["stands"] for one in told["corrections"])
    text = corrected.get("/corrections").text
    assert "<ins>warn</ins>" in text
    assert "it threatens &lt;b&gt;" in text
    document = document_of(own_ledger, "report.txt")
    for one in told["corrections"]:
        assert f'href="/documents/{document}#{one["record"]}"' in text


def test_who_document_and_since_narrow(corrected: TestClient, own_ledger: Ledger) -> None:
    def total(query: str) -> int:
        return int(corrected.get(f"/corrections.json?{query}").json()["total"])

    assert total("who=ada+orlin") == 2
    assert total(f"document={document_of(own_ledger, 'report.txt')}") == 3
    assert total(f"document={document_of(own_ledger, 'pilots-paid')}") == 0
    assert total("since=2200") == 0
    assert corrected.get("/corrections?since=never").status_code == 400
    assert corrected.get("/corrections?document=nowhere").status_code == 404


def test_the_examples_are_those_of_the_command(corrected: TestClient, own_ledger: Ledger, tmp_path: Path) -> None:
    printed = CliRunner().invoke(program(), ["corrections", "--ledger", str(tmp_path / "own.db"), "--format", "jsonl"])
    assert printed.exit_code == 0
    lines = corrected.get("/corrections.jsonl")
    assert lines.text == printed.stdout
    assert [json.loads(line)["correction"] for line in lines.text.splitlines()] == [1, 2, 3]
    assert corrected.get("/corrections.jsonl?who=Bo+Tarn").text.count("\n") == 1


def test_a_replaced_correction_stays_and_says_so(
    corrected: TestClient, own_ledger: Ledger, shown: dict[str, str]
) -> None:
    last = corrected.get("/corrections.json").json()["corrections"][0]
    said = {"record": last["record"], "verdict": "withdrawn", "who": "Bo Tarn", "seen": last["number"]}
    corrected.post(f"/api/v1/documents/{last['document']}/corrections", json=said, headers=shown)
    told = corrected.get("/corrections.json").json()["corrections"]
    assert [one["stands"] for one in told] == [False, False, True, True]
    assert "gave back to the machine" in corrected.get("/corrections").text
