"""The examples of docs/exports.md run on a file of their form."""

import re
from pathlib import Path

import pytest

from onrecord.exporting.forms import LinesForm, form_called
from tests.exporting.ferry_report import ferry

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
FILES = {
    "json-ld": "ledger.jsonld",
    "annotation": "ledger.annotations.jsonl",
    "gkg": "ledger.gkg.csv",
    "plover": "ledger.plover.jsonl",
    "plover-tsv": "ledger.tsv",
}


@pytest.mark.parametrize("name", FILES)
def test_an_example_opens_its_form(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(rf"^## {name}\n(?:(?!^## ).)*?```python\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
    form = form_called(name)
    assert example is not None
    assert isinstance(form, LinesForm)
    assert FILES[name] in example[1]
    (tmp_path / FILES[name]).write_text("\n".join(form.lines([ferry()])) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(example[1], names)
    found = names.get("graph", names.get("events", names.get("rows", names.get("annotation"))))
    assert found is not None
    assert len(found) > 0  # type: ignore[arg-type]
