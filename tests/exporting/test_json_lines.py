"""JSON Lines: a record comes back as it went."""

import json
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.exporting.json_lines import record_lines, records_in
from onrecord.ledger import open_ledger

from .handmade import EMPTY, FULL


def test_every_field_comes_back() -> None:
    lines = list(record_lines([FULL, EMPTY]))
    assert list(records_in(lines)) == [FULL, EMPTY]
    assert [len(line.splitlines()) for line in lines] == [1, 1]


def test_every_sample_comes_back(newsroom_ledger: Path) -> None:
    with open_ledger(newsroom_ledger) as opened:
        records = list(opened.records())
    assert len(records) > 10 and any(record.document.zones for record in records)
    assert list(records_in(record_lines(records))) == records


def test_a_line_is_the_codebooks_object_and_two_fields_more() -> None:
    told = json.loads(next(record_lines([FULL])))
    assert told["document"].pop("zones") == [
        {"kind": "headline", "span": [0, 26]},
        {"kind": "body", "span": [28, len(FULL.document.text) - 1]},
    ]
    assert told["document"].pop("warnings") == ["the first line is odd"]
    assert told == json.loads(json.dumps(FULL.to_json()))


def test_what_read_prints_can_be_read_too() -> None:
    (back,) = records_in([json.dumps(FULL.to_json()), "\n"])
    assert (back.statements, back.document.zones) == (FULL.statements, ())


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        '{"document": 4}',
        '{"document": {}}',
        "[" * 100_000,
        json.dumps(FULL.to_json()).replace('"text": "40"', '"text": "41"'),
        json.dumps(FULL.to_json()).replace('"speakers": ["en-1"', '"speakers": ["en-9"'),
        json.dumps({**FULL.to_whole_json(), "document": {**FULL.document.to_whole_json(), "zones": [{"kind": "x"}]}}),
        json.dumps({**FULL.to_whole_json(), "document": {**FULL.document.to_whole_json(), "zones": [4]}}),
    ],
)
def test_what_is_no_record_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(RecordError, match=r"^line 3"):
        list(records_in(["\n", next(record_lines([EMPTY])), line]))
