"""A stream that ends where it breaks off, and remembers that it did."""

import io
import zlib
from typing import BinaryIO


class Forgiving(io.RawIOBase):
    """Reads another stream; where that breaks off in the middle of a gzip file, this one ends.

    `broken` then says why; it is None as long as nothing broke.
    """

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.broken: str | None = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, as many as are at hand; none at the end, or where it breaks off."""
        if self.broken is not None:
            return b""
        try:
            # Not `read`: where a stream breaks off that gives nothing of what came before.
            return self._stream.read1(size)  # type: ignore[attr-defined, no-any-return]
        except (EOFError, OSError, zlib.error) as error:
            self.broken = str(error)
            return b""
