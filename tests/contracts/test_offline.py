"""Reading a report needs no network and no training framework: watched from inside the running program."""

import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import json, sys
seen = []
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "urllib.Request")
TRAINING = ("torch", "transformers", "onnx", "tensorflow", "jax")
def watch(event, arguments):
    if event in NETWORK:
        seen.append(event)
    if event == "import" and arguments[0].split(".")[0] in TRAINING:
        seen.append(arguments[0])
sys.addaudithook(watch)
sys.argv = ["onrecord", *sys.argv[1:]]
from onrecord.cli import main
try:
    main()
except SystemExit as end:
    sys.stderr.write(json.dumps([end.code, seen]))
"""


@pytest.mark.parametrize("command", [["demo"], ["demo", "--format", "jsonl"], ["add", "report.txt"]])
def test_no_network_and_no_training_framework(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text('"The tide is high," Una Quill said.\n', encoding="utf-8")
    ledger = ["--ledger", "ledger.db"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *ledger, *command], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stderr == "[0, []]"
    assert done.stdout


def test_the_watch_sees_what_it_is_to_see(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "read", "http://localhost:9/"], cwd=tmp_path, capture_output=True, text=True
    )
    assert "socket.getaddrinfo" in done.stderr
    assert done.stderr.startswith("onrecord: http://localhost:9/: could not be fetched")
