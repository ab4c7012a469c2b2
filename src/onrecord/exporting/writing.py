"""An export in its place: written beside it under a name of its own, and moved there when it is whole."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import ExportFailed, UsageError
from onrecord.exporting.forms import FileForm, FolderForm, Form, LinesForm
from onrecord.records import Record


def write_export(form: Form, records: Iterable[Record], target: Path, *, overwrite: bool = False) -> None:
    """Write records in a form to `target`, a file or a folder as the form is.

    Whatever ends it early leaves nothing there. With `overwrite` a file takes the place of one that is there, once it
    is whole; a folder that holds something is never replaced. Raises UsageError for such a target, ExportFailed for
    one that cannot be written, and what `records` raises.
    """
    refuse_target(form, target, overwrite=overwrite)
    target = Path(os.path.abspath(target))  # which has a name and a parent, also where "." was meant
    with _beside(target) as made:
        try:
            _write(form, records, made)
            # Somebody else may have been there in the meantime.
            refuse_target(form, target, overwrite=overwrite)
            _move(made, target)
        except OSError as error:
            raise _failed(target, error) from error
        except ExportFailed as error:
            # A writer knows the place that it was given, and not the one that was meant.
            raise ExportFailed(str(target), error.reason.replace(str(made), str(target))) from error


def refuse_target(form: Form, target: Path, *, overwrite: bool) -> None:
    """Raise as `write_export` would for this target, before there is any work to lose."""
    try:
        _refuse_target(form, target, overwrite)
    except OSError as error:
        raise _failed(target, error) from error


def _refuse_target(form: Form, target: Path, overwrite: bool) -> None:
    if isinstance(form, FolderForm):
        if target.exists() and not target.is_dir():
            raise UsageError(str(target), f"is there, and {form.name} is a folder of files", "give another name")
        if target.is_dir() and any(target.iterdir()):
            reason = "is a folder that holds something, and such a folder is never replaced"
            raise UsageError(str(target), reason, "give another name, or remove it first")
    elif target.is_dir():
        raise UsageError(str(target), f"is a folder, and {form.name} is one file", "give the name of a file")
    elif not overwrite and (target.exists() or target.is_symlink()):
        raise UsageError(str(target), "is there already", "give another name, or --overwrite to replace it")


def _write(form: Form, records: Iterable[Record], made: Path) -> None:
    if isinstance(form, LinesForm):
        with made.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(_ended(form.lines(records)))
    elif isinstance(form, FileForm):
        form.write(records, made)
    else:
        made.mkdir()
        form.write(records, made)


def _ended(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _move(made: Path, target: Path) -> None:
    if made.is_dir() and target.is_dir():
        target.rmdir()  # It is empty, and not every system moves a folder over another.
    os.replace(made, target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Yield a place of the target's own name in a folder beside it, which is gone at the end with all that it holds."""
    try:
        folder = tempfile.mkdtemp(prefix=f".{target.name[:80]}-", dir=target.parent)
    except OSError as error:
        raise _failed(target, error) from error
    try:
        yield Path(folder) / target.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _failed(target: Path, error: OSError) -> ExportFailed:
    return ExportFailed(str(target), f"cannot be written ({error.strerror or error})")
