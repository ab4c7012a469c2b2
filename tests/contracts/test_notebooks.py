"""The notebooks in docs/ run from the first cell to the last, and print what stands in them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[2] / "docs" / "notebooks"
FILES = sorted(NOTEBOOKS.glob("*.ipynb"))


def cells(path: Path, kind: str) -> list[dict[str, list[str]]]:
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def test_they_run_and_print_what_stands_there() -> None:
    for library in ("nbclient", "ipykernel", "pandas"):
        pytest.importorskip(library)
    check = [sys.executable, str(NOTEBOOKS / "refresh.py"), "--check"]
    done = subprocess.run(check, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"run python docs/notebooks/refresh.py\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_is_kept_as_it_ran(path: Path) -> None:
    code = cells(path, "code")
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert "/tmp" not in path.read_text(encoding="utf-8")


def test_a_question_is_answered_in_ten_lines() -> None:
    answers = [cell for path in FILES for cell in cells(path, "code") if cell["outputs"]]
    assert answers and all(len(cell["source"]) <= 10 for cell in answers)
