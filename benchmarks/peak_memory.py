"""Peak memory of a command: the most of its pages that were in memory at once.

A child's peak starts at its parent's on Linux (`exec` keeps the old program's peak), so the command is run from a
small process: call this before anything large is loaded.
"""

import subprocess
import sys
from pathlib import Path

# Runs the command line as `python -m onrecord` would, then says what it took; a process knows its own peak best.
_PROGRAM = """
import resource, runpy, sys
sys.argv = ["onrecord", *sys.argv[1:]]
status = 0
try:
    runpy.run_module("onrecord", run_name="__main__", alter_sys=True)
except SystemExit as end:
    status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak // 1024 if sys.platform == "darwin" else peak, file=sys.stderr)
sys.exit(status)
"""


def peak_of_add(folder: Path, ledger: Path) -> float:
    """Run `onrecord add FOLDER --ledger LEDGER` in a process of its own and return its peak in MiB.

    Raises RuntimeError, with what it printed last, where the command fails. Unix only (getrusage).
    """
    command = [sys.executable, "-c", _PROGRAM, "add", str(folder), "--ledger", str(ledger)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf8")
    lines = done.stderr.strip().splitlines()
    if done.returncode != 0 or not lines or not lines[-1].isdigit():
        raise RuntimeError(f"onrecord add failed with exit code {done.returncode}: {' | '.join(lines[-3:])}")
    return int(lines[-1]) / 1024
