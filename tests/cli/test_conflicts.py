"""onrecord conflicts, on reports of an invented strait."""

import json
from pathlib import Path

import pytest

from .conftest import Run

TABLE = (
    "The Guild paid 1,250 crowns for berths, 340 crowns for lamps, 78 crowns for nets, 615 crowns for ropes,"
    " 2,040 crowns for sails and 96 crowns for oars."
)
FIRST = f"Guild buys nets\n\nOn Monday Una Quill said the Guild will buy 1,734 nets for its boats.\n\n{TABLE}\n"


@pytest.fixture
def filled(onrecord: Run, tmp_path: Path) -> Run:
    """A ledger with two versions of one report."""
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(FIRST.replace("1,734", "1,739"), encoding="utf-8")
    assert onrecord("add", "first.txt", "second.txt", "--published", "2026-05-04").returncode == 0
    return onrecord


def test_a_number_that_was_changed_is_shown_with_both_words_and_why(filled: Run) -> None:
    shown = filled("conflicts").stdout
    assert "restated" in shown
    assert " — 1,734 ≠ 1,739" in shown.splitlines()[0]
    assert "1,734 nets" in shown and "1,739 nets" in shown
    assert "first.txt" in shown and "second.txt" in shown
    assert "met: one text" in shown
    assert shown.endswith("1 conflict.\n")
    assert max(map(len, shown.splitlines())) <= 80


def test_as_json_lines_it_is_what_the_codebook_says(filled: Run) -> None:
    (line,) = filled("conflicts", "--format", "jsonl").stdout.splitlines()
    found = json.loads(line)
    assert set(found) == {"kind", "a", "b", "confidence"}
    assert (found["kind"], found["a"]["text"], found["b"]["text"]) == ("restated", "1,734", "1,739")
    assert set(found["a"]) == {"document", "url", "record", "span", "text"}
    assert 0 < found["confidence"] <= 1


def test_only_what_is_asked_for_is_told(filled: Run) -> None:
    assert filled("conflicts", "--about", "nets boats").stdout.endswith("1 conflict.\n")
    for asked in (("--about", "locomotive"), ("--kind", "denied"), ("--since", "2027"), ("--until", "2025-12")):
        assert filled("conflicts", *asked).stdout == "No conflict found.\n", asked


def test_what_makes_no_sense_is_wrong_usage(filled: Run) -> None:
    for wrong in (("--limit", "0"), ("--since", "soon"), ("--about", "..."), ("--kind", "odd")):
        assert filled("conflicts", *wrong).returncode == 2, wrong
    assert filled("conflicts", "--about", "").stderr.startswith("onrecord: --about: '' holds no word to look for")


def test_a_ledger_that_is_not_there(onrecord: Run) -> None:
    done = onrecord("conflicts")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
