"""The program's side: starts the process that reads, gives it jobs, and says what became of those that ended it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import BinaryIO, Final, Self, cast

from onrecord.errors import ReadingError, TooCostly
from onrecord.reading.child.frames import receive, send
from onrecord.reading.child.jobs import Answer, Begun, Done, Item, Job
from onrecord.settings import Settings

# The process looks for this package where the program found it.
_PROGRAM: Final = "import sys; sys.path[:] = {path!r}; from onrecord.reading.child.serving import main; main()"
# On a busy machine a second of processor time takes several of the clock.
_PATIENCE: Final = 6.0
# Seconds to start, and to end when it has nothing to do.
_START: Final = 120.0
_FAREWELL: Final = 2.0
# So many documents of one source may end the process; then the rest is given up.
_MOST_DEATHS: Final = 20


class Keeper:
    """Keeps one process that reads, in a `with` block: it is started by the first job and ended with the block.

    A document that takes too long, or too much memory, or makes a library crash ends the process; another is started
    for those after it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[Answer | None] = Queue(maxsize=1)
        self._passing: Thread | None = None
        self._is_late = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process = self._process
        if process is None:
            return
        with suppress(OSError):
            _inlet(process).close()
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
        self._bury(process)

    def read(self, job: Job) -> Iterator[Item]:
        """Yield what a source holds, in its order; what ends its reading as a whole is raised, as a ReadingError."""
        done, deaths = job.skip, 0
        while True:
            name: str | None = None
            for answer in self._answered(replace(job, skip=done)):
                if isinstance(answer, Begun):
                    name = answer.name
                elif isinstance(answer, Item):
                    name, done = None, done + 1
                    yield answer
                elif isinstance(answer, Done):
                    if answer.error is not None:
                        raise answer.error
                    return
            deaths += 1
            if name is None or deaths > _MOST_DEATHS:
                raise self._cause(job.name, job.settings)
            yield Item(name=name, error=self._cause(name, job.settings))
            done += 1

    def _answered(self, job: Job) -> Iterator[Answer]:
        """Yield the answers to a job, up to the last; fewer where the process died. It is ended if nobody asks on."""
        process, finished = self._started(), False
        try:
            with suppress(OSError):
                send(_inlet(process), job)
            while (answer := self._next(job.settings)) is not None:
                finished = isinstance(answer, Done)
                yield answer
                if finished:
                    return
        finally:
            if not finished:
                self._kill()

    def _next(self, settings: Settings) -> Answer | None:
        try:
            return self._answers.get(timeout=_START + _PATIENCE * settings.read_seconds)
        except Empty:
            self._is_late = True
            return None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        # Every import of ours may stand on a path that only this program knows.
        program = _PROGRAM.format(path=sys.path)
        process = subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._process, self._answers, self._is_late = process, Queue(maxsize=1), False
        self._passing = Thread(target=_pass_on, args=(_outlet(process), self._answers), daemon=True)
        self._passing.start()
        return process

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._bury(self._process)

    def _bury(self, process: "subprocess.Popen[bytes]") -> None:
        process.wait()
        # Whoever passes answers on waits until somebody takes them.
        while self._passing is not None and self._passing.is_alive():
            with suppress(Empty):
                self._answers.get(timeout=0.05)
        for end in (process.stdin, process.stdout):
            with suppress(OSError):
                cast("BinaryIO", end).close()

    def _cause(self, name: str, settings: Settings) -> ReadingError:
        """Say of what the process died that read `name`."""
        code = None if self._process is None else self._process.wait()
        if self._is_late:
            return TooCostly(name, "came to no end", "save its text as a .txt file")
        if code is not None and -code == getattr(signal, "SIGXCPU", 0):
            reason = f"took more than {settings.read_seconds:g} s of processor time"
            return TooCostly(name, reason, "raise ONRECORD_READ_SECONDS, or save its text as a .txt file")
        return TooCostly(name, f"ended the process that read it ({_ending(code)})")


def _ending(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _inlet(process: "subprocess.Popen[bytes]") -> BinaryIO:
    return cast("BinaryIO", process.stdin)


def _outlet(process: "subprocess.Popen[bytes]") -> BinaryIO:
    return cast("BinaryIO", process.stdout)


def _pass_on(answering: BinaryIO, answers: "Queue[Answer | None]") -> None:
    """Pass a process's answers on, and None when it has none any more; no more than one waits at a time."""
    with suppress(EOFError, OSError, ValueError):
        while True:
            answers.put(cast("Answer", receive(answering)))
    answers.put(None)
