"""demo and read with the real model: what is printed, where, in which order."""

import json
import shutil
from pathlib import Path

from onrecord import samples
from onrecord.records import Record

from .conftest import REPORT, Run


def test_demo_prints_the_minutes_of_the_sample(onrecord: Run) -> None:
    done = onrecord("demo")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.split("\n")
    assert lines[0] == samples.sample_report().decode().split("\n")[0]
    assert lines[1].startswith("by Tamsin Oake · ")
    assert "Ilse Corrant" in done.stdout
    assert '"Until that price comes down, an open strait is as good as a closed one,"' in " ".join(done.stdout.split())
    assert "statements" in lines[-3]
    assert lines[-2].endswith(" events.")


def test_what_is_piped_is_plain_and_of_one_width(onrecord: Run) -> None:
    done = onrecord("demo", COLUMNS="40")
    assert "\x1b" not in done.stdout
    lines = done.stdout.split("\n")
    assert 60 < max(map(len, lines)) <= 80
    assert lines == [line.rstrip() for line in lines]
    assert done.stdout == onrecord("demo", COLUMNS="200", TERM="xterm-256color").stdout


def test_demo_in_jsonl_is_a_record_that_holds(onrecord: Run) -> None:
    done = onrecord("demo", "--format", "jsonl")
    (line,) = done.stdout.splitlines()
    record = Record.from_json(json.loads(line))
    record.check()
    assert record.document.text == samples.sample_report().decode()
    assert (record.document.url, record.document.authors) == (samples.NAME, ("Tamsin Oake",))
    assert record.document.published == "2026-03-12"
    assert len(record.statements) > 10


def test_reading_again_prints_the_same(onrecord: Run, report: Path) -> None:
    first = onrecord("read", "report.txt", "--format", "jsonl")
    assert first.stdout == onrecord("read", "report.txt", "--format", "jsonl").stdout


def test_the_text_form_of_a_report(onrecord: Run, report: Path) -> None:
    done = onrecord("read", "report.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Lanterns to be lit again at Cape Oriel\n")
    assert "Una Quill" in done.stdout
    assert '"The boats need them," … "We will not wait for the winter."' in done.stdout


def test_parts_of_a_record_are_printed_in_their_order_however_they_are_asked_for(onrecord: Run) -> None:
    done = onrecord("demo", "--only", "entities", "--only", "times", "--only", "times")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.split("\n")
    headings = [line for line, before in zip(lines[1:], lines, strict=False) if not before and line]
    assert headings[:2] == ["Times", "Entities"]
    assert [line.split()[1] for line in headings[2:]] == ["times,"]
    alone = onrecord("demo", "--only", "statements").stdout
    assert onrecord("demo").stdout.startswith(alone[: alone.rindex("\n\n")])


def test_order_is_kept_and_blank_lines_stand_between(onrecord: Run, report: Path, tmp_path: Path) -> None:
    for name in ("z.txt", "a.txt", "m.txt"):
        shutil.copy(report, tmp_path / name)
    names = ["z.txt", "a.txt", "m.txt"]
    done = onrecord("read", *names, "--format", "jsonl")
    assert [json.loads(line)["document"]["url"] for line in done.stdout.splitlines()] == names
    done = onrecord("read", *names)
    assert [line for line in done.stdout.split("\n") if line.endswith(".txt")] == names
    assert done.stdout.count("\n\nLanterns to be lit again") == 2


def test_a_folder_says_what_it_skipped(onrecord: Run, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("one.txt", "two.txt", "three.txt", "four.txt"):
        shutil.copy(report, folder / name)
        (folder / f"{name}.json").write_text("{}", encoding="utf-8")
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n")
    done = onrecord("read", "folder", "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 4
    told = done.stderr.splitlines()
    assert len(told) == 3
    assert told[0].startswith("onrecord: folder/a.png: skipped: ")
    assert told[1].startswith("onrecord: folder/b.png: skipped: ")
    assert told[2].startswith("onrecord: skipped 4 .json files; the first, folder/four.txt.json, ")


def test_standard_input(onrecord: Run) -> None:
    done = onrecord("read", "-", "--format", "jsonl", "--address", "https://example.org/story", input=REPORT)
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)["document"]
    assert (document["url"], document["text"]) == ("https://example.org/story", REPORT)
    empty = onrecord("read", "-", input="")
    assert (empty.returncode, empty.stdout) == (1, "")
    assert empty.stderr.startswith("onrecord: standard input: is empty")


def test_published_overrides_what_the_report_says(onrecord: Run, report: Path) -> None:
    done = onrecord("read", "report.txt", "--published", "2026-05-05", "--format", "jsonl")
    assert json.loads(done.stdout)["document"]["published"] == "2026-05-05"
    done = onrecord("read", "--format", "jsonl", "report.txt")
    assert json.loads(done.stdout)["document"]["published"] == "2026-05-04"


def test_jsonl_is_utf_8_whatever_the_locale_says(onrecord: Run, tmp_path: Path) -> None:
    text = "“Die Brücke…” said the clerk — and left.\u2028He was not seen again.\n"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    done = onrecord("read", "report.txt", "--format", "jsonl", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert "“Die Brücke…”" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert json.loads(done.stdout)["document"]["text"] == text


def test_text_that_the_terminal_cannot_encode_is_replaced(onrecord: Run, report: Path) -> None:
    done = onrecord("read", "report.txt", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "?2" in done.stdout
