"""Wrong usage ends with exit code 2 before anything is read; help and version answer."""

from pathlib import Path

import pytest

from .conftest import Run

COMMANDS = ("demo", "read", "add", "show", "search", "verify")


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)])
def test_help_answers_on_standard_output(onrecord: Run, command: tuple[str, ...]) -> None:
    done = onrecord(*command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: {' '.join(('onrecord', *command))} ")


def test_version(onrecord: Run) -> None:
    from onrecord import __version__

    done = onrecord("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"onrecord {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("read",),
        ("add",),
        ("show",),
        ("search",),
        ("read", "report.txt", "--format", "xml"),
        ("read", "report.txt", "--published", "yesterday"),
        ("read", "report.txt", "--published", "2026-02-30"),
        ("read", "report.txt", "--published"),
        ("read", "report.txt", "other.txt", "--address", "https://example.org/"),
        ("add", "report.txt", "--published", "12/03/2026"),
        ("show", "one", "two"),
        ("read", "report.txt", "--only", "quotations"),
        ("read", "report.txt", "--only"),
    ],
)
def test_wrong_usage(onrecord: Run, report: Path, arguments: tuple[str, ...]) -> None:
    report.with_name("other.txt").write_text("Another report.", encoding="utf-8")
    done = onrecord(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr
    if arguments:
        assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "variables", "subject"),
    [
        (("read", "report.txt", "--published", "soon"), {}, "--published"),
        (("read", "report.txt"), {"ONRECORD_THREADS": "many"}, "ONRECORD_THREADS"),
        (("read", "report.txt", "--only", "figures", "--format", "jsonl"), {}, "--only"),
        (("--format", "jsonl", "demo", "--only", "entities"), {}, "--only"),
        (("show", "abcd", "--only", "times", "--format", "jsonl"), {}, "--only"),
        (("demo",), {"ONRECORD_MAX_BYTES": "-1"}, "ONRECORD_MAX_BYTES"),
    ],
)
def test_what_is_wrong_is_named_on_one_line(
    onrecord: Run, report: Path, arguments: tuple[str, ...], variables: dict[str, str], subject: str
) -> None:
    done = onrecord(*arguments, **variables)
    assert done.returncode == 2
    assert done.stderr.startswith(f"onrecord: {subject}: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [("show", "abcd"), ("search", "tide"), ("verify",)])
def test_a_ledger_that_is_not_there(onrecord: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    done = onrecord(*command, "--ledger", "nowhere/ledger.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: nowhere/ledger.db: there is no ledger here; ")
    assert not (tmp_path / "nowhere").exists()


def test_the_ledger_is_not_some_other_file(onrecord: Run, report: Path) -> None:
    done = onrecord("add", "report.txt", "--ledger", "report.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: report.txt: is not a ledger")
    assert done.stderr.count("\n") == 1
    assert report.read_text(encoding="utf-8").startswith("Lanterns")
