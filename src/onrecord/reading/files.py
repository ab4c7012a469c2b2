"""Bytes from a path or from standard input, no more than a document may have."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, Final

from onrecord.errors import NotFound, ReadingError, TooLarge, UnknownFormat
from onrecord.settings import Settings

STANDARD_INPUT: Final = "-"
_PIECE: Final = 1024 * 1024


@contextmanager
def opened_file(path: str) -> Iterator[BinaryIO]:
    """Open a file to read bytes from, in a `with` block.

    Raises NotFound, UnknownFormat for a folder, and ReadingError where the system refuses, within the block too.
    """
    try:
        with open(path, "rb") as stream:
            yield stream
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(path) from None
    except IsADirectoryError:
        raise UnknownFormat(path, "is a folder, not a document", "give the files in it") from None
    except OSError as error:
        raise ReadingError(path, f"cannot be opened ({error.strerror or error})", "check who may read it") from None
    # A path with U+0000 in it is none.
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise NotFound(path) from None


def is_regular(stream: BinaryIO) -> bool:
    """Tell whether a file lies on a disk and can be gone through again: it is no pipe and no device."""
    return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)


def whole_file(stream: BinaryIO, path: str, settings: Settings) -> bytes:
    """Return a file's bytes, from where the stream stands.

    Its size is looked at before it is read, and a pipe or device is read no further than the limit. Raises TooLarge.
    """
    if is_regular(stream) and os.fstat(stream.fileno()).st_size > settings.max_bytes:
        raise TooLarge(path)
    return _limited(stream, path, settings)


def read_standard_input(settings: Settings) -> bytes:
    """Return what stands on standard input. Raises TooLarge, and ReadingError where there is none."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ReadingError("standard input", "is not there", "give a path")
    try:
        return _limited(stream, "standard input", settings)
    except OSError as error:
        raise ReadingError("standard input", f"cannot be read ({error.strerror or error})") from None


def _limited(stream: IO[bytes], name: str, settings: Settings) -> bytes:
    data = bytearray()
    # Piece by piece: one read of a generous limit would set that much memory aside for a small file.
    while piece := stream.read(min(_PIECE, settings.max_bytes + 1 - len(data))):
        data += piece
        if len(data) > settings.max_bytes:
            raise TooLarge(name)
    return bytes(data)
