"""The program itself, run as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from .in_process import run_in_process

Run = Callable[..., "subprocess.CompletedProcess[str]"]

PROGRAM = (sys.executable, "-m", "onrecord")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with a ledger of its own and none of this machine's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    terminal = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE")
    bare = {name: value for name, value in kept.items() if name not in terminal}
    return {**bare, "ONRECORD_LEDGER": str(tmp_path / "ledger.db"), "ONRECORD_THREADS": "1"}


@pytest.fixture
def onrecord(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Run the program in an empty folder, within this process where that makes no difference; output is UTF-8."""

    def run(*arguments: str, input: str | bytes | None = None, **variables: str) -> "subprocess.CompletedProcess[str]":
        given = input.encode() if isinstance(input, str) else input
        # What the interpreter itself reads, it reads when it starts.
        run_it = run_process if any(name.startswith("PYTHON") for name in variables) else run_in_process
        return decoded(run_it(arguments, cwd=tmp_path, environment={**environment, **variables}, input=given))

    return run


def run_process(
    arguments: Sequence[str], *, cwd: Path, environment: Mapping[str, str], input: bytes | None
) -> "subprocess.CompletedProcess[bytes]":
    """Run the program in a process of its own."""
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=cwd, env=environment, input=input, capture_output=True, timeout=600
    )


def decoded(done: "subprocess.CompletedProcess[bytes]") -> "subprocess.CompletedProcess[str]":
    """Return the same with its output as text."""
    out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


REPORT = """\
Lanterns to be lit again at Cape Oriel

CAPE ORIEL, May 4, 2026 (Gull Wire) -- Harbour Minister Una Quill said on Monday that the lanterns would be lit again \
before the end of the week.

"The boats need them," Quill said. "We will not wait for the winter."
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short report with three statements by one speaker."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
