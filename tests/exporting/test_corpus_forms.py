"""The forms for linguists and investigators: each stands in the registry, and each goes on a record at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.exporting.forms import FolderForm, LinesForm, form_called
from onrecord.records import Record
from tests.ledger.conftest import build


@pytest.mark.parametrize("name", ["brat", "timeml", "spacy"])
def test_a_form_of_files_writes_them(name: str, tmp_path: Path) -> None:
    form = form_called(name)
    assert isinstance(form, FolderForm)
    form.write([build()], tmp_path)
    assert any(path.stat().st_size > 100 for path in tmp_path.iterdir())


@pytest.mark.parametrize("name", ["conllu", "followthemoney"])
def test_a_form_of_lines_yields_them_before_it_asks_for_the_next_record(name: str) -> None:
    asked: list[int] = []

    def records() -> Iterator[Record]:
        for number in range(3):
            asked.append(number)
            yield build(f"We wait {number}")

    form = form_called(name)
    assert isinstance(form, LinesForm)
    lines = form.lines(records())
    assert next(lines) and asked == [0]
    assert sum(1 for _ in lines) > 3 and asked == [0, 1, 2]


@pytest.mark.parametrize("name", ["brat", "timeml"])
def test_a_form_of_files_a_document_has_written_one_before_it_asks_for_the_next(name: str, tmp_path: Path) -> None:
    held: list[int] = []

    def records() -> Iterator[Record]:
        for number in range(3):
            held.append(len([path for path in tmp_path.iterdir() if path.suffix in (".txt", ".tml")]))
            yield build(f"We wait {number}")

    form = form_called(name)
    assert isinstance(form, FolderForm)
    form.write(records(), tmp_path)
    assert held == [0, 1, 2]
