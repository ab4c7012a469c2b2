"""The reading room as a program: it opens, answers, takes a report and closes."""

import re
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from onrecord.ledger import open_ledger
from tests.cli.conftest import PROGRAM, REPORT, Run

OPEN = re.compile(r"The reading room is open at (http://(\S+):(\d+)/\S*) \(Ctrl-C closes it\)\n")
TOKEN = "ferry-lantern-harbour-7"


@contextmanager
def serving(environment: dict[str, str], folder: Path, *options: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The program, with the address that it prints; ended with Ctrl-C if the test has not done so."""
    room = subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0", *options],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert room.stdout is not None
        line = room.stdout.readline()
        found = OPEN.fullmatch(line)
        assert found is not None, line
        yield found[1], room
    finally:
        if room.poll() is None:
            room.send_signal(signal.SIGINT)
        room.communicate(timeout=120)


def ended(room: "subprocess.Popen[str]", how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
    room.send_signal(how)
    _, told = room.communicate(timeout=120)
    return room.returncode, told


def test_it_prints_its_address_answers_and_closes(environment: dict[str, str], tmp_path: Path) -> None:
    with serving(environment, tmp_path) as (address, room):
        assert address.startswith("http://127.0.0.1:")
        page = httpx.get(address, trust_env=False)
        assert page.status_code == 200 and "server" not in page.headers
        code, told = ended(room)
    assert (code, told) in ((0, ""), (130, "onrecord: stopped\n"))
    with open_ledger(tmp_path / "ledger.db", create=False) as ledger:
        assert ledger.counts().documents == 0


def test_a_report_that_is_handed_over_is_in_the_ledger(
    environment: dict[str, str], tmp_path: Path, onrecord: Run
) -> None:
    with serving(environment, tmp_path) as (address, room):
        client = httpx.Client(base_url=address, trust_env=False)
        token = client.get("/api/v1/session").json()
        sent = {token["header"]: token["token"]}
        elsewhere = {"address": f"{address}add"}
        job = client.post("/api/v1/documents", json={"documents": [{"text": REPORT}, elsewhere]}, headers=sent).json()
        deadline = time.monotonic() + 240
        while (came := client.get(f"/api/v1/jobs/{job['job']}").json())["state"] != "done":
            assert time.monotonic() < deadline, came
            time.sleep(0.2)
        assert ended(room)[0] in (0, 130)
    assert [one["outcome"] for one in came["reports"]] == ["new", "failed"]
    assert came["reports"][0]["statements"] > 0
    assert "--allow-private" in came["reports"][1]["error"]["advice"]
    assert "Una Quill" in onrecord("show", came["reports"][0]["document"]).stdout
    assert onrecord("verify").returncode == 0


def test_a_private_address_is_fetched_where_it_is_allowed(environment: dict[str, str], tmp_path: Path) -> None:
    allowed = {**environment, "NO_PROXY": "127.0.0.1"}
    with serving(allowed, tmp_path, "--allow-private") as (address, _):
        client = httpx.Client(base_url=address, trust_env=False)
        token = client.get("/api/v1/session").json()["token"]
        form = {"token": token, "addresses": f"{address}nothing-here"}
        page = client.post("/add", data=form).headers["location"]
        deadline = time.monotonic() + 60
        while (came := client.get(f"{page}.json").json())["state"] != "done":
            assert time.monotonic() < deadline, came
            time.sleep(0.1)
    assert came["reports"][0]["error"]["reason"] == "is not there (404 Not Found)"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_closing_while_a_report_is_read_leaves_the_ledger_whole(
    environment: dict[str, str], tmp_path: Path, onrecord: Run, how: signal.Signals
) -> None:
    with serving(environment, tmp_path) as (address, room):
        client = httpx.Client(base_url=address, trust_env=False)
        token = client.get("/api/v1/session").json()["token"]
        files = [("files", (f"{number}.txt", f"{REPORT}\nIt was {number}.\n")) for number in range(40)]
        assert client.post("/add", data={"token": token}, files=files).status_code == 303
        code, _ = ended(room, how)
    assert code in (0, 130, -signal.SIGTERM, 143)
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as raw:
        (stored,) = raw.execute("SELECT count(*) FROM documents").fetchone()
    assert stored < 40
    assert onrecord("verify").returncode == 0


def test_with_a_token_it_prints_the_entrance(environment: dict[str, str], tmp_path: Path) -> None:
    with serving(environment, tmp_path, "--host", "0.0.0.0", "--token", TOKEN) as (address, _):
        assert address.endswith("/enter") and "0.0.0.0" not in address
        here = f"http://127.0.0.1:{httpx.URL(address).port}"
        assert httpx.get(f"{here}/api/v1/jobs", trust_env=False).status_code == 401
        sent = {"authorization": f"Bearer {TOKEN}"}
        assert httpx.get(f"{here}/api/v1/jobs", headers=sent, trust_env=False).status_code == 200


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--host", "0.0.0.0"), "--host: opens the ledger to other machines; give a --token"),
        (
            ("--host", "::", "--token", "  short-token    "),
            "--token: is short enough to be guessed; give 16 characters",
        ),
        (("--host", "no.such.host.invalid", "--token", TOKEN), "no.such.host.invalid:8410: cannot be listened on"),
        (("--port", "65536"), "'--port'"),
    ],
)
def test_wrong_usage(onrecord: Run, tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    done = onrecord("serve", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_port_that_is_taken(onrecord: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = onrecord("serve", "--port", port)
    assert done.returncode == 2
    assert done.stderr.startswith(f"onrecord: 127.0.0.1:{port}: cannot be listened on (Address already in use); give")


def test_a_ledger_of_a_newer_version(onrecord: Run, tmp_path: Path) -> None:
    open_ledger(tmp_path / "ledger.db", create=True).close()
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    done = onrecord("serve", "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert "was written by a newer version of OnRecord" in done.stderr
