"""An export stands whole in its place, or nothing does."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import ExportFailed, UsageError
from onrecord.exporting.forms import FileForm, FolderForm, LinesForm
from onrecord.exporting.writing import write_export
from onrecord.records import Record

from .handmade import EMPTY, FULL


def titles(records: Iterable[Record]) -> Iterator[str]:
    return (record.document.title or "—" for record in records)


def write_titles(records: Iterable[Record], path: Path) -> None:
    path.write_text(" ".join(titles(records)), encoding="utf-8")


def write_files(records: Iterable[Record], folder: Path) -> None:
    for number, record in enumerate(records):
        write_titles([record], folder / f"{number}.txt")


LINES = LinesForm("titles", "titles", titles)
FILE = FileForm("file", "titles in a file", write_titles)
FOLDER = FolderForm("folder", "a file a title", write_files)


def broken() -> Iterator[Record]:
    yield FULL
    raise KeyboardInterrupt


def test_each_kind_of_form_is_written(tmp_path: Path) -> None:
    for form in (LINES, FILE, FOLDER):
        write_export(form, [FULL, EMPTY], tmp_path / form.name)
    assert (tmp_path / "titles").read_bytes() == f"{FULL.document.title}\n—\n".encode()
    assert (tmp_path / "file").read_text(encoding="utf-8") == f"{FULL.document.title} —"
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == ["0.txt", "1.txt"]
    assert sorted(os.listdir(tmp_path)) == ["file", "folder", "titles"]


@pytest.mark.parametrize("form", [LINES, FILE, FOLDER])
def test_what_ends_early_leaves_nothing(tmp_path: Path, form: LinesForm | FileForm | FolderForm) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_export(form, broken(), tmp_path / "target")
    assert os.listdir(tmp_path) == []


def test_what_is_there_stays_until_the_new_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("mine")
    with pytest.raises(UsageError, match=r"is there already; .*--overwrite"):
        write_export(LINES, [FULL], target)
    with pytest.raises(KeyboardInterrupt):
        write_export(LINES, broken(), target, overwrite=True)
    assert target.read_text() == "mine"
    write_export(LINES, [EMPTY], target, overwrite=True)
    assert target.read_text(encoding="utf-8") == "—\n"


def test_a_folder_is_filled_only_where_it_is_empty(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    write_export(FOLDER, [FULL], target)
    for overwrite in (False, True):
        with pytest.raises(UsageError, match="never replaced"):
            write_export(FOLDER, [EMPTY], target, overwrite=overwrite)
    assert (target / "0.txt").read_text(encoding="utf-8") == FULL.document.title


def test_a_file_and_a_folder_do_not_take_each_others_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="folder of files"):
        write_export(FOLDER, [FULL], tmp_path / "file", overwrite=True)
    for form in (LINES, FILE):
        with pytest.raises(UsageError, match="is one file"):
            write_export(form, [FULL], tmp_path, overwrite=True)


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"cannot be written \(No such file or directory\)"):
        write_export(LINES, [FULL], tmp_path / "nowhere" / "target")


def test_a_name_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="File name too long"):
        write_export(LINES, [FULL], tmp_path / ("long" * 100))


def test_the_folder_one_is_in_can_be_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    write_export(FOLDER, [FULL], Path())
    assert os.listdir(tmp_path / "here") == ["0.txt"]


def test_a_writer_that_the_system_stops_leaves_nothing(tmp_path: Path) -> None:
    def full(records: Iterable[Record], path: Path) -> None:
        write_titles(records, path)
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportFailed, match="No space left"):
        write_export(FileForm("full", "", full), [FULL], tmp_path / "target")
    assert os.listdir(tmp_path) == []


def test_somebody_who_was_there_first_keeps_the_place(tmp_path: Path) -> None:
    target = tmp_path / "target"

    def meanwhile() -> Iterator[Record]:
        yield FULL
        target.write_text("theirs")

    with pytest.raises(UsageError, match="is there already"):
        write_export(LINES, meanwhile(), target)
    assert target.read_text() == "theirs"
