"""On a terminal: as wide as it is, coloured unless NO_COLOR says otherwise, progress on long work."""

import os
import pty
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PROGRAM

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import fcntl
import termios

COLOUR = re.compile(r"\x1b\[(?:\d+;)*3[0-7]m")
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_terminal(arguments: list[str], environment: dict[str, str], cwd: Path, *, columns: int, pipe_out: bool) -> str:
    """Run the program on a terminal of that width; return what the terminal got."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    program = subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=cwd,
        env={**environment, "TERM": "xterm-256color"},
        stdin=slave,
        stdout=subprocess.DEVNULL if pipe_out else slave,
        stderr=slave,
    )
    os.close(slave)
    seen = bytearray()
    try:
        while piece := os.read(master, 4096):
            seen += piece
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(master)
    assert program.wait(timeout=60) == 0
    return seen.decode("utf-8")


@pytest.mark.parametrize("columns", [50, 120])
def test_the_minutes_are_as_wide_as_the_terminal(environment: dict[str, str], tmp_path: Path, columns: int) -> None:
    seen = on_terminal(["demo"], environment, tmp_path, columns=columns, pipe_out=False)
    widths = [len(line) for line in ESCAPE.sub("", seen).splitlines()]
    assert columns - 20 < max(widths) <= columns


def test_colour_and_its_absence(environment: dict[str, str], tmp_path: Path) -> None:
    seen = on_terminal(["demo"], environment, tmp_path, columns=80, pipe_out=False)
    assert COLOUR.search(seen)
    seen = on_terminal(["demo"], {**environment, "NO_COLOR": "1"}, tmp_path, columns=80, pipe_out=False)
    assert not COLOUR.search(seen)


def test_progress_is_shown_for_many_documents_and_goes_away(
    environment: dict[str, str], report: Path, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(report, tmp_path / name)
    seen = on_terminal(["read", "a.txt", "b.txt"], environment, tmp_path, columns=80, pipe_out=True)
    assert "2/2 documents" in ESCAPE.sub("", seen)
    alone = on_terminal(["read", "a.txt"], environment, tmp_path, columns=80, pipe_out=True)
    assert "documents" not in alone


def test_add_tells_its_lines_above_the_progress(environment: dict[str, str], report: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(report, tmp_path / name)
    seen = on_terminal(["add", "a.txt", "b.txt"], environment, tmp_path, columns=80, pipe_out=False)
    lines = [line.strip() for line in ESCAPE.sub("", seen).replace("\r", "\n").splitlines()]
    assert any(line.startswith("a.txt: new; ") for line in lines)
    assert any(line.startswith("b.txt: new copy; ") for line in lines)
