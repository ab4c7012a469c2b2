"""Objects through a pipe, each with its length before it.

Both ends are this program: what comes through is trusted as far as the process at the other end is.
"""

import pickle
import struct
from typing import BinaryIO, Final

_LENGTH: Final = struct.Struct(">Q")


def send(stream: BinaryIO, what: object) -> None:
    """Write one object. Raises OSError where the other end is gone."""
    data = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Return the next object. Raises EOFError where the other end is gone, in the middle of one too."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
