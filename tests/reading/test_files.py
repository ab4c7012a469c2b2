import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import NotFound, ReadingError, TooLarge, UnknownFormat
from onrecord.reading import read
from onrecord.settings import Settings

TEXT = "Ferry row deepens\n\nThe ferry did not sail.\n"


def give_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_a_file_is_read_by_its_path(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    found = read(str(path), settings=settings)
    assert (found.text, found.url) == (TEXT, str(path))


def test_an_address_that_is_given_overrides_the_path(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "report.md"
    path.write_text("---\nurl: https://news.example/own\n---\nThe ferry did not sail.\n")
    found = read(str(path), settings=settings, address="https://news.example/1", published="2024-10-31")
    assert (found.url, found.canonical) == ("https://news.example/1", "https://news.example/own")
    assert found.published == "2024-10-31"


@pytest.mark.parametrize("name", ["none.txt", "none/report.txt", "report.txt/none", "a\0b"])
def test_a_missing_file_is_named(name: str, tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    with pytest.raises(NotFound, match="does not exist") as caught:
        read(f"{tmp_path}/{name}", settings=settings)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_document(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(UnknownFormat, match="is a folder"):
        read(str(tmp_path), settings=settings)


def test_what_the_system_refuses_is_said(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ReadingError, match=r"report\.txt: cannot be opened \(Permission denied\)"):
        read("report.txt", settings=settings)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        # A file with a hole: it takes no room, and reading it would take long.
        stream.truncate(1 << 40)
    with pytest.raises(TooLarge, match=r"large\.txt"):
        read(str(path), settings=Settings())


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no endless device")
def test_an_endless_device_is_read_no_further_than_the_limit() -> None:
    with pytest.raises(TooLarge):
        read("/dev/zero", settings=Settings(max_bytes=1000))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    give_standard_input(monkeypatch, TEXT.encode())
    found = read("-", settings=settings)
    assert (found.text, found.url) == (TEXT, None)
    give_standard_input(monkeypatch, TEXT.encode())
    assert read("-", settings=settings, address="https://news.example/1").url == "https://news.example/1"


@pytest.mark.parametrize(("data", "error"), [(b"", "is empty"), (b"%PDF-1.4", "PDF"), (b"x" * 99, "larger")])
def test_bad_standard_input_is_named(data: bytes, error: str, monkeypatch: pytest.MonkeyPatch) -> None:
    give_standard_input(monkeypatch, data)
    with pytest.raises(ReadingError, match=rf"^standard input: .*{error}"):
        read("-", settings=Settings(max_bytes=50))


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ReadingError, match="standard input: is not there"):
        read("-", settings=settings)


def test_a_generous_limit_costs_no_memory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide was high.", encoding="utf-8")
    assert read(str(tmp_path / "a.txt"), settings=Settings(max_bytes=10**15)).text == "The tide was high."
