import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import LedgerBusy, LedgerError, NoLedger, SchemaTooNew
from onrecord.ledger import Ledger, Run, open_ledger
from onrecord.records import Record
from onrecord.settings import Settings

Report = Callable[..., Record]
On = Callable[[int], datetime]


def refused(where: str | Path, *, create: bool = True) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        open_ledger(where, create=create, timeout=0.1)
    assert str(caught.value).startswith(f"{where}: ")
    return caught.value


def test_what_was_added_is_there_when_opened_again(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.close()
    for create in (False, True):
        with open_ledger(str(path), create=create) as again:
            assert again.record(report().document.id) == report()
            assert again.where == str(path)


def test_an_absent_ledger_is_not_made_by_asking(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "a" / "ledger.db", create=False), NoLedger)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_ledger_but_can_become_one(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    assert isinstance(refused(path, create=False), NoLedger)
    assert path.stat().st_size == 0
    with open_ledger(path, create=True) as ledger:
        assert list(ledger.documents()) == []


def test_a_ledger_whose_making_was_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert isinstance(refused(path, create=False), NoLedger)
    with open_ledger(path, create=True) as ledger:
        assert list(ledger.verify()) == []


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The ferry did not sail. " * 100)
    before = path.read_bytes()
    for create in (True, False):
        assert refused(path, create=create).reason == "is not a ledger: it is no SQLite file"
    assert path.read_bytes() == before


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE documents (number INTEGER)")
    connection.close()
    before = path.read_bytes()
    for create in (True, False):
        assert refused(path, create=create).reason == "is a database, but not a ledger"
    assert path.read_bytes() == before


def test_a_folder_and_an_address(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path).reason
    assert "is an address" in refused("postgresql://host/ledger").reason
    with pytest.raises(LedgerError, match="is no path"):
        open_ledger("a\0b", create=True)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "its folder cannot be made" in refused(tmp_path / "file" / "ledger.db").reason


def test_a_newer_ledger(ledger: Ledger, path: Path) -> None:
    ledger.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    for create in (True, False):
        assert isinstance(refused(path, create=create), SchemaTooNew)


def test_a_busy_ledger_says_so_and_can_be_read(
    ledger: Ledger, run: Run, report: Report, on: On, path: Path, card: Callable[..., Any]
) -> None:
    ledger.add(report(), run=run, seen=on(4))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    for write in (
        lambda: ledger.add(report("We stay"), run=run, seen=on(5)),
        lambda: ledger.begin_run(card(), Settings()),
        run.finish,
    ):
        with pytest.raises(LedgerBusy, match="another program"):
            write()
    with open_ledger(path, create=False) as reader:
        assert reader.record(report().document.id) == report()
    writer.execute("ROLLBACK")
    writer.close()
    run.finish()


def test_making_a_ledger_waits_for_another_program(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    assert isinstance(refused(path), LedgerBusy)
    writer.execute("ROLLBACK")
    writer.close()
    open_ledger(path, create=True).close()


def test_a_closed_file_stands_alone(ledger: Ledger, run: Run, report: Report, on: On, path: Path) -> None:
    ledger.add(report(), run=run, seen=on(4))
    ledger.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this machine can reach, as `tmp_path` is not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


AS_NOBODY = """
import os, sys
from onrecord.errors import OnRecordError
from onrecord.ledger import open_ledger
from onrecord.settings import Settings
import onrecord.ledger.migrations, sqlalchemy.dialects.sqlite

class Card:
    name, digest = "attribution", "sha256:eeee"

if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    with open_ledger(sys.argv[1], create=sys.argv[2] == "create") as ledger:
        print(len(list(ledger.documents())))
        ledger.begin_run(Card(), Settings(ledger=sys.argv[1]))
except OnRecordError as error:
    print(type(error).__name__, error)
"""


def as_nobody(path: Path, how: str) -> str:
    """Open a ledger as a user who may not write where it lies (root may write everywhere)."""
    done = subprocess.run([sys.executable, "-c", AS_NOBODY, str(path), how], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users, as Unix has them")
def test_a_folder_that_may_not_be_written_to(open_folder: Path) -> None:
    path = open_folder / "ledger.db"
    open_folder.chmod(0o555)
    said = as_nobody(path, "create")
    open_folder.chmod(0o755)
    assert said == f"LedgerError {path}: cannot be opened; check the permissions of the file and its folder\n"


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users, as Unix has them")
def test_a_ledger_that_may_not_be_written_to(open_folder: Path) -> None:
    path = open_folder / "ledger.db"
    open_ledger(path, create=True).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    said = as_nobody(path, "open")
    open_folder.chmod(0o755)
    assert said.splitlines()[-1].startswith(f"LedgerError {path}: cannot be ")
    assert "Traceback" not in said


def test_questions_within_answers_do_not_wait_for_each_other(path: Path) -> None:
    with open_ledger(path, create=True) as ledger, ExitStack() as held:
        for _ in range(40):
            held.enter_context(ledger._reading())
        assert ledger.counts().documents == 0
