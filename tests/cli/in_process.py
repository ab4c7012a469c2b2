"""The program run within this process: what a process of its own prints, without the seconds that one takes to start.

What a process has for itself is lent for one command: arguments, folder, environment, the three standard streams down
to their file descriptors, and where warnings and log lines go. Only the model stays loaded from one command to the
next. Signals, a terminal, closed streams and what the interpreter reads at its start (PYTHON…) need a real process.
"""

import logging
import os
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, chdir, contextmanager
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from typing import IO, TextIO
from unittest.mock import patch

from onrecord.encoder import Encoder

_kept_encoder = cache(Encoder)


def run_in_process(
    arguments: Sequence[str], *, cwd: Path, environment: Mapping[str, str], input: bytes | None
) -> "CompletedProcess[bytes]":
    """Run the program with these arguments; without `input`, standard input is empty."""
    from onrecord.cli import main

    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(input or b"")
        given.seek(0)
        with _as_a_process_of_its_own(arguments, cwd, environment, (given, out, err)):
            code = _exit_code_of(main)
        for stream in (out, err):
            stream.seek(0)
        return CompletedProcess(["onrecord", *arguments], code, out.read(), err.read())


@contextmanager
def _as_a_process_of_its_own(
    arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], streams: Sequence[IO[bytes]]
) -> Iterator[None]:
    with ExitStack() as lent:
        lent.enter_context(_streams(*streams))
        lent.enter_context(_warnings_and_logs_on_standard_error())
        lent.enter_context(chdir(cwd))
        lent.enter_context(patch.dict(os.environ, environment, clear=True))
        lent.enter_context(patch.object(sys, "argv", ["onrecord", *arguments]))
        lent.enter_context(patch("onrecord.encoder.Encoder", _kept_encoder))
        yield


def _exit_code_of(main: Callable[[], None]) -> int:
    """Call the program and return what its process would end with."""
    try:
        main()
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            return ended.code or 0
        print(ended.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


@contextmanager
def _streams(given: IO[bytes], out: IO[bytes], err: IO[bytes]) -> Iterator[None]:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    with ExitStack() as lent:
        for number, file in enumerate((given, out, err)):
            lent.enter_context(_descriptor(number, file.fileno()))
        # Opened anew, as the interpreter does: a command may change how its streams encode.
        lent.enter_context(patch.object(sys, "stdin", _opened(0, "r", sys.__stdin__)))
        for number, name, like in ((1, "stdout", sys.__stdout__), (2, "stderr", sys.__stderr__)):
            stream = _opened(number, "w", like)
            lent.enter_context(patch.object(sys, name, stream))
            lent.callback(stream.close)
        yield


@contextmanager
def _descriptor(number: int, file: int) -> Iterator[None]:
    kept = os.dup(number)
    os.dup2(file, number)
    try:
        yield
    finally:
        os.dup2(kept, number)
        os.close(kept)


def _opened(number: int, mode: str, like: TextIO | None) -> TextIO:
    encoding, errors = ("utf-8", "strict") if like is None else (like.encoding, like.errors)
    return open(number, mode, encoding=encoding, errors=errors, closefd=False)


@contextmanager
def _warnings_and_logs_on_standard_error() -> Iterator[None]:
    """As a program has them that sets up neither, although pytest gathers both."""
    root = logging.getLogger()

    def show(message: Warning | str, category: type[Warning], name: str, line: int, *_: object) -> None:
        print(warnings.formatwarning(message, category, name, line), end="", file=sys.stderr)

    with warnings.catch_warnings(), patch.object(root, "handlers", []):
        warnings.resetwarnings()
        for ignored in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", ignored)
        warnings.showwarning = show
        yield
