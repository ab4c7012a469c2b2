import os
from pathlib import Path

import pytest

from onrecord.errors import NotFound
from onrecord.reading import Discovery, Failed, Found, Skipped, discover

STORY = "Ferry row deepens\n\nThe ferry did not sail.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(folder: Path, *names: str, text: str = STORY) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def sources(*arguments: str) -> list[str]:
    return [one.source for one in discover(arguments) if isinstance(one, Found)]


def skipped(*arguments: str) -> dict[str, str]:
    return {one.path: one.reason for one in discover(arguments) if isinstance(one, Skipped)}


def failures(*arguments: str) -> list[str]:
    return [str(one.error) for one in discover(arguments) if isinstance(one, Failed)]


def test_files_addresses_and_standard_input_come_in_their_order(folder: Path) -> None:
    make(folder, "b.txt", "a.pdf")
    arguments = ["b.txt", "https://news.example/1", "-", "a.pdf"]
    assert list(discover(arguments)) == [Found(one) for one in arguments]


def test_a_folder_is_walked_in_the_order_of_names(folder: Path) -> None:
    make(folder, "d/b.txt", "d/a/z.html", "d/c/y.md", "d/c/x.htm", "d/A.TXT", "d/e.markdown", "d/f.xhtml", "d/g.text")
    expected = "d/A.TXT d/b.txt d/e.markdown d/f.xhtml d/g.text d/a/z.html d/c/x.htm d/c/y.md"
    assert sources("d") == [os.path.join(*one.split("/")) for one in expected.split()]
    assert skipped("d") == {}


def test_what_is_no_document_is_skipped_and_said(folder: Path) -> None:
    make(folder, "d/a.html", "d/a.html.json", "d/a.html.gold.txt", "d/b.txt", "d/b.gold.txt", "d/c.json", "d/d.jpg")
    make(folder, "d/.hidden.txt", "d/.git/e.txt")
    (folder / "d" / "f.txt").write_bytes(b"{\\rtf1 ")
    assert sources("d") == ["d/a.html", "d/b.txt"]
    assert skipped("d") == {
        "d/a.html.json": "belongs to a.html",
        "d/a.html.gold.txt": "belongs to a.html",
        "d/b.gold.txt": "belongs to b.txt",
        "d/c.json": "is in a format that is not read (.json)",
        "d/d.jpg": "is in a format that is not read (.jpg)",
        "d/.hidden.txt": "is hidden",
        "d/.git": "is hidden",
        "d/f.txt": "is a Rich Text file",
    }


def test_a_gold_text_beside_no_document_is_one(folder: Path) -> None:
    make(folder, "d/a.gold.txt")
    assert sources("d") == ["d/a.gold.txt"]


def test_a_companion_that_is_named_is_taken(folder: Path) -> None:
    make(folder, "a.html", "a.html.gold.txt", ".hidden.txt")
    assert sources("a.html.gold.txt", ".hidden.txt") == ["a.html.gold.txt", ".hidden.txt"]


def test_a_file_without_a_suffix_is_taken_if_it_is_text(folder: Path) -> None:
    make(folder, "d/report", "d/long")
    make(folder, "d/long", text="“Word” " * 5000)
    (folder / "d" / "image").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "d" / "program").write_bytes(b"\0\1\2")
    (folder / "d" / "empty").write_bytes(b"")
    (folder / "d" / "data").write_text('{"a": "' + "x" * 9000 + '"}')
    assert sources("d") == ["d/long", "d/report"]
    assert skipped("d") == {
        "d/data": "is JSON, not a report",
        "d/empty": "is not text",
        "d/image": "is an image",
        "d/program": "is not text",
    }


def test_a_broken_document_in_a_folder_is_not_skipped_in_silence(folder: Path) -> None:
    make(folder, "d/empty.txt", text="")
    (folder / "d" / "null.txt").write_bytes(b"a\0b")
    assert sources("d") == ["d/empty.txt", "d/null.txt"]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    make(folder, "d/a.txt")
    (folder / "d" / "loop").symlink_to(folder / "d", target_is_directory=True)
    assert sources("d") == ["d/a.txt"] and skipped("d") == {"d/loop": "is a link to a folder"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    make(folder, "d/a.txt")
    os.mkfifo(folder / "d" / "pipe.txt")
    assert sources("d") == ["d/a.txt"] and skipped("d") == {"d/pipe.txt": "is no file"}


def test_a_glob_that_the_shell_left_alone_is_opened(folder: Path) -> None:
    make(folder, "d/a.txt", "d/b.txt", "d/b.txt.json", "d/c.md", "e/f/g.txt")
    assert sources("d/*.txt") == ["d/a.txt", "d/b.txt"]
    assert sources("**/*.txt") == ["d/a.txt", "d/b.txt", "e/f/g.txt"]
    assert sources("?") == ["d/a.txt", "d/b.txt", "d/c.md", "e/f/g.txt"]
    assert skipped("d/*") == {"d/b.txt.json": "belongs to b.txt"}


@pytest.mark.parametrize("pattern", ["r/**", "r*/**", "./**", "**"])
def test_a_glob_that_matches_nested_folders_gives_each_document_once(folder: Path, pattern: str) -> None:
    make(folder, "r/a.txt", "r/s/b.txt", "r/s-1.txt", "r/s/t/c.txt")
    (folder / "r" / "loop").symlink_to(folder / "r", target_is_directory=True)
    found = list(discover([pattern]))
    names = [os.path.normpath(one.source) for one in found if isinstance(one, Found)]
    assert names == ["r/a.txt", "r/s-1.txt", "r/s/b.txt", "r/s/t/c.txt"]
    assert [one.reason for one in found if isinstance(one, Skipped)] == ["is a link to a folder"]


def test_a_name_with_glob_characters_that_is_there_is_a_file(folder: Path) -> None:
    make(folder, "a[1].txt", "a1.txt")
    assert sources("a[1].txt") == ["a[1].txt"]


def test_what_is_not_there_fails(folder: Path) -> None:
    (folder / "empty").mkdir()
    make(folder, "none/a.jpg")
    assert failures("no.txt") == ["no.txt: does not exist; check the spelling and the folder you are in"]
    assert failures("*.txt") == ["*.txt: matches no document; check the spelling and the folder you are in"]
    holds_none = "holds no document; give a folder with .txt, .md or .html files in it"
    assert failures("empty", "none") == [f"empty: {holds_none}", f"none: {holds_none}"]
    assert all(
        isinstance(one.error, NotFound) for one in discover(["no.txt", "*.x", "empty"]) if isinstance(one, Failed)
    )


def test_the_others_are_found_where_one_fails(folder: Path) -> None:
    make(folder, "a.txt")
    assert sources("no.txt", "a.txt") == ["a.txt"]


def test_a_document_that_is_meant_twice_comes_once(folder: Path) -> None:
    make(folder, "d/a.txt")
    found: list[Discovery] = list(discover(["d", "d/a.txt", "./d/../d/a.txt", "d/*.txt", "-", "-"]))
    assert found == [
        Found("d/a.txt"),
        Skipped("d/a.txt", "is given twice"),
        Skipped("./d/../d/a.txt", "is given twice"),
        Skipped("d/a.txt", "is given twice"),
        Found("-"),
        Skipped("-", "is given twice"),
    ]


def test_a_link_to_a_document_is_the_document(folder: Path) -> None:
    make(folder, "a.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(folder / "nothing")
    assert sources("a.txt", "b.txt", "c.txt") == ["a.txt", "c.txt"]


def test_a_folder_that_cannot_be_opened_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(folder, "d/a.txt", "d/e/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("e"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert failures("d") == [f"{os.path.join('d', 'e')}: cannot be opened (Permission denied); check who may read it"]
    assert sources("d") == ["d/a.txt"]
