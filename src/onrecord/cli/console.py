"""Where the commands print: results on standard output, everything else on standard error, one line each."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import typer

from onrecord.cli.options import EVERYDAY, Format, Layer
from onrecord.errors import OnRecordError, UsageError
from onrecord.exporting.json_lines import json_line
from onrecord.telling.clean import flat

if TYPE_CHECKING:
    from rich.text import Text

    from onrecord.records import Record

# Not a terminal: the same width everywhere, so that what is piped or kept can be compared.
PIPED_WIDTH = 80

FAILED, WRONG_USAGE = 1, 2
# What a shell reports of a program that SIGINT or SIGPIPE ended: 128 and the signal's number.
INTERRUPTED, PIPE_CLOSED = 130, 141
# What a write to standard output fails with: a full disk, a full quota, a file's limit, a broken device. What else the
# system refuses is no fault of the output, and is not told as one.
_UNWRITABLE = {errno.EBADF, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}

_P = ParamSpec("_P")


def command(function: Callable[_P, None]) -> Callable[_P, None]:
    """Make a function a command: whatever ends it early becomes one line on standard error and an exit code."""

    @wraps(function)
    def guarded(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            function(*args, **kwargs)
            sys.stdout.flush()
        except OnRecordError as error:
            complain(str(error))
            raise typer.Exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED) from None
        except KeyboardInterrupt:
            complain("stopped")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _drop_output()
            raise typer.Exit(PIPE_CLOSED) from None
        except OSError as error:
            if error.errno not in _UNWRITABLE:
                raise
            _drop_output()
            complain(f"standard output: cannot be written to ({error.strerror or error}); make room for it")
            raise typer.Exit(FAILED) from None

    return guarded


def ready() -> None:
    """Let standard output print what its encoding lacks as a replacement rather than fail."""
    _reconfigure(errors="replace")


def complain(line: str) -> None:
    """Print one line on standard error."""
    sys.stdout.flush()
    print(f"onrecord: {flat(line)}", file=sys.stderr)


def say(line: str) -> None:
    """Print one line on standard output."""
    print(flat(line))


def print_record(
    record: "Record", form: Format, min_confidence: float | None = None, shown: Sequence[Layer] = EVERYDAY
) -> None:
    """Print a document and what was read in it; what is less sure than `min_confidence` is said to be unknown.

    `shown` is what of it the text form has.
    """
    from onrecord.records import at_least

    if min_confidence is not None:
        record = at_least(record, min_confidence)
    if form is Format.JSONL:
        print_json(record.to_json())
        return
    from onrecord.cli.minutes import minutes

    print_lines(minutes(record, width(), shown))


def print_json(data: object) -> None:
    """Print one JSON object on a line of its own, in UTF-8 whatever the terminal's encoding is."""
    # A path that is not UTF-8 reaches us with lone surrogates; as `\\udc..` they are legal JSON.
    _reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    print(json_line(data), flush=True)


def print_plain(lines: Iterable[str]) -> None:
    """Print lines for programs as they are, in UTF-8 whatever the terminal's encoding is."""
    _reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    sys.stdout.writelines(f"{line}\n" for line in lines)


def print_lines(lines: Iterable["Text"]) -> None:
    """Print lines for people: in colour where the terminal has it (NO_COLOR and FORCE_COLOR are honoured)."""
    from rich.console import Console

    class Pipe(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    console = Pipe(highlight=False, emoji=False, markup=False)
    for line in lines:
        console.print(line, soft_wrap=True)
    sys.stdout.flush()


def coloured() -> bool:
    """Tell whether lines for people are printed in colour."""
    from rich.console import Console

    return Console().color_system is not None


def width() -> int:
    """Return the width to wrap to, in cells: the terminal's, or a fixed one where the output is no terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPED_WIDTH


def _reconfigure(**wanted: str) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**wanted)


def _drop_output() -> None:
    """Point standard output nowhere, so that the interpreter's last flush does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
