"""Whatever is given: one line that names it, nothing on standard output, and the other documents are read."""

import json
import os
from pathlib import Path

import pytest

from .conftest import Run

PAGE_WITHOUT_STORY = (
    "<!doctype html><html><head><title>Menu</title></head><body><nav><a href='/a'>News</a> "
    "<a href='/b'>Sport</a></nav></body></html>"
)
GERMAN = (
    "Der Hafenmeister sagte am Montag, die Laternen würden noch vor dem Ende der Woche wieder leuchten. "
    "„Die Boote brauchen sie“, erklärte er. „Wir werden nicht auf den Winter warten.“ Die Fischer begrüßten das.\n"
)


def lines(stdout: str) -> list[dict[str, dict[str, str]]]:
    return [json.loads(line) for line in stdout.split("\n") if line]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("missing.txt", None, "does not exist"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\r\n\xef\xbb\xbf", "is empty"),
        ("binary.txt", bytes(range(256)) * 8, "is binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "is an image"),
        ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF file"),
        ("menu.html", PAGE_WITHOUT_STORY.encode(), "has no story on it"),
        ("data.json", b'{"a": 1}', "is JSON"),
    ],
)
def test_one_that_cannot_be_read(
    onrecord: Run, report: Path, tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = onrecord("read", name, "report.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert [line["document"]["url"] for line in lines(done.stdout)] == ["report.txt"]
    assert done.stderr.startswith(f"onrecord: {name}: ")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["folder", "nothing-*.txt"])
def test_a_folder_or_glob_without_documents(onrecord: Run, report: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    done = onrecord("read", name, "report.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert len(lines(done.stdout)) == 1
    assert done.stderr.startswith(f"onrecord: {name}: ")
    assert done.stderr.count("\n") == 1


def test_a_file_that_may_not_be_opened(onrecord: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    done = onrecord("read", "loop.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: loop.txt: ")
    assert done.stderr.count("\n") == 1


def test_more_bytes_than_the_settings_allow(onrecord: Run, report: Path) -> None:
    done = onrecord("read", "report.txt", ONRECORD_MAX_BYTES="100")
    assert (done.returncode, done.stdout) == (1, "")
    assert "report.txt: is larger than one document may be; split it, or raise ONRECORD_MAX_BYTES" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_in_another_encoding_is_read(onrecord: Run, tmp_path: Path, encoding: str) -> None:
    text = "“The quay is ours,” Una Quill said in the café. “It was never anybody else’s,” she added.\n" * 4
    (tmp_path / "report.txt").write_bytes(text.encode(encoding))
    done = onrecord("read", "report.txt", "--format", "jsonl")
    assert done.returncode == 0
    assert lines(done.stdout)[0]["document"]["text"] == text


def test_another_language_is_read_with_a_warning(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "bericht.txt").write_text(GERMAN * 3, encoding="utf-8")
    done = onrecord("read", "bericht.txt", "--format", "jsonl")
    assert done.returncode == 0
    assert lines(done.stdout)[0]["document"]["language"] == "de"
    assert done.stderr.startswith("onrecord: bericht.txt: warning: ")
    assert done.stderr.count("\n") == 1


def test_a_name_that_is_no_utf_8_or_holds_a_line_break(onrecord: Run, report: Path, tmp_path: Path) -> None:
    names = ["caf\udce9.txt", "two\nlines.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path)), name).write_text("The tide was high.", encoding="utf-8")
    done = onrecord("read", *names, "gone\n\udce9.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert len(lines(done.stdout)) == 2
    assert done.stderr.startswith("onrecord: gone\\n\\udce9.txt: does not exist")
    assert done.stderr.count("\n") == 1


def test_a_paragraph_of_a_million_characters(onrecord: Run, tmp_path: Path) -> None:
    """A twenty-fifth of it, which is cut twice, unless ONRECORD_TEST_LARGE is set: the model takes minutes for all."""
    size = 1_000_000 if os.environ.get("ONRECORD_TEST_LARGE") else 40_000
    sentence = "“The tide is high,” said the harbour's master, 'Ali. “The boats, the crews' too, will have to wait.” "
    (tmp_path / "long.txt").write_text((sentence * (size // len(sentence) + 1))[:size], encoding="utf-8")
    done = onrecord("read", "long.txt", "--format", "jsonl")
    assert done.returncode == 0
    assert len(lines(done.stdout)[0]["document"]["text"]) == size


def test_a_text_of_fifty_megabytes_is_refused_and_says_what_to_do(onrecord: Run, tmp_path: Path) -> None:
    with open(tmp_path / "large.txt", "wb") as f:
        f.truncate(50_000_000)
    done = onrecord("read", "large.txt", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: large.txt: is larger than one document may be; split it, or raise")


def test_wrong_usage_makes_no_ledger(onrecord: Run, tmp_path: Path) -> None:
    done = onrecord("add", "nope.txt", "--published", "soon", "--ledger", "new.db")
    assert done.returncode == 2
    assert not (tmp_path / "new.db").exists()


def test_missing_files_alone_make_no_ledger(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = onrecord("add", "nope.txt", "empty", "--ledger", "new.db")
    assert (done.returncode, done.stdout) == (1, "2 failed.\n")
    assert done.stderr.startswith("onrecord: nope.txt: does not exist; ")
    assert not (tmp_path / "new.db").exists()


def test_a_ledger_in_nobodys_home_is_one_line(onrecord: Run) -> None:
    done = onrecord("verify", "--ledger", "~nobody-of-that-name/x.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: ~nobody-of-that-name/x.db: begins with the home folder of nobody here")


def test_a_limit_that_nothing_can_count_to_is_wrong_usage(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide was high.\n", encoding="utf-8")
    assert onrecord("add", "a.txt", "--ledger", "l.db").returncode == 0
    done = onrecord("search", "tide", "--limit", "9" * 20, "--ledger", "l.db")
    assert done.returncode == 2 and "is no number of results" in done.stderr


def test_a_day_before_computers_may_be_given(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide was high.\n", encoding="utf-8")
    for day in ("1970-01-01", "1588-08-08"):
        done = onrecord("read", "a.txt", "--published", day, "--format", "jsonl")
        assert lines(done.stdout)[0]["document"]["published"] == day
