"""What the benchmarks prepare; what they measure depends on the machine and is no test."""

from pathlib import Path

import pytest

from benchmarks.read_speed import texts_of, write_documents


def test_no_two_documents_are_alike(tmp_path: Path) -> None:
    write_documents(["Rain fell.", "Snow fell."], tmp_path, 5)
    texts = [path.read_text(encoding="utf8") for path in sorted(tmp_path.iterdir())]
    assert len(texts) == len(set(texts)) == 5
    assert texts[2].startswith("Rain fell.\n\n")


def test_texts_come_by_name(tmp_path: Path) -> None:
    for name in "cab":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf8")
    assert texts_of(tmp_path, 2) == ["a", "b"]


def test_folder_without_texts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="plain texts"):
        texts_of(tmp_path, 2)
