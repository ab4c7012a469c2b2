"""Commands that are tested within this process do what they do in one of their own."""

import logging
import os
import shutil
import sys
import warnings
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from .conftest import run_process
from .in_process import run_in_process


@pytest.mark.parametrize(
    "commands",
    [
        [()],
        [("--help",)],
        [("search", "--help")],
        [("--version",)],
        [("frobnicate",)],
        [("read", "report.txt", "--only", "quotations")],
        [("read", "report.txt", "--published", "soon")],
        [("demo", "--format", "jsonl")],
        [("read", "gone.txt", "report.txt", "caf\udce9.txt", "folder")],
        [("read", "-", "--format", "jsonl")],
        [("verify", "--ledger", "nowhere.db")],
        [("add", "report.txt", "gone.txt"), ("search", "winter"), ("search", "--by-meaning", "the cold months")],
    ],
    ids=lambda commands: " ".join(commands[-1]),
)
def test_both_ways_give_the_same(
    commands: list[tuple[str, ...]], environment: dict[str, str], report: Path, tmp_path: Path
) -> None:
    def done(way: str, arguments: tuple[str, ...]) -> tuple[int, bytes, bytes]:
        run = run_process if way == "apart" else run_in_process
        folder = tmp_path / way
        own = {**environment, "ONRECORD_LEDGER": str(folder / "ledger.db")}
        given = report.read_bytes()
        ended: CompletedProcess[bytes] = run(arguments, cwd=folder, environment=own, input=given)
        return ended.returncode, ended.stdout, ended.stderr

    for way in ("apart", "here"):
        (tmp_path / way / "folder").mkdir(parents=True)
        shutil.copy(report, tmp_path / way)
        (tmp_path / way / "folder" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for command in commands:
        assert done("here", command) == done("apart", command)


def in_process(
    main: object, environment: dict[str, str], cwd: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, bytes]:
    monkeypatch.setattr("onrecord.cli.main", main)
    done = run_in_process([], cwd=cwd, environment=environment, input=None)
    return done.returncode, done.stderr


def test_what_would_spoil_standard_error_is_seen(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warn() -> None:
        warnings.warn("the tide turns", stacklevel=1)

    def log() -> None:
        logging.getLogger("harbour").warning("the tide turns")

    def fail() -> None:
        raise RuntimeError("the tide turns")

    for main, code in ((warn, 0), (warn, 0), (log, 0), (fail, 1), (lambda: sys.exit("the tide turns"), 1)):
        ended, errors = in_process(main, environment, tmp_path, monkeypatch)
        assert ended == code
        assert b"the tide turns" in errors


def test_nothing_is_left_behind(environment: dict[str, str], tmp_path: Path) -> None:
    before = (dict(os.environ), Path.cwd(), list(sys.argv), sys.stdin, sys.stdout, sys.stderr, list(warnings.filters))
    run_in_process(["--version"], cwd=tmp_path, environment=environment, input=b"")
    after = (dict(os.environ), Path.cwd(), list(sys.argv), sys.stdin, sys.stdout, sys.stderr, list(warnings.filters))
    assert after == before
