"""Run the commands in README.md and put what they print below them, or check that it is what stands there.

    python docs/refresh.py            rewrites README.md
    python docs/refresh.py --check    exits with 1, and shows the difference, where it is out of date

A `console` block holds commands, each on a line that begins with `$ `; what follows it is its output. They run one
after the other in a folder that holds the sample report as `report.txt`, with a ledger of its own.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord import samples

# The model rounds a little differently on each kind of processor, so that a line or two may differ.
ALIKE = 0.9
README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def refreshed(page: str) -> str:
    """Return the page with the output of every command in its console blocks as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / samples.NAME).write_bytes(samples.sample_report())
        return BLOCK.sub(lambda block: _rerun(block[0], Path(folder)), page)


def _rerun(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_output(command[2:], folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**kept, "PATH": path, "ONRECORD_LEDGER": "ledger.db", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def main() -> int:
    """Refresh or check the README; return the exit code."""
    page = README.read_text(encoding="utf-8")
    now = refreshed(page)
    if "--check" not in sys.argv:
        README.write_text(now, encoding="utf-8")
        return 0
    before, after = page.splitlines(True), now.splitlines(True)
    sys.stdout.writelines(difflib.unified_diff(before, after, "README.md", "now"))
    return int(difflib.SequenceMatcher(None, _outputs(page), _outputs(now), autojunk=False).ratio() < ALIKE)


def _outputs(page: str) -> list[str]:
    return [line for block in BLOCK.findall(page) for line in block.splitlines()]


if __name__ == "__main__":
    sys.exit(main())
