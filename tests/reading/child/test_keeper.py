"""The process that reads: whatever it dies of costs one document, and is said."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import DamagedFile, EmptyDocument, ReadingError, TooCostly
from onrecord.reading.child import Item, Job, Keeper, keeper
from onrecord.settings import Settings

# The tests' own format is put among those that the process knows.
PROGRAM = """
import sys; sys.path[:] = {path!r}; sys.path.insert(0, HERE)
import onrecord.reading.kinds as kinds
from trouble import TROUBLE
kinds.KINDS = (TROUBLE, *kinds.KINDS)
from onrecord.reading.child.serving import main
main()
"""
SETTINGS = Settings(read_seconds=1, read_bytes=600 * 1024 * 1024)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeper]:
    monkeypatch.setattr(keeper, "_PROGRAM", PROGRAM.replace("HERE", repr(str(Path(__file__).parent))))
    with Keeper() as one:
        yield one


def job(*lines: str, **more: object) -> Job:
    data = "\n".join(["TROUBLE", *lines]).encode()
    return Job(**{"name": "a", "data": data, "settings": SETTINGS, **more})  # type: ignore[arg-type]


def told(item: Item) -> str:
    if item.story is not None:
        return item.story.text
    return item.passed or str(item.error)


def test_documents_come_in_order_and_with_their_names(kept: Keeper) -> None:
    items = list(kept.read(job("one", "image", "two")))
    assert [(item.name, told(item)) for item in items] == [("a#1", "one"), ("a#2", "is an image"), ("a#3", "two")]


def test_a_file_is_read_where_it_lies(kept: Keeper, tmp_path: Path) -> None:
    path = tmp_path / "a.file"
    path.write_text("TROUBLE\nword")
    assert [told(item) for item in kept.read(job(data=None, path=str(path)))] == ["word"]


def test_a_file_that_is_gone_is_said(kept: Keeper, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot be opened"):
        list(kept.read(job(data=None, path=str(tmp_path / "gone"))))


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        ("hang", TooCostly, "took more than 1 s of processor time"),
        ("abort", TooCostly, "ended the process that read it (SIGABRT)"),
        ("crash", TooCostly, "ended the process that read it (SIGSEGV)"),
        ("swell", TooCostly, "took more memory than one document may"),
        ("fault", ReadingError, "could not be read (ZeroDivisionError: by nought)"),
        ("refuse", EmptyDocument, "is empty"),
    ],
)
def test_what_a_document_does_costs_no_other(kept: Keeper, line: str, kind: type[Exception], said: str) -> None:
    first, second, third = kept.read(job("one", line, "two"))
    assert (told(first), told(third)) == ("one", "two")
    assert isinstance(second.error, kind) and second.error.subject == "a#2"
    assert second.error.reason == said


def test_several_may_end_the_process(kept: Keeper) -> None:
    items = list(kept.read(job("abort", "one", "abort", "abort", "two")))
    assert [item.story is not None for item in items] == [False, True, False, False, True]


def test_one_that_ends_it_again_and_again_is_given_up(kept: Keeper) -> None:
    found = kept.read(job(*["abort"] * 30))
    assert sum(1 for _ in zip(range(20), found, strict=False)) == 20
    with pytest.raises(TooCostly, match="ended the process"):
        next(found)


def test_what_breaks_off_is_raised_after_what_was_whole(kept: Keeper) -> None:
    found = kept.read(job("one", "break off"))
    assert told(next(found)) == "one"
    with pytest.raises(DamagedFile, match="breaks off"):
        next(found)


def test_death_between_two_documents_ends_the_source(kept: Keeper) -> None:
    found = kept.read(job("one", "die between", "two"))
    assert told(next(found)) == "one"
    with pytest.raises(TooCostly, match="SIGABRT"):
        next(found)
    assert [told(item) for item in kept.read(job("next"))] == ["next"]


def test_what_is_printed_does_not_come_between(kept: Keeper) -> None:
    assert [told(item) for item in kept.read(job("print", "one"))] == ["print", "one"]


def test_one_process_serves_many_sources_and_is_ended(kept: Keeper) -> None:
    list(kept.read(job("one")))
    process = kept._process
    list(kept.read(job("two")))
    assert process is not None and kept._process is process
    kept.close()
    assert process.returncode == 0


def test_whoever_asks_no_further_leaves_no_process_behind(kept: Keeper) -> None:
    found = kept.read(job(*map(str, range(100))))
    next(found)
    process = kept._process
    assert process is not None
    found.close()  # type: ignore[attr-defined]
    assert process.poll() is not None
    assert [told(item) for item in kept.read(job("next"))] == ["next"]


def test_what_comes_to_no_end_without_working_is_ended_too(kept: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    # It has to stand before patience is short: a busy machine takes its time to start it.
    assert [told(item) for item in kept.read(job("one"))] == ["one"]
    monkeypatch.setattr(keeper, "_START", 1.0)
    monkeypatch.setattr(keeper, "_PATIENCE", 0.0)
    process = kept._process
    assert process is not None
    os.kill(process.pid, 19)  # SIGSTOP: it neither works nor dies
    with pytest.raises(TooCostly, match="came to no end"):
        list(kept.read(job("two")))
