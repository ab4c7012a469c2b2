"""Which documents the arguments of a command mean: files, folders, globs, addresses, standard input."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from itertools import groupby
from pathlib import PurePath
from typing import Final

from onrecord.errors import EmptyDocument, NotFound, OnRecordError, ReadingError, UnknownFormat
from onrecord.reading.decode import decode
from onrecord.reading.fetch import is_address
from onrecord.reading.files import STANDARD_INPUT
from onrecord.reading.formats import KNOWN_SUFFIXES, begins_as_data, format_of, refuse_known_binary
from onrecord.reading.kinds import kind_of
from onrecord.reading.opening import source_of
from onrecord.settings import Settings

_NO_DOCUMENT: Final = "give a folder with .txt, .md or .html files in it"
# What stands beside a document and is none, whatever its suffix says: "report.html.gold.txt", "report.gold.txt".
_COMPANION_ENDING: Final = ".gold.txt"
_SNIFFED: Final = 4096
_PACKED: Final = ".gz"


@dataclass(frozen=True, slots=True)
class Found:
    """A source to read: a path, an address, or `-`."""

    source: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is passed over, and why, in words for the user."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An argument that means no document, with the error that says so."""

    error: ReadingError


Discovery = Found | Skipped | Failed


def discover(arguments: Sequence[str]) -> Iterator[Discovery]:
    """Yield the documents that the arguments mean, in their order, and what was passed over.

    A file that is named is always taken. A folder is walked in the order of names: it gives the known
    document formats, and files without a suffix that are text; not hidden files, and not the companions of a
    document. A glob that the shell left alone is opened in the same way. A document that is meant twice comes
    once.
    """
    seen: set[str] = set()
    for argument in arguments:
        for one in _meant_by(argument):
            key = _identity(one.source) if isinstance(one, Found) else ""
            if key and key in seen:
                yield Skipped(one.source if isinstance(one, Found) else argument, "is given twice")
                continue
            seen.add(key)
            yield one


def _identity(source: str) -> str:
    if source == STANDARD_INPUT or is_address(source):
        return source
    return os.path.realpath(source)


def _meant_by(argument: str) -> Iterator[Discovery]:
    if argument == STANDARD_INPUT or is_address(argument):
        yield Found(argument)
    elif os.path.isdir(argument):
        yield from _or_failed(_walk(argument), NotFound(argument, "holds no document", _NO_DOCUMENT))
    elif os.path.lexists(argument):
        yield Found(argument)
    elif has_magic(argument):
        yield from _or_failed(_globbed(argument), NotFound(argument, "matches no document"))
    else:
        yield Failed(NotFound(argument))


def _or_failed(found: Iterator[Discovery], error: ReadingError) -> Iterator[Discovery]:
    """Pass on what is found, and at the end the error if there was no document and nothing else failed."""
    any_outcome = False
    for one in found:
        any_outcome = any_outcome or not isinstance(one, Skipped)
        yield one
    if not any_outcome:
        yield Failed(error)


def _globbed(pattern: str) -> Iterator[Discovery]:
    for folder, paths in groupby(_outermost(sorted(glob(pattern, recursive=True))), key=os.path.dirname):
        beside = frozenset(os.listdir(folder or "."))
        for path in paths:
            if os.path.isdir(path):
                yield from _walk(path)
            else:
                yield _sifted(path, beside)


def _outermost(paths: Iterable[str]) -> Iterator[str]:
    """Pass on the paths, in order, that lie below no folder that was passed on: walking it gives what is below."""
    walked: set[PurePath] = set()
    for path in paths:
        if walked.isdisjoint(PurePath(path).parents):
            if os.path.isdir(path):
                walked.add(PurePath(path))
            yield path


def _walk(folder: str) -> Iterator[Discovery]:
    unreadable: list[OSError] = []
    for at, folders, files in os.walk(folder, onerror=unreadable.append):
        yield from _refused(unreadable)
        yield from _pruned(at, folders)
        beside = frozenset(files)
        for name in sorted(files):
            yield _sifted(os.path.join(at, name), beside)
    yield from _refused(unreadable)


def _refused(unreadable: list[OSError]) -> Iterator[Discovery]:
    while unreadable:
        error = unreadable.pop(0)
        reason = f"cannot be opened ({error.strerror or error})"
        yield Failed(ReadingError(str(error.filename), reason, "check who may read it"))


def _pruned(at: str, folders: list[str]) -> Iterator[Discovery]:
    """Sort the folders in place and take out those that are not walked: hidden ones, and links (they may loop)."""
    folders.sort()
    for name in folders.copy():
        path = os.path.join(at, name)
        if name.startswith(".") or os.path.islink(path):
            folders.remove(name)
            yield Skipped(path, "is hidden" if name.startswith(".") else "is a link to a folder")


def _sifted(path: str, beside: Iterable[str]) -> Discovery:
    """Tell a document in a folder from what only stands there; `beside` are the names of its folder."""
    name = os.path.basename(path)
    if name.startswith("."):
        return Skipped(path, "is hidden")
    # A pipe would be waited for, a device never ends.
    if not os.path.isfile(path):
        return Skipped(path, "is no file")
    if (document := _document_of(name, beside)) is not None:
        return Skipped(path, f"belongs to {document}")
    suffix = _suffix(name)
    not_read = f"is in a format that is not read ({suffix})" if suffix else "is not text"
    try:
        known = _sniff(path)
    except UnknownFormat as error:
        return Skipped(path, error.reason if suffix in KNOWN_SUFFIXES or not suffix else not_read)
    except (OSError, OnRecordError):
        # A document by its name is read, and fails aloud.
        return Found(path) if suffix in KNOWN_SUFFIXES else Skipped(path, not_read)
    return Found(path) if known or not suffix or suffix in KNOWN_SUFFIXES else Skipped(path, not_read)


def _suffix(name: str) -> str:
    """Return what a name ends with; a packed file is named for what is packed: `report.html.gz`."""
    stem, suffix = os.path.splitext(name.lower())
    return os.path.splitext(stem)[1] or suffix if suffix == _PACKED else suffix


def _document_of(name: str, beside: Iterable[str]) -> str | None:
    """Return the document beside which a companion stands, or None for what is no companion."""
    lower = name.lower()
    if lower.endswith(_COMPANION_ENDING):
        stem = name[: -len(_COMPANION_ENDING)]
        names = [stem, *(stem + suffix for suffix in sorted(KNOWN_SUFFIXES))]
    elif lower.endswith(".json"):
        names = [name[: -len(".json")]]
    else:
        return None
    return next((one for one in names if one in beside and one != name), None)


def _sniff(path: str) -> bool:
    """Look at a file's beginning, and tell whether that shows a format with a reader of its own.

    Raises what reading it would raise for a beginning like that, or OSError.
    """
    with open(path, "rb") as stream:
        found = source_of(stream, path, Settings()).head
    if not found.data.strip():
        raise EmptyDocument(path)
    if kind_of(found) is not None:
        return True
    head, whole = found.data[:_SNIFFED], found.whole and len(found.data) < _SNIFFED
    refuse_known_binary(head, path)
    # The last character may be cut in two.
    text = decode(head if whole else head[: head.rfind(b"\n") + 1] or head[:-3], path, page=True).text
    format_of(text, path)
    if not whole and begins_as_data(text):
        raise UnknownFormat(path, "is JSON, not a report")
    return False
