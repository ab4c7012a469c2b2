"""What README.md shows below its commands is what they print."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="the README's commands are for a Unix shell")
def test_the_output_in_the_readme_is_the_programs() -> None:
    check = [sys.executable, str(ROOT / "docs" / "refresh.py"), "--check"]
    done = subprocess.run(check, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"run python docs/refresh.py\n{done.stdout}{done.stderr}"
