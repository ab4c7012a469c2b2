"""Bytes from a path or from standard input, no more than a document may have."""

import os
import stat
import sys
from typing import IO, Final

from onrecord.errors import NotFound, ReadingError, TooLarge, UnknownFormat
from onrecord.settings import Settings

STANDARD_INPUT: Final = "-"
_PIECE: Final = 1024 * 1024


def read_file(path: str, settings: Settings) -> bytes:
    """Return a file's bytes.

    Its size is looked at before it is read, and a pipe or device is read no further than the limit. Raises
    NotFound, TooLarge, UnknownFormat for a folder, and ReadingError where the system refuses.
    """
    try:
        with open(path, "rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > settings.max_bytes:
                raise TooLarge(path)
            return _limited(stream, path, settings)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(path) from None
    except IsADirectoryError:
        raise UnknownFormat(path, "is a folder, not a document", "give the files in it") from None
    except OSError as error:
        raise ReadingError(path, f"cannot be opened ({error.strerror or error})", "check who may read it") from None
    # A path with U+0000 in it is none.
    except ValueError:
        raise NotFound(path) from None


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
