"""What a crash, a second program and a very large document do to a ledger."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from onrecord.ledger import Added, Ledger, Run, open_ledger
from onrecord.records import Document, Entity, Record, Span, Statement, document_id

Report = Callable[..., Record]
On = Callable[[int], datetime]

# Adds the records that it is given as lines of JSON, and dies of SIGNAL at the first statement like STEP.
ADDER = """
import json, os, sys
from datetime import UTC, datetime
from sqlalchemy import Engine, event
from onrecord.ledger import open_ledger
from onrecord.records import Record
from onrecord.settings import Settings

class Card:
    name, digest = "attribution", "sha256:dddd"

path, step, number = sys.argv[1], sys.argv[2], int(sys.argv[3])

def die(_c, _cursor, statement, *_rest):
    if number and statement.startswith(step):
        os.kill(os.getpid(), number)

with open_ledger(path, create=True) as ledger:
    run = ledger.begin_run(Card(), Settings())
    print("ready", flush=True)
    sys.stdin.readline()
    event.listen(Engine, "after_cursor_execute", die)
    for line in sys.stdin:
        record = Record.from_json(json.loads(line))
        print(ledger.add(record, run=run, seen=datetime.now(UTC)), flush=True)
"""


def start(path: Path, step: str = "", number: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDER, str(path), step, str(number)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def lines(*records: Record) -> str:
    return "\n" + "".join(json.dumps(record.to_json()) + "\n" for record in records)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
@pytest.mark.parametrize("step", ["INSERT INTO paragraphs", "INSERT INTO statement_speakers"])
def test_a_program_that_dies_while_adding_leaves_the_ledger_whole(
    report: Report, path: Path, step: str, number: signal.Signals
) -> None:
    with start(path) as child:
        assert child.communicate(lines(report()))[0] == "ready\nnew\n"
    with start(path, step, number) as child:
        said, _ = child.communicate(lines(report("We stay", url="b.txt"), report("We row", url="c.txt")))
    assert said == "ready\n"
    assert child.returncode != 0
    with open_ledger(path, create=False) as ledger:
        assert [copy.document for copy in ledger.documents()] == [report().document.id]
        assert list(ledger.verify()) == []
    with start(path) as child:
        assert child.communicate(lines(report("We stay", url="b.txt")))[0] == "ready\nnew\n"


def test_two_programs_add_at_once(report: Report, path: Path) -> None:
    shared = [report(f"Both, {number}", url=f"both {number}") for number in range(20)]
    own = [[report(f"Of {name}, {number}", url=f"{name} {number}") for number in range(20)] for name in "ab"]
    # Both make the ledger at once, too.
    children = [start(path), start(path)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child, mine in zip(children, own, strict=True):
        assert child.stdin is not None
        mixed = [record for pair in zip(shared, mine, strict=True) for record in pair]
        child.stdin.write(lines(*mixed))
        child.stdin.flush()
    outcomes = [child.communicate()[0].split("\n")[:-1] for child in children]
    assert [child.returncode for child in children] == [0, 0]
    assert sorted(outcomes[0] + outcomes[1]) == ["new"] * 60 + ["same"] * 20
    with open_ledger(path, create=False) as ledger:
        assert ledger.counts().documents == ledger.counts().copies == 60
        assert ledger.counts().statements == 120
        assert list(ledger.verify()) == []


def test_a_document_of_50_megabytes(ledger: Ledger, run: Run, on: On) -> None:
    """A fifth of it unless ONRECORD_TEST_LARGE is set: the whole takes twenty seconds."""
    parts = 5 if os.environ.get("ONRECORD_TEST_LARGE") else 1
    line = "The harbour stayed shut while the ferry crews of Port Vale waited for the ice to clear. "
    text = (line * 12_000 + "\n") + (line * 3 + "\n\n") * 37_200 * parts
    assert len(text) > 10_000_000 * parts
    at = text.rindex("ferry crews")
    span = Span.cut(text, at, at + len("ferry crews of Port Vale"))
    crews = Entity(id="en-1", kind="group", name="ferry crews", mentions=(span,))
    told = Statement(id="st-1", type="indirect", content=(span,), speakers=("en-1",))
    record = Record(Document(id=document_id(text), text=text, url="big.txt"), (crews,), (told,))
    assert ledger.add(record, run=run, seen=on(4)) is Added.NEW
    assert ledger.has(record.document, run.reader)
    assert ledger.record("big.txt") == record
    (hit,) = ledger.search("port vale", speaker="crews")
    assert (hit.ref.span, hit.paragraph) == (span, 37_200 * parts + 1)
    assert list(ledger.verify()) == []
