"""docs/tutorial.md and docs/howto.md are run from top to bottom: each command works, and prints what is shown."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.in_process import run_in_process

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "reading" / "examples"
_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder like the project's, with the files that the pages name."""
    made = tmp_path_factory.mktemp("pages")
    shutil.copytree(ROOT / "src" / "onrecord" / "samples", made / "src" / "onrecord" / "samples")
    shutil.copy(EXAMPLES / "archive.warc.gz", made / "crawl.warc.gz")
    article = {
        "story": "The ferry did not sail on Monday, its owner said.",
        "head": "Ferry stays in port",
        "day": "2031-04-03",
        "at": "https://news.example/ferry",
    }
    (made / "articles.jsonl").write_text(json.dumps(article) + "\n" + json.dumps(article | {"at": "b"}) + "\n")
    return made


def steps(page: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the commands of each block, and the lines that the next block shows of what the last of them prints."""
    blocks = list(_BLOCK.finditer((ROOT / "docs" / page).read_text(encoding="utf8")))
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if not block["kind"]:
            shown = after["text"].splitlines() if after is not None and after["kind"] == "text" else []
            yield block["text"].splitlines(), shown


@pytest.mark.parametrize("page", ["tutorial.md", "howto.md"])
def test_every_command_works_and_prints_what_is_shown(page: str, folder: Path) -> None:
    environment = {"ONRECORD_LEDGER": str(folder / "none.db"), "PATH": "", "HOME": str(folder), "COLUMNS": "80"}
    found = list(steps(page))
    assert len(found) >= 5
    for commands, shown in found:
        printed: list[str] = []
        for command in commands:
            name, *arguments = shlex.split(command)
            assert name == "onrecord"
            done = run_in_process(arguments, cwd=folder, environment=environment, input=None)
            assert done.returncode == 0, (command, done.stderr.decode())
            printed = done.stdout.decode().splitlines()
        assert [line for line in shown if line not in printed] == []


def test_the_python_of_the_tutorial_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    blocks = _BLOCK.finditer((ROOT / "docs" / "tutorial.md").read_text(encoding="utf8"))
    (code,) = [block["text"] for block in blocks if block["kind"] == "python"]
    told: dict[str, object] = {}
    exec(code, told)
    assert len(told["said"]) > 5  # type: ignore[arg-type]
