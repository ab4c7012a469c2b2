"""The elements of a JSON array of any size, one after the other."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

_PIECE: Final = 256 * 1024
_OUTSIDE: Final = re.compile(rb'["{}\[\],]')
_INSIDE: Final = re.compile(rb'["\\]')


class BrokenArray(Exception):
    """The array ends before its closing bracket."""


def elements(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Yield the bytes of each element of the array with which a stream begins; None for one of more than `most` bytes.

    No more than one element is kept. Raises BrokenArray at the end of an array that is not closed.
    """
    scanner = _Scanner(most)
    while piece := stream.read(_PIECE):
        yield from scanner.feed(piece)
        if scanner.closed:
            return
    raise BrokenArray


class _Scanner:
    """Follows brackets and strings, whatever pieces the bytes come in."""

    def __init__(self, most: int) -> None:
        self.closed = False
        self._most = most
        self._depth = 0
        self._inside = False
        self._escaped = False
        self._kept = bytearray()
        self._over = False

    def feed(self, piece: bytes) -> Iterator[bytes | None]:
        """Yield the elements that end in a piece."""
        start = at = 0
        while not self.closed:
            if self._escaped:
                self._escaped, at = False, at + 1
            found = (_INSIDE if self._inside else _OUTSIDE).search(piece, at)
            if found is None:
                break
            at = found.end()
            sign = found[0]
            if self._inside:
                self._escaped, self._inside = sign == b"\\", sign == b"\\"
                # What is escaped may stand at the head of the next piece.
                if self._escaped and at == len(piece):
                    break
            elif sign == b'"':
                self._inside = True
            elif sign in b"{[":
                self._depth += 1
                start = at if self._depth == 1 else start
            else:
                ended = self._close(sign)
                if ended:
                    self._keep(piece[start : found.start()])
                    yield from self._taken()
                    start = at
        if not self.closed and self._depth:
            self._keep(piece[start:])

    def _close(self, sign: bytes) -> bool:
        """Take note of a sign between values, and tell whether an element ends before it."""
        if sign == b",":
            return self._depth == 1
        self._depth -= 1
        self.closed = self._depth <= 0
        return self.closed

    def _keep(self, piece: bytes) -> None:
        if len(self._kept) + len(piece) > self._most:
            self._over = True
            self._kept.clear()
        elif not self._over:
            self._kept += piece

    def _taken(self) -> Iterator[bytes | None]:
        element, over = bytes(self._kept), self._over
        self._kept.clear()
        self._over = False
        if over:
            yield None
        elif element.strip():
            yield element
