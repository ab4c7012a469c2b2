"""What many documents came to: each outcome where it belongs, progress on the side, the exit code at the end."""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from onrecord.cli.console import FAILED, complain

if TYPE_CHECKING:
    from rich.progress import Progress

    from onrecord.pipeline import Outcome

# More files than this that were skipped for the same reason are told of on one line.
_MANY = 3
_BELONGS = "belongs to "


@dataclass(slots=True)
class Tally:
    """Passes outcomes on: failures and warnings to standard error as they come, documents to whoever asks.

    `failed` counts the failures so far; what was skipped is told at the end, since a folder may hold much of it.
    """

    failed: int = 0
    _skipped: list["Outcome"] = field(default_factory=list, init=False)

    def documents(self, outcomes: Iterator["Outcome"], advance: Callable[[], None]) -> Iterator["Outcome"]:
        """Yield the outcomes that hold a document, and tell of the others; `advance` is called after each."""
        for outcome in outcomes:
            yield from self._told(outcome)
            advance()

    def _told(self, outcome: "Outcome") -> Iterator["Outcome"]:
        if outcome.error is not None:
            self.failed += 1
            complain(str(outcome.error))
        elif outcome.document is None:
            self._skipped.append(outcome)
        else:
            for warning in outcome.document.warnings:
                complain(f"{outcome.source}: warning: {warning}")
            yield outcome

    def finish(self) -> None:
        """Tell what was skipped; end the command with exit code 1 where a document failed."""
        for line in skipped_lines(self._skipped):
            complain(line)
        if self.failed:
            raise typer.Exit(FAILED)


def skipped_lines(skipped: Sequence["Outcome"]) -> Iterator[str]:
    """Say what was skipped: one line a file, or one for many files of the same kind."""
    kinds: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in skipped:
        suffix, reason = os.path.splitext(outcome.source)[1], outcome.skipped or ""
        # "belongs to a.txt" and "belongs to b.txt" are one reason, but for the name.
        kinds[suffix, _BELONGS if reason.startswith(_BELONGS) else reason].append(outcome)
    for (suffix, _), outcomes in kinds.items():
        if len(outcomes) > _MANY:
            what = f"{suffix} files" if suffix else "files without a suffix"
            yield f"skipped {len(outcomes):,} {what}; the first, {outcomes[0].source}, {outcomes[0].skipped}"
        else:
            yield from (f"{outcome.source}: skipped: {outcome.skipped}" for outcome in outcomes)


@contextmanager
def progress(*, beside_output: bool) -> Iterator[tuple[Callable[[int], None], Callable[[], None]]]:
    """Show how far a batch is, on standard error if that is a terminal.

    Yields two functions: one that is told how many there will be, one that is told of each that is done.
    `beside_output`: whether the bar may share the terminal with short lines on standard output.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not beside_output):
        yield lambda _: None, lambda: None
        return
    bar = _bar()
    task = bar.add_task("", total=None, visible=False)
    with bar:
        yield (
            lambda total: bar.update(task, total=total, visible=total > 1),
            lambda: bar.advance(task),
        )


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), "documents", TimeRemainingColumn())
    # Where standard output is the same terminal its lines must go above the bar; a pipe must stay untouched.
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty())
