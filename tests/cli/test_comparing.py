"""compare and language, run as a user runs them."""

import json
from pathlib import Path

import pytest

from .conftest import Run

BEFORE = """\
---
title: Accord of the Two Shores
date: 2020-03-01
---

The two governments strongly condemn the mining of the Oresk strait. They will open the ferry line to Norvanna in \
spring.

Both sides reaffirm the treaty on salmon fishing. The pilots of Cape Oriel were thanked for their courage.
"""
AFTER = """\
---
title: Second Accord of the Two Shores
date: 2021-03-01
---

The two governments express concern over the mining of the Oresk strait. They intend to open the ferry line to \
Norvanna in spring.

Both sides reaffirm the treaty on salmon fishing. A commission on whales has been set up in Port Vale.
"""
GERMAN = """\
Die beiden Regierungen verurteilen die Verminung der Meerenge auf das Schärfste. Im Frühling wird die Fähre wieder \
fahren, wie der Hafenmeister der Stadt gestern mitteilte. Die Lotsen haben ihre Arbeit schon aufgenommen.
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("a.md", BEFORE), ("b.md", AFTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return "a.md", "b.md"


def test_a_redline_has_what_is_gone_first_and_marks_what_changed(onrecord: Run, pair: tuple[str, str]) -> None:
    done = onrecord("compare", *pair)
    assert (done.returncode, done.stderr) == (0, "")
    lines = " ".join(done.stdout.split())
    assert lines.index("Dropped") < lines.index("pilots of Cape Oriel") < lines.index("Softened or hardened")
    assert "[-strongly condemn-]{+express concern over+}" in lines
    assert "softened: strongly condemn → express concern" in lines and "softened: will → intend" in lines
    assert "Both sides reaffirm" not in lines
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "Both sides reaffirm" in onrecord("compare", *pair, "--all").stdout


def test_in_colour_no_signs_are_needed(onrecord: Run, pair: tuple[str, str]) -> None:
    done = onrecord("compare", *pair, FORCE_COLOR="1")
    assert "[-" not in done.stdout and "\x1b[" in done.stdout


def test_json_lines_are_the_codebooks(onrecord: Run, pair: tuple[str, str]) -> None:
    rows = [json.loads(line) for line in onrecord("compare", *pair, "--format", "jsonl").stdout.splitlines()]
    assert {tuple(row) for row in rows} == {("kind", "a", "b", "edits")}
    assert [row["kind"] for row in rows] == sorted(
        (row["kind"] for row in rows), key=("dropped", "reworded", "moved", "added", "kept").index
    )


def test_a_document_of_the_ledger_is_compared_as_its_file_is(
    onrecord: Run, pair: tuple[str, str], tmp_path: Path
) -> None:
    files = onrecord("compare", *pair, "--format", "jsonl").stdout
    added = [json.loads(line) for line in onrecord("add", *pair, "--format", "jsonl").stdout.splitlines()]
    assert onrecord("compare", *(row["document"] for row in added), "--format", "jsonl").stdout == files
    for name in pair:
        (tmp_path / name).unlink()
    assert onrecord("compare", *pair, "--format", "jsonl").stdout == files
    assert onrecord("compare", "a.md", added[0]["document"]).stdout.count("2 kept") == 0


def test_a_document_with_itself_is_all_kept(onrecord: Run, pair: tuple[str, str]) -> None:
    done = onrecord("compare", pair[0], pair[0])
    assert "0 dropped · 0 reworded · 0 moved · 0 added" in done.stdout and done.returncode == 0


def test_folders_are_paired_by_name_and_what_is_over_is_told(onrecord: Run, tmp_path: Path) -> None:
    for folder, text in (("old", BEFORE), ("new", AFTER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.md").write_text(text, encoding="utf-8")
    (tmp_path / "old" / "another.md").write_text(AFTER, encoding="utf-8")
    done = onrecord("compare", "old", "new", "--format", "jsonl")
    assert done.stderr == "onrecord: old: warning: left out 1 document that the other folder has no partner for\n"
    assert {tuple(json.loads(line)) for line in done.stdout.splitlines()} == {("documents", "kind", "a", "b", "edits")}
    (tmp_path / "old" / "one.md").rename(tmp_path / "old" / "zero.md")
    assert "another.md" in onrecord("compare", "old", "new").stdout


def test_an_empty_document_a_missing_one_and_a_folder_against_a_file(
    onrecord: Run, pair: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = onrecord("compare", pair[0], "empty.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "empty.txt: is empty" in done.stderr
    done = onrecord("compare", pair[0], "nowhere.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    done = onrecord("compare", "empty.txt", "nowhere.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "empty.txt" not in done.stderr  # nothing is read where the other is not there
    (tmp_path / "folder").mkdir()
    assert onrecord("compare", "folder", pair[0]).returncode == 2


def test_another_language_is_told_and_nothing_aligned(onrecord: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "german.txt").write_text(GERMAN, encoding="utf-8")
    done = onrecord("compare", pair[0], "german.txt")
    assert "are in two languages (en, de); nothing is aligned" in done.stderr
    assert "0 reworded · 0 moved" in done.stdout and "0 kept" in done.stdout


def test_a_topic_in_order_of_date_its_absence_and_the_undated_last(
    onrecord: Run, pair: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "undated.txt").write_text("Nobody mined the strait, and the pilots slept.\n", encoding="utf-8")
    done = onrecord("language", "pilot", "undated.txt", *reversed(pair), "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["url"] for row in rows] == ["a.md", "b.md", "undated.txt"]
    assert [len(row["passages"]) for row in rows] == [1, 0, 1]
    assert "undated.txt: warning: has no date, so it stands last" in done.stderr
    text = onrecord("language", "pilot", *pair).stdout
    assert "absent" in text and "2 documents, absent from 1." in text


def test_a_topic_of_no_word_is_wrong_usage(onrecord: Run, pair: tuple[str, str]) -> None:
    done = onrecord("language", "…", *pair)
    assert (done.returncode, done.stdout) == (2, "")
